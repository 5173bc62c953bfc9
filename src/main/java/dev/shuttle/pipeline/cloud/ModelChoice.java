package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Providers;
import dev.shuttle.report.outcome.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which model is next for a job. Which models are given up is found from its attempts alone, so that a restart decides the same; among the
 * others those of a provider that has not failed this job come first, and whose breaker is closed.
 *
 * @param models in the order to be tried
 * @param closed whether the breaker of the provider of that name lets calls through
 * @param usable whether the provider of that name is in use, and has a key where it wants one; models of others are passed over
 */
record ModelChoice(List<String> models, Predicate<String> closed, Predicate<String> usable) {
    /** An error that mostly lies with the input is met twice before a model is given up. */
    private static final int TRIES = 2;

    Optional<String> next(Job job) {
        List<String> left = left(job);
        return left.stream()
                .filter(model -> isWell(job, Providers.nameOf(model)))
                .findFirst()
                .or(() -> left.stream()
                        .filter(model -> closed.test(Providers.nameOf(model)))
                        .findFirst())
                .or(() -> left.stream().findFirst());
    }

    /** Whether there are models left to be tried, and not one whose provider can be used. */
    boolean isWithoutKey(Job job) {
        List<String> wanted = wanted(job);
        return !wanted.isEmpty() && wanted.stream().map(Providers::nameOf).noneMatch(usable);
    }

    /** A model of a provider that has not failed this job, other than this one. */
    Optional<String> elsewhere(Job job, String provider) {
        return left(job).stream()
                .filter(model -> !Providers.nameOf(model).equals(provider) && isWell(job, Providers.nameOf(model)))
                .findFirst();
    }

    private List<String> left(Job job) {
        return wanted(job).stream()
                .filter(model -> usable.test(Providers.nameOf(model)))
                .toList();
    }

    private List<String> wanted(Job job) {
        List<String> own = job.order().ticket().models();
        return (own.isEmpty() ? models : own)
                .stream()
                        .map(Providers::canonical)
                        .filter(model -> !isGivenUp(job, model))
                        .toList();
    }

    private boolean isWell(Job job, String provider) {
        return closed.test(provider)
                && job.attempts().stream()
                        .filter(attempt -> Providers.nameOf(attempt.model()).equals(provider))
                        .noneMatch(attempt -> is(attempt, ErrorClass.RETRY) || is(attempt, ErrorClass.ACCOUNT));
    }

    private static boolean isGivenUp(Job job, String model) {
        List<Attempt> failures = job.attempts().stream()
                .filter(attempt -> attempt.model().equals(model))
                .toList();
        return failures.stream().anyMatch(attempt -> is(attempt, ErrorClass.NEXT_MODEL))
                || failures.stream()
                                .filter(attempt -> is(attempt, ErrorClass.RETRY_ONCE))
                                .count()
                        >= TRIES;
    }

    private static boolean is(Attempt attempt, ErrorClass kind) {
        return attempt.kind().equals(kind.name());
    }
}
