package dev.shuttle.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys of providers other than DashScope. A provider is known by its {@code NAME.base-url}; a jar brings its own keys in
 * {@code shuttle/providers.properties}. What DashScope has by default, each provider has too.
 */
final class ProviderKeys {
    private static final String BROUGHT = "shuttle/providers.properties";
    private static final String ADDRESS = ".base-url";
    private static final Set<String> NONE = Set.of("shuttle", "dashscope", "camel");

    /** What a provider has without saying so; the values are DashScope's. */
    private static final List<String> COMMON = List.of(
            "max-in-flight",
            "submit-rate",
            "poll-rate",
            "connect-timeout",
            "request-timeout",
            "poll-initial",
            "poll-max",
            "deadline",
            "retries",
            "retry-backoff",
            "max-result-size",
            "breaker.sliding-window-type",
            "breaker.sliding-window-size",
            "breaker.minimum-number-of-calls",
            "breaker.failure-rate-threshold",
            "breaker.wait-duration-in-open-state",
            "breaker.permitted-number-of-calls-in-half-open-state");

    /** What a provider has without saying so, and is empty. */
    private static final List<String> EMPTY = List.of("api-key", "api-key-file", "result-hosts");

    private ProviderKeys() {}

    /** Providers that have an address among these keys. */
    static Set<String> providers(Set<String> keys) {
        Set<String> names = new TreeSet<>();
        for (String key : keys) {
            String name = key.endsWith(ADDRESS) ? key.substring(0, key.length() - ADDRESS.length()) : "";
            if (name.matches("[a-z][a-z0-9]*") && !NONE.contains(name)) {
                names.add(name);
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /** All keys with their defaults: the program's, those that jars bring, and what each provider has without saying so. */
    static Map<String, String> completed(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(brought());
        all.putAll(own);
        for (String name : providers(all.keySet())) {
            COMMON.forEach(key -> all.putIfAbsent(name + "." + key, own.getOrDefault("dashscope." + key, "")));
            EMPTY.forEach(key -> all.putIfAbsent(name + "." + key, ""));
        }
        return all;
    }

    /** Whether a key is one that all providers have. */
    static boolean isCommon(String key) {
        return COMMON.contains(key) || EMPTY.contains(key) || key.equals("base-url");
    }

    private static Map<String, String> brought() {
        Map<String, String> found = new TreeMap<>();
        try {
            for (URL each : Collections.list(ProviderKeys.class.getClassLoader().getResources(BROUGHT))) {
                Properties properties = new Properties();
                try (Reader in = new InputStreamReader(each.openStream(), UTF_8)) {
                    properties.load(in);
                }
                properties.stringPropertyNames().forEach(key -> found.put(key, properties.getProperty(key)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(List.of(BROUGHT + " cannot be read: " + FileErrors.reason(e)));
        }
        return found;
    }
}
