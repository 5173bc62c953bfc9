package dev.shuttle.ops.doctor;

import dev.shuttle.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the rates that are set keep to what the service publishes, and whether it throttled us lately. */
record QuotaCheck(Settings.Cloud cloud, Records records, InstantSource clock) implements Check {
    private static final Duration LATELY = Duration.ofDays(1);

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        String model = cloud.models().get(0);
        List<Finding> findings = new ArrayList<>();
        Optional<Quota> published = Quota.of(model);
        published
                .filter(quota -> cloud.submitRate() > quota.submits())
                .ifPresent(
                        quota -> findings.add(words.warn("quota.submits", cloud.submitRate(), model, quota.submits())));
        published
                .filter(quota -> quota.running() > 0 && cloud.maxInFlight() > quota.running())
                .ifPresent(quota ->
                        findings.add(words.warn("quota.running", cloud.maxInFlight(), model, quota.running())));
        if (cloud.pollRate() > Quota.POLLS) {
            findings.add(words.warn("quota.polls", cloud.pollRate(), Quota.POLLS));
        }
        long throttled = throttled();
        if (throttled > 0) {
            findings.add(words.warn("quota.throttled", throttled));
        }
        return findings.isEmpty()
                ? List.of(words.ok("quota", cloud.submitRate(), cloud.maxInFlight(), cloud.pollRate(), model))
                : findings;
    }

    private long throttled() {
        Instant since = clock.instant().minus(LATELY);
        return records.trials().stream()
                .filter(trial -> trial.isThrottled() && trial.at().isAfter(since))
                .count();
    }
}
