package dev.shuttle.report.page;

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
import java.util.SortedMap;
import java.util.TreeMap;

/** A page's texts: {@code /i18n/NAME_en.properties} and {@code /i18n/NAME_zh.properties}, and those all pages share. */
public final class Texts {
    private final Properties english;
    private final Properties chinese;

    private Texts(Properties english, Properties chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** The texts of the pages of that name. */
    public static Texts of(String name) {
        return new Texts(both(name, "en"), both(name, "zh"));
    }

    /**
     * A text.
     *
     * @throws IllegalArgumentException where a language lacks the key
     */
    public Text say(String key, Object... arguments) {
        return find(key, arguments).orElseThrow(() -> new IllegalArgumentException("no text for " + key));
    }

    /** The text of {@code key}, or the value as it is where nobody has a text for it. */
    public Text sayOr(String key, String value) {
        return find(key).orElse(Text.plain(value));
    }

    /**
     * The text of a code: its own, else that of its family ({@code Throttling} for {@code Throttling.RateQuota}), else
     * the one for all others.
     */
    public Text code(String prefix, String code) {
        return known(prefix, code).orElseGet(() -> say(prefix + "other"));
    }

    /** The text of a code or of its family, where there is one. */
    public Optional<Text> known(String prefix, String code) {
        int dot = code.indexOf('.');
        return find(prefix + code).or(() -> dot < 0 ? Optional.empty() : find(prefix + code.substring(0, dot)));
    }

    SortedMap<String, String> english(String prefix) {
        return under(prefix, english);
    }

    SortedMap<String, String> chinese(String prefix) {
        return under(prefix, chinese);
    }

    private static SortedMap<String, String> under(String prefix, Properties texts) {
        SortedMap<String, String> found = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), texts.getProperty(key));
            }
        }
        return found;
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

    private static Properties both(String name, String language) {
        Properties texts = read("page", language);
        texts.putAll(read(name, language));
        return texts;
    }

    static Properties read(String name, String language) {
        String file = "/i18n/" + name + "_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
