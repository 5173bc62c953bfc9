package dev.shuttle.ops.logging;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * A log line for people: time, level, who says it, what, and what of ({@code job=… task=…}). A file's name is data: it can
 * neither begin a line of its own, nor pass for a value, nor turn the direction of what follows.
 */
public final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"=\\\\]+");
    private static final int FRAMES_AND_MESSAGES = 60;
    private static final int LONGEST_NAME = 20;

    private final TargetLengthBasedClassNameAbbreviator names = new TargetLengthBasedClassNameAbbreviator(LONGEST_NAME);
    private DateTimeFormatter time = formatter("HH:mm:ss.SSS");
    private boolean overBar;

    /** With the date, for files that are kept. */
    public void setDated(boolean dated) {
        time = formatter(dated ? "yyyy-MM-dd HH:mm:ss.SSS" : "HH:mm:ss.SSS");
    }

    /** Whether a progress bar stands on the terminal's line, to be wiped away first; it draws itself again. */
    public void setOverBar(boolean over) {
        overBar = over;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        if (overBar) {
            line.append("\r\u001b[K");
        }
        line.append(time.format(event.getInstant()))
                .append(String.format(Locale.ROOT, " %-5s ", event.getLevel()))
                .append(names.abbreviate(event.getLoggerName()))
                .append(" - ");
        escape(event.getFormattedMessage(), line);
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> append(pair, line));
        }
        line.append(System.lineSeparator());
        failure(event.getThrowableProxy(), line);
        return line.toString();
    }

    private static void append(KeyValuePair pair, StringBuilder line) {
        String value = String.valueOf(pair.value);
        line.append(' ').append(pair.key).append('=');
        if (PLAIN.matcher(value).matches()) {
            escape(value, line);
        } else {
            line.append('"');
            escape(value.replace("\\", "\\\\").replace("\"", "\\\""), line);
            line.append('"');
        }
    }

    /** Each line of it begins with a tab, what a message says included. */
    private static void failure(@Nullable IThrowableProxy failure, StringBuilder line) {
        if (failure == null) {
            return;
        }
        ThrowableProxyUtil.asString(failure).lines().limit(FRAMES_AND_MESSAGES).forEach(text -> {
            line.append('\t');
            escape(text.strip(), line);
            line.append(System.lineSeparator());
        });
    }

    /** What a terminal would take for a command, or that would turn the line round, as {@code \\u001b}: names come from anywhere. */
    static String printable(String text) {
        StringBuilder line = new StringBuilder();
        escape(text, line);
        return line.toString();
    }

    private static void escape(String text, StringBuilder line) {
        text.codePoints().forEach(letter -> {
            switch (Character.getType(letter)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> line.append(String.format(Locale.ROOT, "\\u%04x", letter));
                default -> line.appendCodePoint(letter);
            }
        });
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneId.systemDefault());
    }
}
