package dev.shuttle.ops.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.shuttle.settings.LogSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes and how much it says. Until the settings are read, {@code logback.xml} holds: lines for people on
 * standard error.
 */
public final class Logs {
    private static final String CONSOLE = "console";

    private Logs() {}

    /** On the terminal only what is wrong: the command itself shows progress. */
    public static void quiet() {
        threshold(Level.WARN);
    }

    /** On the terminal only what somebody must act upon. */
    public static void onlyErrors() {
        threshold(Level.ERROR);
    }

    /** A text as the log writes it, for a terminal: on one line, with nothing in it that a terminal obeys. */
    public static String printable(String text) {
        return LogLine.printable(text);
    }

    /** A bar stands on the terminal, or no longer does. */
    public static void besideBar(boolean shown) {
        ConsoleAppender<ILoggingEvent> console = console();
        if (console != null
                && console.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent> encoder
                && encoder.getLayout() instanceof LogLine line) {
            line.setOverBar(shown);
        }
    }

    /** From now on as the settings have it. What was said before stands on standard error. */
    public static void settle(LogSettings settings) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.getLogger("dev.shuttle").setLevel(Level.valueOf(settings.level().name()));
        ConsoleAppender<ILoggingEvent> console = console();
        if (console != null) {
            console.setEncoder(encoder(context, settings, false));
        }
        Path file = settings.file();
        if (file != null) {
            root().addAppender(appender(context, settings, file));
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, LogSettings settings, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context, settings, true));
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%d{yyyy-MM-dd}.%i.gz");
        rolling.setMaxFileSize(new FileSize(settings.maxSize()));
        rolling.setMaxHistory((int) Math.max(1, settings.keep().toDays()));
        rolling.setTotalSizeCap(new FileSize(settings.totalSize()));
        rolling.setCleanHistoryOnStart(true);
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogSettings settings, boolean dated) {
        EncoderBase<ILoggingEvent> encoder = settings.json() ? json() : text(context, dated);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static EncoderBase<ILoggingEvent> json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMarkers(false);
        encoder.setWithMDC(false);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        return encoder;
    }

    private static EncoderBase<ILoggingEvent> text(LoggerContext context, boolean dated) {
        LogLine line = new LogLine();
        line.setContext(context);
        line.setDated(dated);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setLayout(line);
        return encoder;
    }

    private static void threshold(Level level) {
        ConsoleAppender<ILoggingEvent> console = console();
        if (console != null) {
            ThresholdFilter filter = new ThresholdFilter();
            filter.setLevel(level.levelStr);
            filter.start();
            console.clearAllFilters();
            console.addFilter(filter);
        }
    }

    private static @Nullable ConsoleAppender<ILoggingEvent> console() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext
                        && root().getAppender(CONSOLE) instanceof ConsoleAppender<ILoggingEvent> console
                ? console
                : null;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
