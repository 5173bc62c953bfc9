package dev.shuttle.ops.doctor;

import dev.shuttle.dashscope.DashScopeSettings;
import dev.shuttle.dashscope.WireRequest;
import dev.shuttle.emulator.Rehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the requests are the documented ones: they are made as for a submit, and held against the published protocol as the emulator
 * knows it, in its strict mode. Nothing is sent.
 */
record RequestCheck(DashScopeSettings settings, Records records) implements Check {
    @Override
    public String name() {
        return "request";
    }

    @Override
    public Set<String> needs() {
        return Set.of("address");
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (String model : settings.models()) {
            findings.add(checked(model));
        }
        return findings;
    }

    private Finding checked(String model) {
        Words words = new Words(name());
        WireRequest request = Rehearsed.of(settings, model);
        RequestSample sample = Rehearsed.sample(model, request);
        records.remember(sample);
        Optional<String> objection = Rehearsal.objection(
                request.method(),
                path(request),
                request.headers(),
                request.body() == null ? new byte[0] : request.body());
        return objection
                .map(why -> words.fail("request.bad", model, why))
                .orElseGet(() -> words.ok("request", model, path(request), sample.bytes() >> 10));
    }

    /** The path below the base URL, which may be another's gateway's. */
    private String path(WireRequest request) {
        return request.uri().toString().substring(settings.baseUrl().toString().length());
    }
}
