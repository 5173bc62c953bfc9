package dev.shuttle.provider;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One provider's settings, as its keys {@code NAME.…} have them. What all providers have stands in fields, what only one has in {@code own}.
 *
 * @param key read at each call, so that a key file may change; blank where there is none
 * @param models those of this provider that {@code shuttle.models} names, in their order
 * @param requestTimeout for one exchange that does not wait for a picture
 * @param retries how often a call is repeated, 0 for never
 * @param retryBackoff the first wait before a repeat
 * @param pollInitial the first wait before a poll
 * @param pollMax the longest wait before a poll
 * @param deadline how long a picture is waited for, in a task or in one exchange
 * @param submitRate submissions per second
 * @param pollRate polls, lists and cancels per second
 * @param resultHosts where results may be fetched from
 * @param maxResultSize the largest result in bytes
 * @param own by the rest of the key, such as {@code dialect}; what is empty is not there
 * @param files the text of the file of that name; throws {@link IllegalArgumentException} where it cannot be read
 */
public record Account(
        URI baseUrl,
        Supplier<String> key,
        List<String> models,
        Duration connectTimeout,
        Duration requestTimeout,
        int retries,
        Duration retryBackoff,
        Duration pollInitial,
        Duration pollMax,
        Duration deadline,
        double submitRate,
        double pollRate,
        List<String> resultHosts,
        long maxResultSize,
        Map<String, String> own,
        UnaryOperator<String> files) {
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    /** Keeps copies. */
    public Account {
        models = List.copyOf(models);
        resultHosts = List.copyOf(resultHosts);
        own = Map.copyOf(own);
    }

    /** The value of one of the provider's own keys; null where it is empty. */
    public @Nullable String own(String key) {
        return own.get(key);
    }

    /** The same, which must be there. */
    public String require(String key) {
        String value = own.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " must not be empty");
        }
        return value;
    }

    /** How calls are made and repeated. */
    public Exchanges.Terms terms(String provider) {
        return new Exchanges.Terms(provider, baseUrl, key, retries, new Backoff(retryBackoff, LONGEST_BACKOFF, 2));
    }

    /** The same, each call made once. */
    public Account withoutRepeats() {
        return new Account(
                baseUrl,
                key,
                models,
                connectTimeout,
                requestTimeout,
                0,
                retryBackoff,
                pollInitial,
                pollMax,
                deadline,
                submitRate,
                pollRate,
                resultHosts,
                maxResultSize,
                own,
                files);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return baseUrl + ", models " + models;
    }
}
