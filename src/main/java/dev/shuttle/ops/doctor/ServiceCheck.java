package dev.shuttle.ops.doctor;

import dev.shuttle.dashscope.Wire;
import dev.shuttle.dashscope.WireAnswer;
import dev.shuttle.dashscope.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Whether it is DashScope that answers at the base URL: a free call without a key, which the service refuses in its own way. */
record ServiceCheck(URI base, Supplier<Wire> wire, Records records, Duration patience) implements Check {
    private static final long LONGEST = 1 << 20;

    @Override
    public String name() {
        return "service";
    }

    @Override
    public Set<String> needs() {
        return Set.of("network", "routes");
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        try {
            WireAnswer answer = wire.get().exchange(request());
            Exchange seen = records.lastAnswered().orElseThrow();
            return List.of(told(words, answer, seen));
        } catch (IOException e) {
            return List.of(words.fail("service.silent", base, String.valueOf(e.getMessage())));
        }
    }

    private WireRequest request() {
        URI list = URI.create(base.toString().replaceAll("/+$", "") + "/tasks/?page_no=1&page_size=1");
        return new WireRequest("GET", list, Map.of("Accept", "application/json"), null, LONGEST, patience);
    }

    private Finding told(Words words, WireAnswer answer, Exchange seen) {
        int status = answer.status();
        if (seen.emulated()) {
            return words.ok("service.emulator", base);
        }
        if (seen.code() != null && seen.requestId() != null && status < 500) {
            return words.ok("service", status, seen.code());
        }
        if (status == 407) {
            return words.fail("service.proxy");
        }
        return status >= 500
                ? words.fail("service.down", status)
                : words.fail(
                        "service.other",
                        base,
                        status,
                        answer.header("Content-Type").orElse("–"));
    }
}
