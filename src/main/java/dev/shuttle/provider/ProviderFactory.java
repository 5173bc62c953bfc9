package dev.shuttle.provider;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Makes a provider of its settings. Found by {@link java.util.ServiceLoader}, so a jar on the class path adds one; its routes lie beside it
 * as {@code shuttle/providers/NAME.camel.yaml}, and its keys with their defaults as {@code shuttle/providers.properties}.
 */
public interface ProviderFactory {
    /** As models and keys begin: lower-case letters and digits. */
    String name();

    /** Whether it may have a model of that name, as far as can be told without asking. */
    boolean isModel(String name);

    /**
     * The provider; nothing is called yet.
     *
     * @throws IllegalArgumentException naming the key whose value is not one it knows
     */
    Provider open(Account account, Surroundings surroundings);

    /**
     * What the program gives each provider.
     *
     * @param wire one HTTP exchange
     * @param limiter the provider's rates
     * @param clock for times that are kept
     * @param steady only passes; waits are measured by it
     * @param sleeper ends early where the program stops
     */
    record Surroundings(
            Wire wire,
            Limiter limiter,
            InstantSource clock,
            InstantSource steady,
            RandomGenerator random,
            Sleeper sleeper) {}
}
