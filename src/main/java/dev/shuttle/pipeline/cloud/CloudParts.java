package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the cloud stage is made of.
 *
 * @param services the providers in use
 * @param shutdown wakes the stage's waits; the client sleeps by it too
 * @param emulated whether the provider of this name is an emulator
 * @param refusals called for a refused account
 * @param limits what the nodes that use the account agree on
 * @param allBreakers this node's breaker among theirs
 * @param steady only passes, whatever the clock is set to; waits are measured by it
 */
public record CloudParts(
        Settings settings,
        Services services,
        Journal journal,
        Shutdown shutdown,
        Function<Job, EditRequest> briefs,
        Predicate<String> emulated,
        Refusals refusals,
        AccountLimits limits,
        SharedBreaker allBreakers,
        InstantSource clock,
        InstantSource steady) {
    /** A poll takes milliseconds, and the account allows 20 a second; more threads only wait where the service hangs. */
    private static final int MOST_POLLS = 8;

    /** Joins them. */
    public CloudStage stage() {
        ModelChoice choice = new ModelChoice(settings.cloud().models(), services::isClosed, services::isUsable);
        ChosenModels chosen = new ChosenModels(choice);
        Fallbacks fallbacks =
                new Fallbacks(choice, settings.fallback(), services, refusals, journal, settings.locale(), clock);
        QueueDeadlines turns = new QueueDeadlines(settings.cloudWait(), settings.fallback(), steady);
        int inFlight = services.all().stream().mapToInt(Service::maxInFlight).sum();
        PollQueue polls = new PollQueue(Math.min(inFlight, MOST_POLLS), steady);
        PollStep poll = new PollStep(services, fallbacks, journal, shutdown, clock, steady);
        Path work = settings.folders().work();
        OpenIntents intents = new OpenIntents(services, briefs, fallbacks, journal, work, shutdown, clock);
        return new CloudStage(
                work,
                new SubmitStep(
                        services,
                        choice,
                        chosen,
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
                        services,
                        work,
                        fallbacks,
                        journal,
                        shutdown,
                        emulated,
                        new Ownership(journal, work, settings.folders().outbox(), services),
                        clock,
                        settings.convertDeadline()),
                fallbacks,
                turns,
                services,
                chosen,
                polls,
                journal,
                shutdown,
                clock,
                settings.convertDeadline(),
                settings.broker() != null);
    }
}
