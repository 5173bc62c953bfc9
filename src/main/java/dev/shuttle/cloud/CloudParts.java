package dev.shuttle.cloud;

import dev.shuttle.dashscope.DashScope;
import dev.shuttle.dashscope.PollPolicy;
import dev.shuttle.job.Job;
import dev.shuttle.job.Journal;
import dev.shuttle.settings.Settings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What the cloud stage is made of.
 *
 * @param breaker the one that the route puts round the submit
 * @param pauses wakes the stage's threads when the program stops; the client sleeps by it too
 * @param emulated whether the service on the other end is an emulator
 * @param refusals hears of a refused account
 */
public record CloudParts(
        Settings settings,
        DashScope dashScope,
        PollPolicy pollPolicy,
        CircuitBreaker breaker,
        Journal journal,
        Pauses pauses,
        Function<Job, Brief> briefs,
        BooleanSupplier emulated,
        Refusals refusals,
        InstantSource clock) {

    /** Joins them. */
    public CloudStage stage() {
        ModelChoice choice = new ModelChoice(settings.cloud().models());
        Fallbacks fallbacks =
                new Fallbacks(choice, settings.fallback(), breaker, refusals, journal, settings.locale(), clock);
        Turns turns = new Turns(settings.cloudWait(), settings.fallback(), clock);
        return new CloudStage(
                settings.folders().work(),
                new SubmitStep(dashScope, choice, briefs, fallbacks, journal, pauses, clock),
                new PollStep(dashScope, pollPolicy, fallbacks, journal, pauses, clock),
                new DownloadStep(
                        dashScope,
                        settings.folders().work(),
                        fallbacks,
                        journal,
                        pauses,
                        emulated,
                        clock,
                        settings.convertDeadline()),
                fallbacks,
                turns,
                journal,
                pauses,
                clock,
                settings.convertDeadline());
    }
}
