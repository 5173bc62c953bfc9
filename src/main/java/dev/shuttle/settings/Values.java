package dev.shuttle.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of a {@link Configuration}. A value that does not fit is noted with its key, and something harmless stands in for it
 * until {@link #check} ends the reading: one start tells all that is wrong.
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

    String text(String key) {
        return optional(key).orElseGet(() -> {
            problem(key, "", "needs a value");
            return "";
        });
    }

    List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    Path folder(String key) {
        return parse(key, "is not a path here", Path.of(""), Path::of)
                .toAbsolutePath()
                .normalize();
    }

    /** A file that is there. */
    Path file(String key) {
        Path file = folder(key);
        if (!Files.isReadable(file)) {
            problem(key, file.toString(), "cannot be read");
        }
        return file;
    }

    /** The value itself or, from {@code key-file}, a file's content. */
    @Nullable
    Secret secret(String key) {
        Optional<String> direct = optional(key);
        Optional<String> file = optional(key + "-file");
        if (direct.isPresent() || file.isEmpty()) {
            return direct.map(Secret::new).orElse(null);
        }
        try {
            String read = Files.readString(Path.of(file.get()));
            if (!read.isBlank()) {
                return new Secret(read);
            }
            problem(key + "-file", file.get(), "is empty");
        } catch (IOException | InvalidPathException e) {
            problem(key + "-file", file.get(), "cannot be read: " + e.getMessage());
        }
        return null;
    }

    boolean flag(String key) {
        Map<String, Boolean> words = Map.of("true", true, "false", false);
        return parse(key, "must be true or false", false, text -> words.get(text.toLowerCase(Locale.ROOT)));
    }

    int whole(String key, int least, int most) {
        String allowed = "must be a whole number from " + least + " to " + most;
        return fitting(key, allowed, least, Integer::valueOf, n -> n >= least && n <= most);
    }

    double number(String key, double least, double most) {
        String allowed = "must be a number from " + least + " to " + most;
        return fitting(key, allowed, least, Double::valueOf, n -> n >= least && n <= most);
    }

    Duration duration(String key) {
        String allowed = "must be a time such as 500ms, 10s, 5m, 1h";
        return fitting(key, allowed, Duration.ofSeconds(1), Values::parseDuration, d -> !d.isZero());
    }

    long bytes(String key) {
        return fitting(key, "must be a size such as 50MB (B, KB, MB, GB)", 1L, Values::parseSize, n -> n > 0);
    }

    /** A rate per second. */
    int rate(String key) {
        Function<String, Integer> parser =
                text -> Integer.valueOf(match(RATE, text).group(1));
        return fitting(key, "must be a rate such as 2/s", 1, parser, n -> n > 0);
    }

    URI uri(String key) {
        return fitting(
                key,
                "must be an http or https address",
                URI.create("https://localhost"),
                URI::create,
                uri -> uri.getHost() != null && List.of("http", "https").contains(uri.getScheme()));
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        E[] constants = type.getEnumConstants();
        String allowed = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return parse(
                key,
                "must be one of " + allowed,
                constants[0],
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    private <T> T fitting(
            String key, String allowed, T standIn, Function<String, @Nullable T> parser, Predicate<T> fits) {
        return parse(key, allowed, standIn, text -> {
            T value = parser.apply(text);
            return value != null && fits.test(value) ? value : null;
        });
    }

    /** @param parser gives null, or throws, where a text does not fit */
    private <T> T parse(String key, String allowed, T standIn, Function<String, @Nullable T> parser) {
        int before = problems.size();
        String text = text(key);
        if (problems.size() > before) {
            return standIn;
        }
        T value = null;
        try {
            value = parser.apply(text);
        } catch (RuntimeException notOfThisType) {
            // Told below.
        }
        if (value == null) {
            problem(key, text, allowed);
            return standIn;
        }
        return value;
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
