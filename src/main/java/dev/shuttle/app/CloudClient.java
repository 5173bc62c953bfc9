package dev.shuttle.app;

import dev.shuttle.camel.CamelWire;
import dev.shuttle.camel.ErrorHandlers;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.provider.Account;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Provider;
import dev.shuttle.provider.ProviderFactory;
import dev.shuttle.provider.ProviderFactory.Surroundings;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.Wire;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.SettingsException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** The providers' clients and their one wire: all that the routes of the providers and those in {@code 34-http} call. */
record CloudClient(CamelContext context, CamelWire wire, Providers providers, Map<String, Account> accounts) {
    /** No submit waits longer for its turn; with two a second that is a queue of 600. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Whether the provider of this name has said that it is an emulator. */
    boolean isEmulated(String provider) {
        Account account = accounts.get(provider);
        return account != null && wire.isEmulated(account.baseUrl());
    }

    /** By the rates of one program. */
    static Limiter limiter(String provider, Account account) {
        return new Limiter(provider, account.submitRate(), account.pollRate(), PATIENCE);
    }

    /**
     * Makes the providers that have an account known to a context's routes, by the names they use.
     *
     * @param accounts by the providers' names
     * @param limiters when a request may be sent
     * @param breakers by the providers' names
     * @param trace headers by which an exchange belongs to the trace of who asks for it
     * @param watch called after each exchange
     */
    static CloudClient bindTo(
            CamelContext context,
            Map<String, Account> accounts,
            BiFunction<String, Account, Limiter> limiters,
            Function<String, CircuitBreaker> breakers,
            Supplier<Map<String, String>> trace,
            Wire.Watch watch,
            Shutdown shutdown,
            InstantSource clock,
            InstantSource steady,
            RandomGenerator random) {
        CamelWire wire = new CamelWire(context, trace, watch, shutdown);
        Registry registry = context.getRegistry();
        ErrorHandlers.bindTo(context);
        wire.bind();
        List<Provider> open = new ArrayList<>();
        for (ProviderFactory factory : Providers.found()) {
            Account account = accounts.get(factory.name());
            if (account != null) {
                Limiter limiter = limiters.apply(factory.name(), account);
                open.add(opened(factory, account, new Surroundings(wire, limiter, clock, steady, random, shutdown)));
            }
        }
        for (Provider provider : open) {
            registry.bind(provider.name(), provider);
            registry.bind(provider.name() + "Breaker", breakers.apply(provider.name()));
            provider.beans().forEach(registry::bind);
        }
        return new CloudClient(context, wire, new Providers(open), accounts);
    }

    /** @throws SettingsException naming the key whose value is not one the provider knows */
    private static Provider opened(ProviderFactory factory, Account account, Surroundings around) {
        try {
            return factory.open(account, around);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(List.of(FileErrors.of(e)));
        }
    }
}
