package dev.shuttle.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account with a provider other than DashScope; its keys are {@code NAME.…}, with DashScope's names and defaults where it has none.
 *
 * @param key the API key; null where there is none
 * @param models those of it that {@code shuttle.models} names, in order
 * @param submitRate per second
 * @param pollRate per second
 * @param resultHosts empty: the provider's own
 * @param maxResultSize bytes
 * @param own by the rest of the key, what only this provider has; without what is empty
 */
public record ProviderSettings(
        String name,
        URI baseUrl,
        @Nullable Secret key,
        List<String> models,
        int maxInFlight,
        int submitRate,
        int pollRate,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration pollInitial,
        Duration pollMax,
        Duration deadline,
        int retries,
        Duration retryBackoff,
        List<String> resultHosts,
        long maxResultSize,
        Settings.Breaker breaker,
        Map<String, String> own) {
    /** Whether it can be asked: a service on the Internet wants a key, a server of one's own mostly none. */
    public boolean isUsable() {
        return key != null || !"https".equals(baseUrl.getScheme());
    }
}
