package dev.shuttle.ops.doctor;

import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Function;

/** A check's findings, in the texts of {@code i18n/doctor}: {@code KEY} for what was seen, {@code KEY.hint} for what to do. */
record Words(String check) {
    private static final Texts TEXTS = Texts.of("doctor");

    Finding ok(String key, Object... values) {
        return new Finding(check, Finding.Level.OK, say(key, values), null);
    }

    Finding warn(String key, Object... values) {
        return advised(Finding.Level.WARN, key, values);
    }

    Finding fail(String key, Object... values) {
        return advised(Finding.Level.FAIL, key, values);
    }

    Finding skip(String key, Object... values) {
        return new Finding(check, Finding.Level.SKIP, say(key, values), null);
    }

    Finding advised(Finding.Level level, String key, Object... values) {
        return new Finding(check, level, say(key, values), say(key + ".hint", values));
    }

    /** With a hint from elsewhere. */
    Finding hinted(Finding.Level level, Text hint, String key, Object... values) {
        return new Finding(check, level, say(key, values), hint);
    }

    /** A text whose values may themselves be in two languages. */
    static Text say(String key, Object... values) {
        return new Text(
                TEXTS.say(key, in(values, Text::en)).en(),
                TEXTS.say(key, in(values, Text::zh)).zh());
    }

    private static Object[] in(Object[] values, Function<Text, String> language) {
        return Arrays.stream(values)
                .map(value -> value instanceof Text text ? language.apply(text) : plain(value))
                .toArray();
    }

    private static String plain(Object value) {
        return String.valueOf(value instanceof Instant at ? at.truncatedTo(ChronoUnit.SECONDS) : value);
    }
}
