package dev.shuttle.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of a {@link Configuration}. A value that does not fit is noted with its key, and something harmless stands in for it
 * until {@link #check} ends the reading: one start names all that is wrong.
 */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*(B|KB|MB|GB)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE = Pattern.compile("(\\d+)\\s*/\\s*s");

    private final Configuration configuration;
    private final List<String> problems = new ArrayList<>();

    Values(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Notes what is wrong with a key's value. */
    void problem(String key, String value, String allowed) {
        problems.add(key + "=" + value + ": " + allowed);
    }

    /** @throws SettingsException where anything was noted so far */
    void check() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(configuration.value(key));
    }

    /** The names of the providers whose keys are known, DashScope's not among them. */
    Set<String> providers() {
        return configuration.providers();
    }

    /** What a provider has beside what all have, by the rest of the key; without what is empty. */
    Map<String, String> own(String provider) {
        String prefix = provider + ".";
        return configuration.keys().stream()
                .filter(key -> key.startsWith(prefix) && !ProviderKeys.isCommon(key.substring(prefix.length())))
                .filter(key -> configuration.value(key) != null)
                .collect(Collectors.toMap(
                        key -> key.substring(prefix.length()),
                        key -> Objects.requireNonNull(configuration.value(key))));
    }

    String text(String key) {
        String text = configuration.value(key);
        if (text == null) {
            problem(key, "", "needs a value");
            return "";
        }
        return text;
    }

    List<String> list(String key) {
        List<String> parts = new ArrayList<>();
        for (String part : text(key).split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return List.copyOf(parts);
    }

    Path folder(String key) {
        String text = text(key);
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            problem(key, text, "is not a path here");
            return Path.of("").toAbsolutePath();
        }
    }

    /** A file that is there. */
    Path file(String key) {
        Path file = folder(key);
        if (!Files.isReadable(file)) {
            problem(key, file.toString(), "cannot be read");
        }
        return file;
    }

    /** A value that no log shows. */
    @Nullable
    Secret hidden(String key) {
        String set = configuration.value(key);
        return set == null ? null : new Secret(set);
    }

    /** The value itself or, from {@code key-file}, a file's content. */
    @Nullable
    Secret secret(String key) {
        Secret direct = hidden(key);
        String file = configuration.value(key + "-file");
        if (direct != null || file == null) {
            return direct;
        }
        try {
            String read = Files.readString(Path.of(file), UTF_8);
            if (!read.isBlank()) {
                return new Secret(read);
            }
            problem(key + "-file", file, "is empty");
        } catch (IOException | InvalidPathException e) {
            problem(key + "-file", file, "cannot be read: " + FileErrors.reason(e));
        }
        return null;
    }

    boolean flag(String key) {
        String text = text(key);
        boolean isTrue = text.equalsIgnoreCase("true");
        if (!isTrue && !text.isEmpty() && !text.equalsIgnoreCase("false")) {
            problem(key, text, "must be true or false");
        }
        return isTrue;
    }

    int whole(String key, int least, int most) {
        String text = text(key);
        try {
            int number = text.isEmpty() ? least : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException reported) {
            // Reported below.
        }
        problem(key, text, "must be a whole number from " + least + " to " + most);
        return least;
    }

    double number(String key, double least, double most) {
        String text = text(key);
        try {
            double number = text.isEmpty() ? least : Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException reported) {
            // Reported below.
        }
        problem(key, text, "must be a number from " + least + " to " + most);
        return least;
    }

    Duration duration(String key) {
        String text = text(key);
        try {
            Duration duration = text.isEmpty() ? Duration.ofSeconds(1) : parseDuration(text);
            if (!duration.isZero()) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException reported) {
            // Reported below.
        }
        problem(key, text, "must be a time such as 500ms, 10s, 5m, 1h");
        return Duration.ofSeconds(1);
    }

    long bytes(String key) {
        String text = text(key);
        try {
            long bytes = text.isEmpty() ? 1 : parseSize(text);
            if (bytes > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException | ArithmeticException reported) {
            // Reported below.
        }
        problem(key, text, "must be a size such as 50MB (B, KB, MB, GB)");
        return 1;
    }

    /** A rate per second. */
    int rate(String key) {
        String text = text(key);
        try {
            int rate = text.isEmpty() ? 1 : Integer.parseInt(match(RATE, text).group(1));
            if (rate > 0) {
                return rate;
            }
        } catch (IllegalArgumentException reported) {
            // Reported below.
        }
        problem(key, text, "must be a rate such as 2/s");
        return 1;
    }

    URI uri(String key) {
        String text = text(key);
        URI standIn = URI.create("https://localhost");
        try {
            URI uri = text.isEmpty() ? standIn : URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException reported) {
            // Reported below.
        }
        problem(key, text, "must be an http or https address");
        return standIn;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        String text = text(key);
        E[] constants = type.getEnumConstants();
        List<String> words = new ArrayList<>();
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        if (!text.isEmpty()) {
            problem(key, text, "must be one of " + String.join(", ", words));
        }
        return constants[0];
    }

    private static Duration parseDuration(String text) {
        Matcher match = match(DURATION, text);
        long amount = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static long parseSize(String text) {
        Matcher match = match(SIZE, text);
        String unit = match.group(2) == null ? "B" : match.group(2).toUpperCase(Locale.ROOT);
        long factor = switch (unit) {
            case "KB" -> 1L << 10;
            case "MB" -> 1L << 20;
            case "GB" -> 1L << 30;
            default -> 1L;
        };
        return Math.multiplyExact(Long.parseLong(match.group(1)), factor);
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(text);
        }
        return match;
    }
}
