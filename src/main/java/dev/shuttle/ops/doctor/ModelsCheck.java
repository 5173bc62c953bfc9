package dev.shuttle.ops.doctor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Whether the account may use each model. No free call tells it: the list shows tasks, not rights. The newest try with the model is
 * believed, for a day.
 */
record ModelsCheck(List<String> models, Records records, InstantSource clock) implements Check {
    private static final Duration BELIEVED = Duration.ofDays(1);

    @Override
    public String name() {
        return "models";
    }

    @Override
    public List<Finding> look() {
        return models.stream().map(this::told).toList();
    }

    private Finding told(String model) {
        Words words = new Words(name());
        Optional<Trial> newest = records.newest(
                trial -> trial.attempt().model().equals(model) && (trial.isSuccess() || trial.isOfTheModel()));
        if (newest.isEmpty()) {
            boolean first = model.equals(models.get(0));
            return words.advised(Level.SKIP, first ? "models.unknown" : "models.untried", model);
        }
        Trial trial = newest.get();
        if (trial.isSuccess()) {
            return words.ok("models", model, trial.at(), Evidence.ids(trial));
        }
        return words.told(
                Evidence.isFresh(trial, clock.instant(), BELIEVED) ? Level.FAIL : Level.WARN,
                trial.hint(),
                "models.refused",
                model,
                trial.at(),
                trial.code(),
                String.valueOf(trial.attempt().message()),
                Evidence.ids(trial));
    }
}
