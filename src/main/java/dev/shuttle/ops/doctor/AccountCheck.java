package dev.shuttle.ops.doctor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Whether the account's bills are paid. No free call tells it; the newest try that does is believed, for a day, and after that only
 * warned of, since somebody may have paid meanwhile.
 */
record AccountCheck(Records records, InstantSource clock) implements Check {
    private static final Duration BELIEVED = Duration.ofDays(1);

    @Override
    public String name() {
        return "account";
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        Optional<Trial> newest = records.newest(trial -> trial.isOfTheAccount() || trial.isSuccess());
        return List.of(newest.map(trial -> told(words, trial, clock))
                .orElseGet(() -> words.advised(Level.SKIP, "account.unknown")));
    }

    private static Finding told(Words words, Trial trial, InstantSource clock) {
        if (trial.isSuccess()) {
            return words.ok("account", trial.at(), Evidence.ids(trial));
        }
        return words.told(
                Evidence.isFresh(trial, clock.instant(), BELIEVED) ? Level.FAIL : Level.WARN,
                trial.hint(),
                "account.refused",
                trial.at(),
                trial.code(),
                String.valueOf(trial.attempt().message()),
                Evidence.ids(trial));
    }
}
