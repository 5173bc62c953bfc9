package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.provider.DashScope;
import dev.shuttle.provider.PollPolicy;
import dev.shuttle.settings.Settings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What the cloud stage is made of.
 *
 * @param breaker the one that the route puts round the submit
 * @param shutdown wakes the stage's waits; the client sleeps by it too
 * @param emulated whether the service on the other end is an emulator
 * @param refusals called for a refused account
 * @param limits what the nodes that use the account agree on
 * @param allBreakers this node's breaker among theirs
 * @param steady only passes, whatever the clock is set to; waits are measured by it
 */
public record CloudParts(
        Settings settings,
        DashScope dashScope,
        PollPolicy pollPolicy,
        CircuitBreaker breaker,
        Journal journal,
        Shutdown shutdown,
        Function<Job, EditRequest> briefs,
        BooleanSupplier emulated,
        Refusals refusals,
        AccountLimits limits,
        SharedBreaker allBreakers,
        InstantSource clock,
        InstantSource steady) {
    /** A poll takes milliseconds, and the account allows 20 a second; more threads only wait where the service hangs. */
    private static final int MOST_POLLS = 8;

    /** Joins them. */
    public CloudStage stage() {
        ModelChoice choice = new ModelChoice(settings.cloud().models());
        Fallbacks fallbacks =
                new Fallbacks(choice, settings.fallback(), breaker, refusals, journal, settings.locale(), clock);
        QueueDeadlines turns = new QueueDeadlines(settings.cloudWait(), settings.fallback(), steady);
        int inFlight = settings.cloud().maxInFlight();
        PollQueue polls = new PollQueue(Math.min(inFlight, MOST_POLLS), steady);
        PollStep poll = new PollStep(
                dashScope,
                pollPolicy,
                fallbacks,
                journal,
                shutdown,
                settings.cloud().requestTimeout(),
                clock,
                steady);
        Path work = settings.folders().work();
        OpenIntents intents = new OpenIntents(dashScope, briefs, fallbacks, journal, work, shutdown, clock);
        return new CloudStage(
                work,
                new SubmitStep(
                        dashScope,
                        choice,
                        briefs,
                        fallbacks,
                        intents,
                        journal,
                        work,
                        new Lane(limits, allBreakers, intents, shutdown),
                        shutdown,
                        clock),
                poll,
                new DownloadStep(
                        dashScope,
                        work,
                        fallbacks,
                        journal,
                        shutdown,
                        emulated,
                        new Ownership(journal, work, settings.folders().outbox()),
                        clock,
                        settings.convertDeadline()),
                fallbacks,
                turns,
                inFlight,
                limits,
                polls,
                journal,
                shutdown,
                clock,
                settings.convertDeadline(),
                settings.broker() != null);
    }
}
