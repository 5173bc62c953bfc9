package dev.shuttle.ops.doctor;

import dev.shuttle.dashscope.DashScopeSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether results may be fetched, and their storage can be reached. The vendor has withdrawn its list of hosts; one of them is tried. */
record ResultsCheck(DashScopeSettings settings, @Nullable String proxy, Records records, Duration patience)
        implements Check {
    private static final String STORAGE = "dashscope-result-bj.oss-cn-beijing.aliyuncs.com";

    @Override
    public String name() {
        return "results";
    }

    @Override
    public Set<String> needs() {
        return Set.of("network");
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        URI base = settings.baseUrl();
        boolean vendors = Region.of(base.getHost()).isPresent();
        URI result = URI.create(
                vendors
                        ? "https://" + STORAGE + "/x.png"
                        : base.resolve("/x.png").toString());
        String allowed = String.join(", ", settings.resultHosts());
        Optional<Trial> refused = records.newest(trial -> trial.code().equals("RESULT_HOST_REFUSED"));
        if (!settings.allowsResult(result)) {
            return List.of(
                    vendors
                            ? words.fail("results.forbidden", allowed, STORAGE)
                            : words.warn("results.elsewhere", allowed, result.resolve("/")));
        }
        if (refused.isPresent()) {
            return List.of(words.warn(
                    "results.refused",
                    refused.get().at(),
                    String.valueOf(refused.get().attempt().message())));
        }
        return List.of(vendors && proxy == null ? reached(words) : words.ok("results", allowed));
    }

    private Finding reached(Words words) {
        try {
            Reach reach = Reach.to(STORAGE, 443, true, patience);
            return words.ok("results.reached", STORAGE, reach.address());
        } catch (IOException e) {
            return words.warn("results.unreached", STORAGE, e.toString());
        }
    }
}
