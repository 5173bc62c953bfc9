package dev.shuttle.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All values by key, each from the strongest source that has it: {@code --set}, then the environment, then
 * {@code shuttle.properties}, then the built-in {@code application.properties}, which is also the list of known keys.
 */
public final class Configuration {
    private static final Map<String, String> RENAMED =
            Map.of("shuttle.stage.admitted", "shuttle.stage.intake", "shuttle.stage.resumed", "shuttle.stage.poll");

    /** Keys whose value may not stand on a command line, where any user's {@code ps} shows it. */
    static final Set<String> SECRETS = Set.of(
            "dashscope.api-key",
            "shuttle.journal.password",
            "shuttle.broker.password",
            "shuttle.ftp.password",
            "shuttle.sftp.password",
            "shuttle.sftp.out.password",
            "shuttle.api.token",
            "shuttle.hawtio.password",
            "shuttle.hawtio.viewer-password",
            "shuttle.alert.webhook",
            "shuttle.alert.secret",
            "shuttle.store.secret-key");

    /** Environment names that are not simply the key in capitals, weaker ones last. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "dashscope.api-key", List.of("TONGYI_API_KEY"),
            "dashscope.base-url", List.of("DASHSCOPE_HTTP_BASE_URL"));

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z0-9.-]+)}");

    private final Map<String, String> values;
    private final Map<String, String> origins;

    private Configuration(Map<String, String> values, Map<String, String> origins) {
        this.values = values;
        this.origins = origins;
    }

    /**
     * Reads all sources.
     *
     * @param overrides {@code --set} values
     * @param environment the process's environment
     * @param file {@code shuttle.properties}; may be missing
     * @throws SettingsException where a key is unknown, a secret stands in {@code --set}, or the file cannot be read
     */
    public static Configuration load(Map<String, String> overrides, Map<String, String> environment, Path file) {
        Map<String, String> builtIn = builtIn();
        Map<String, String> own = Files.exists(file) ? read(file) : Map.of();
        List<String> problems = new ArrayList<>();
        check(own.keySet(), file.toString(), builtIn, problems);
        check(overrides.keySet(), "--set", builtIn, problems);
        for (String key : overrides.keySet()) {
            if (isSecret(key)) {
                problems.add("--set " + key
                        + ": a secret on the command line is seen by every user; use the environment or a file");
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        Map<String, String> merged = new TreeMap<>(builtIn);
        Map<String, String> origins = new TreeMap<>();
        Map<String, String> fromEnvironment = fromEnvironment(builtIn.keySet(), environment);
        merged.putAll(own);
        own.keySet().forEach(key -> origins.put(key, file.toString()));
        merged.putAll(fromEnvironment);
        fromEnvironment.keySet().forEach(key -> origins.put(key, nameOf(key, environment)));
        merged.putAll(overrides);
        overrides.keySet().forEach(key -> origins.put(key, "--set"));
        return new Configuration(resolved(merged), origins);
    }

    /** Where a value came from: {@code --set}, a variable's name, the file, or {@code built-in}. */
    public String origin(String key) {
        return origins.getOrDefault(key, "built-in");
    }

    /** Whether a key has a value. */
    public boolean isSet(String key) {
        return value(key) != null;
    }

    /** All keys, whether a value may be shown or not. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Whether a key's value may be shown to nobody. */
    public static boolean isSecret(String key) {
        return SECRETS.contains(key) || key.endsWith(".api-key");
    }

    /** The secret values themselves, so that texts can be searched for them. */
    public List<String> secrets() {
        return values.keySet().stream()
                .filter(Configuration::isSecret)
                .map(this::value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** All values without the secrets, for placeholders in routes. */
    public Map<String, String> placeholders() {
        return values.entrySet().stream()
                .filter(entry -> !isSecret(entry.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The value of a key, or null where it is empty. */
    @Nullable
    String value(String key) {
        String value = Objects.requireNonNull(values.get(key), key).strip();
        return value.isEmpty() ? null : value;
    }

    /** The names of the providers whose keys are known, DashScope's not among them. */
    Set<String> providers() {
        return ProviderKeys.providers(values.keySet());
    }

    private static Map<String, String> builtIn() {
        return ProviderKeys.completed(applicationProperties());
    }

    private static Map<String, String> applicationProperties() {
        try (InputStream in = Configuration.class.getResourceAsStream("/application.properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(Objects.requireNonNull(in, "application.properties"), UTF_8));
            return map(properties);
        } catch (IOException e) {
            throw new SettingsException(List.of("application.properties cannot be read: " + FileErrors.reason(e)));
        }
    }

    private static Map<String, String> read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(in);
            return map(properties);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(List.of(file + " cannot be read as UTF-8 properties: " + FileErrors.reason(e)));
        }
    }

    private static Map<String, String> map(Properties properties) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            map.put(key, properties.getProperty(key));
        }
        return map;
    }

    private static void check(Set<String> keys, String where, Map<String, String> known, List<String> problems) {
        Set<String> providers = ProviderKeys.providers(known.keySet());
        for (String key : keys) {
            boolean own = key.startsWith("shuttle.")
                    || key.startsWith("dashscope.")
                    || providers.contains(key.substring(0, Math.max(0, key.indexOf('.'))));
            if (own && !known.containsKey(key)) {
                String now = RENAMED.get(key);
                problems.add(where + ": unknown key " + key
                        + (now == null ? Nearest.to(key, known.keySet()) : "; it is called " + now + " now"));
            } else if (!own && !key.startsWith("camel.")) {
                problems.add(where + ": unknown key " + key
                        + "; keys begin with shuttle., dashscope., camel. or a provider's name");
            }
        }
    }

    private static Map<String, String> fromEnvironment(Set<String> keys, Map<String, String> environment) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String key : keys) {
            String value = environment.get(nameOf(key, environment));
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    /** The variable that sets a key; where none does, a name that is not in the environment. */
    private static String nameOf(String key, Map<String, String> environment) {
        List<String> names = new ArrayList<>();
        names.add(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        names.addAll(ALIASES.getOrDefault(key, List.of()));
        return names.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> resolved(Map<String, String> raw) {
        Map<String, String> resolved = new TreeMap<>(raw);
        for (Map.Entry<String, String> entry : resolved.entrySet()) {
            if (entry.getValue().contains("${")) {
                entry.setValue(resolved(entry.getValue(), raw));
            }
        }
        return resolved;
    }

    private static String resolved(String value, Map<String, String> raw) {
        return REFERENCE.matcher(value).replaceAll(match -> {
            // A secret named in another value would leave by that value.
            String target = isSecret(match.group(1)) ? null : raw.get(match.group(1));
            return Matcher.quoteReplacement(target == null ? match.group() : target);
        });
    }
}
