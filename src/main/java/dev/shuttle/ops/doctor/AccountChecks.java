package dev.shuttle.ops.doctor;

import dev.shuttle.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service allows this account: rates, and what recent jobs show of bills and models. */
final class AccountChecks {
    /** How long what a try shows is taken for true; after that it is only a warning. */
    private static final Duration BELIEVED = Duration.ofDays(1);

    private AccountChecks() {}

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
                    .ifPresent(quota ->
                            findings.add(words.warn("quota.submits", cloud.submitRate(), model, quota.submits())));
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

    /**
     * What the service allows an account, all its keys together (Model Studio, "Rate limits").
     *
     * @param submits per second
     * @param running tasks at once; 0 where none is published
     */
    record Quota(int submits, int running) {
        /** Polls, lists and cancels per second, each ("Manage asynchronous tasks"). */
        static final int POLLS = 20;

        private static final Map<String, Quota> PUBLISHED = Map.of(
                "wanx2.1-imageedit", new Quota(2, 2),
                "wan2.5-i2i-preview", new Quota(5, 5),
                "wan2.6-image", new Quota(5, 5),
                "wan2.7-image", new Quota(5, 5),
                "qwen-image-edit", new Quota(2, 0),
                "qwen-image-edit-plus", new Quota(2, 0));

        static Optional<Quota> of(String model) {
            return Optional.ofNullable(PUBLISHED.get(model));
        }
    }

    /**
     * Whether the account's bills are paid. No free call shows it; the newest try that does counts for a day, and after that as a
     * warning, since somebody may have paid meanwhile.
     */
    record AccountCheck(Records records, InstantSource clock) implements Check {
        @Override
        public String name() {
            return "account";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            Optional<Trial> newest = records.newest(trial -> trial.isOfTheAccount() || trial.isSuccess());
            return List.of(newest.map(trial -> finding(words, trial, clock))
                    .orElseGet(() -> words.advised(Finding.Level.SKIP, "account.unknown")));
        }

        private static Finding finding(Words words, Trial trial, InstantSource clock) {
            if (trial.isSuccess()) {
                return words.ok("account", trial.at(), ids(trial));
            }
            return words.hinted(
                    isFresh(trial, clock.instant()) ? Finding.Level.FAIL : Finding.Level.WARN,
                    trial.hint(),
                    "account.refused",
                    trial.at(),
                    trial.code(),
                    String.valueOf(trial.attempt().message()),
                    ids(trial));
        }
    }

    /**
     * Whether the account may use each model. No free call shows it: the list has tasks, not rights. The newest try with the model
     * counts, for a day.
     */
    record ModelsCheck(List<String> models, Records records, InstantSource clock) implements Check {
        @Override
        public String name() {
            return "models";
        }

        @Override
        public List<Finding> look() {
            return models.stream().map(this::finding).toList();
        }

        private Finding finding(String model) {
            Words words = new Words(name());
            Optional<Trial> newest = records.newest(
                    trial -> trial.attempt().model().equals(model) && (trial.isSuccess() || trial.isOfTheModel()));
            if (newest.isEmpty()) {
                boolean first = model.equals(models.get(0));
                return words.advised(Finding.Level.SKIP, first ? "models.unknown" : "models.untried", model);
            }
            Trial trial = newest.get();
            if (trial.isSuccess()) {
                return words.ok("models", model, trial.at(), ids(trial));
            }
            return words.hinted(
                    isFresh(trial, clock.instant()) ? Finding.Level.FAIL : Finding.Level.WARN,
                    trial.hint(),
                    "models.refused",
                    model,
                    trial.at(),
                    trial.code(),
                    String.valueOf(trial.attempt().message()),
                    ids(trial));
        }
    }

    private static boolean isFresh(Trial trial, Instant now) {
        return trial.at().plus(BELIEVED).isAfter(now);
    }

    /** How a try is cited: the ids that the vendor's support needs, and the job's. */
    private static String ids(Trial trial) {
        StringBuilder ids = new StringBuilder();
        add(ids, "job", trial.job());
        add(ids, "task", trial.attempt().taskId());
        add(ids, "request", trial.attempt().requestId());
        ids.append(trial.emulated() ? (ids.isEmpty() ? "" : ", ") + "emulated" : "");
        return ids.isEmpty() ? "–" : ids.toString();
    }

    private static void add(StringBuilder ids, String name, @Nullable String id) {
        if (id != null) {
            ids.append(ids.isEmpty() ? "" : ", ").append(name).append(' ').append(id);
        }
    }
}
