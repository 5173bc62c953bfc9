package dev.shuttle.app;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.cloud.CloudParts;
import dev.shuttle.pipeline.cloud.CloudStage;
import dev.shuttle.pipeline.cloud.EditRequest;
import dev.shuttle.pipeline.cloud.Refusals;
import dev.shuttle.pipeline.cloud.Service;
import dev.shuttle.pipeline.cloud.Services;
import dev.shuttle.pipeline.cloud.SharedBreaker;
import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.AccountLimits.Call;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.provider.Account;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Provider;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.ProviderSettings;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.SettingsException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The part of {@link Wiring} that joins the cloud: the account's settings, the client, the breaker, what is asked for a job. */
record CloudWiring(
        Settings settings,
        Presets presets,
        Journal journal,
        AccountLimits limits,
        SharedBreaker allBreakers,
        CircuitBreaker breaker,
        Function<String, CircuitBreaker> breakers,
        InstantSource clock,
        InstantSource steady,
        RandomGenerator random,
        Refusals refusals) {
    /** When a request may be sent: by this program's rates, or by those of all nodes together. */
    Limiter limiter(String provider, Account account, Shutdown shutdown) {
        Settings.Cloud cloud = settings.cloud();
        return limits.isShared() && provider.equals(Providers.USUAL)
                ? new Limiter(
                        provider,
                        rate(Call.SUBMIT, cloud.submitRate(), shutdown),
                        rate(Call.TASK, cloud.pollRate(), shutdown))
                : CloudClient.limiter(provider, account);
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

    /**
     * The stage round these providers.
     *
     * @param emulated whether the provider of this name is an emulator
     */
    CloudStage stage(Providers providers, Shutdown shutdown, Predicate<String> emulated) {
        return new CloudParts(
                        settings,
                        new Services(providers.all().stream().map(this::service).toList()),
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

    private Service service(Provider provider) {
        Settings.Cloud cloud = settings.cloud();
        ProviderSettings other = settings.providers().get(provider.name());
        return other == null
                ? new Service(
                        provider, breaker, cloud.maxInFlight(), cloud.requestTimeout(), limits, cloud.key() != null)
                : new Service(
                        provider,
                        breakers.apply(provider.name()),
                        other.maxInFlight(),
                        other.requestTimeout(),
                        AccountLimits.ALONE,
                        other.isUsable());
    }

    /** The providers' accounts, by their names. */
    static Map<String, Account> accounts(Settings settings) {
        Map<String, Account> accounts = new HashMap<>();
        settings.providers().forEach((name, provider) -> accounts.put(name, account(provider)));
        accounts.put(Providers.USUAL, account(settings.cloud()));
        return accounts;
    }

    private static Account account(ProviderSettings of) {
        return new Account(
                of.baseUrl(),
                () -> of.key() == null ? "" : of.key().get(),
                of.models(),
                of.connectTimeout(),
                of.requestTimeout(),
                of.retries(),
                of.retryBackoff(),
                of.pollInitial(),
                of.pollMax(),
                of.deadline(),
                of.submitRate(),
                of.pollRate(),
                of.resultHosts(),
                of.maxResultSize(),
                of.own(),
                CloudWiring::text);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + FileErrors.reason(e), e);
        }
    }

    private static Account account(Settings.Cloud cloud) {
        Map<String, String> own = new HashMap<>();
        own.put("function", cloud.function());
        own.put("prompt", cloud.prompt());
        own.put("strength", String.valueOf(cloud.strength()));
        own.put("seed", String.valueOf(cloud.seed()));
        if (cloud.workspace() != null) {
            own.put("workspace", cloud.workspace());
        }
        return new Account(
                cloud.baseUrl(),
                () -> cloud.key() == null ? "" : cloud.key().get(),
                cloud.ownModels(),
                cloud.connectTimeout(),
                cloud.requestTimeout(),
                cloud.retries(),
                cloud.retryBackoff(),
                cloud.pollInitial(),
                cloud.pollMax(),
                cloud.deadline(),
                cloud.submitRate(),
                cloud.pollRate(),
                cloud.resultHosts(),
                cloud.maxResultSize(),
                own,
                CloudWiring::text);
    }

    /** @throws SettingsException where a value is not one that a service knows, or a model is nobody's */
    static void check(Settings settings) {
        dashScope(settings.cloud());
        List<String> problems = settings.cloud().models().stream()
                .map(Providers::canonical)
                .filter(model -> !isKnown(settings, model))
                .map(model -> "shuttle.models=" + model + ": no provider '" + Providers.nameOf(model)
                        + "' with such a model is here; a provider has a jar or is built in, and has its "
                        + Providers.nameOf(model) + ".base-url")
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    /** DashScope's names are looked at with its other settings. */
    private static boolean isKnown(Settings settings, String model) {
        String name = Providers.nameOf(model);
        return name.equals(Providers.USUAL) || (settings.providers().containsKey(name) && Providers.isModel(model));
    }

    /** @throws SettingsException where a value is not one the service knows */
    static DashScopeSettings dashScope(Settings.Cloud cloud) {
        try {
            return DashScopeSettings.of(account(cloud));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(List.of(FileErrors.of(e)));
        }
    }
}
