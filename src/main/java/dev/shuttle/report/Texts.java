package dev.shuttle.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The page's texts, from {@code /i18n/report_en.properties} and {@code /i18n/report_zh.properties}. */
final class Texts {
    private static final Texts BUNDLED = new Texts(read("en"), read("zh"));

    private final Properties english;
    private final Properties chinese;

    private Texts(Properties english, Properties chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    static Texts bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where a language lacks the key */
    Text say(String key, Object... arguments) {
        return find(key, arguments).orElseThrow(() -> new IllegalArgumentException("no text for " + key));
    }

    /** The text of {@code key}, or the value as it is where nobody has a text for it. */
    Text sayOr(String key, String value) {
        return find(key).orElse(Text.plain(value));
    }

    /**
     * The text of a code: its own, else that of its family ({@code Throttling} for {@code Throttling.RateQuota}), else
     * the one for all others.
     */
    Text code(String prefix, String code) {
        int dot = code.indexOf('.');
        return find(prefix + code)
                .or(() -> dot < 0 ? Optional.empty() : find(prefix + code.substring(0, dot)))
                .orElseGet(() -> say(prefix + "other"));
    }

    private Optional<Text> find(String key, Object... arguments) {
        String en = english.getProperty(key);
        String zh = chinese.getProperty(key);
        return en == null || zh == null
                ? Optional.empty()
                : Optional.of(new Text(fill(en, Locale.ENGLISH, arguments), fill(zh, Locale.CHINESE, arguments)));
    }

    private static String fill(String pattern, Locale locale, Object... arguments) {
        return new MessageFormat(pattern, locale).format(arguments);
    }

    static Properties read(String language) {
        String name = "/i18n/report_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
