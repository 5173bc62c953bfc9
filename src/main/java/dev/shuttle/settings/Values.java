package dev.shuttle.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Typed reading of a {@link Configuration}: a value that does not fit is a {@link SettingsException} that names its key. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*(B|KB|MB|GB)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE = Pattern.compile("(\\d+)\\s*/\\s*s");

    private final Configuration configuration;

    Values(Configuration configuration) {
        this.configuration = configuration;
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(configuration.value(key));
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> new SettingsException(key, "", "needs a value"));
    }

    List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    Path folder(String key) {
        try {
            return Path.of(text(key)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new SettingsException(key, text(key), "is not a path here: " + e.getReason());
        }
    }

    boolean flag(String key) {
        return switch (text(key).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingsException(key, text(key), "must be true or false");
        };
    }

    int whole(String key, int least, int most) {
        return parse(
                key,
                "must be a whole number from " + least + " to " + most,
                text -> Integer.valueOf(text),
                n -> n >= least && n <= most);
    }

    double number(String key, double least, double most) {
        return parse(
                key,
                "must be a number from " + least + " to " + most,
                text -> Double.valueOf(text),
                n -> n >= least && n <= most);
    }

    Duration duration(String key) {
        return parse(key, "must be a time such as 500ms, 10s, 5m, 1h", Values::parseDuration, d -> !d.isZero());
    }

    long bytes(String key) {
        return parse(key, "must be a size such as 50MB (B, KB, MB, GB)", Values::parseSize, n -> n > 0);
    }

    /** A rate per second. */
    int rate(String key) {
        return parse(
                key,
                "must be a rate such as 2/s",
                text -> Integer.valueOf(match(RATE, text).group(1)),
                n -> n > 0);
    }

    URI uri(String key) {
        return parse(
                key,
                "must be an http or https address",
                URI::create,
                uri -> uri.getHost() != null && List.of("http", "https").contains(uri.getScheme()));
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        String allowed = String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
        return parse(
                key, "must be one of " + allowed, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)), e -> true);
    }

    private <T> T parse(String key, String allowed, Function<String, T> parser, java.util.function.Predicate<T> fits) {
        String text = text(key);
        try {
            T value = parser.apply(text);
            if (fits.test(value)) {
                return value;
            }
        } catch (RuntimeException notOfThisType) {
            throw new SettingsException(key, text, allowed);
        }
        throw new SettingsException(key, text, allowed);
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
