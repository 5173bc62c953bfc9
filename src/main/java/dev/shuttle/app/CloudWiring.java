package dev.shuttle.app;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.cloud.CloudParts;
import dev.shuttle.pipeline.cloud.CloudStage;
import dev.shuttle.pipeline.cloud.EditRequest;
import dev.shuttle.pipeline.cloud.Refusals;
import dev.shuttle.pipeline.cloud.SharedBreaker;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.AccountLimits.Call;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.provider.DashScope;
import dev.shuttle.provider.DashScopeSettings;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.PollPolicy;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.SettingsException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The part of {@link Wiring} that joins the cloud: the account's settings, the client, the breaker, what is asked for a job. */
record CloudWiring(
        Settings settings,
        Presets presets,
        Journal journal,
        AccountLimits limits,
        SharedBreaker allBreakers,
        CircuitBreaker breaker,
        InstantSource clock,
        InstantSource steady,
        RandomGenerator random,
        Refusals refusals) {
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    /** How long a task that was just accepted may take to show in the task list. */
    private static final Duration LOOK_UP_GRACE = Duration.ofSeconds(5);

    /** When a request may be sent: by this program's rates, or by those of all nodes together. */
    Limiter limiter(Shutdown shutdown) {
        Settings.Cloud cloud = settings.cloud();
        return limits.isShared()
                ? new Limiter(
                        rate(Call.SUBMIT, cloud.submitRate(), shutdown), rate(Call.TASK, cloud.pollRate(), shutdown))
                : CloudClient.limiter(dashScope(cloud));
    }

    /** One of all nodes together. */
    private Limiter.Rate rate(Call call, double perSecond, Shutdown shutdown) {
        return () -> {
            Optional<Duration> wait = limits.turn(call, perSecond, CloudClient.PATIENCE);
            try {
                if (wait.isPresent()) {
                    shutdown.sleep(wait.get());
                }
                return wait.isPresent();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /** @param emulated whether the service on the other end of the wire is an emulator */
    CloudStage stage(DashScope client, Shutdown shutdown, BooleanSupplier emulated) {
        return new CloudParts(
                        settings,
                        client,
                        PollPolicy.of(dashScope(settings.cloud()), clock, steady, random),
                        breaker,
                        journal,
                        shutdown,
                        job -> EditRequest.of(job, presets, settings.cloud()),
                        emulated,
                        refusals,
                        limits,
                        allBreakers,
                        clock,
                        steady)
                .stage();
    }

    /** @throws SettingsException where a value is not one the service knows */
    static DashScopeSettings dashScope(Settings.Cloud cloud) {
        try {
            return new DashScopeSettings(
                    cloud.baseUrl(),
                    () -> cloud.key() == null ? "" : cloud.key().get(),
                    cloud.workspace(),
                    cloud.models(),
                    cloud.function(),
                    cloud.prompt(),
                    cloud.strength(),
                    cloud.seed(),
                    cloud.requestTimeout(),
                    cloud.connectTimeout(),
                    cloud.retries(),
                    cloud.retryBackoff(),
                    LONGEST_BACKOFF,
                    cloud.pollInitial(),
                    cloud.pollMax(),
                    cloud.deadline(),
                    LOOK_UP_GRACE,
                    cloud.submitRate(),
                    cloud.pollRate(),
                    cloud.resultHosts(),
                    cloud.maxResultSize());
        } catch (IllegalArgumentException e) {
            throw new SettingsException(List.of(FileErrors.of(e)));
        }
    }
}
