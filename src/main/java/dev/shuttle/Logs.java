package dev.shuttle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** How much a command lets the log say. */
final class Logs {
    private Logs() {}

    /** Only what is wrong: the command itself tells how it goes. */
    static void quiet() {
        if (LoggerFactory.getLogger("dev.shuttle") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }

    /** Only what somebody must act upon. */
    static void onlyErrors() {
        if (LoggerFactory.getLogger("dev.shuttle") instanceof Logger logger) {
            logger.setLevel(Level.ERROR);
        }
    }

    /** Nothing, until it is closed: the command itself tells all that is wrong, in its own words. */
    static Silence silence() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            LoggerContext context = root.getLoggerContext();
            TurboFilter filter = new TurboFilter() {
                @Override
                public FilterReply decide(
                        Marker marker, Logger logger, Level level, String format, Object[] values, Throwable thrown) {
                    return FilterReply.DENY;
                }
            };
            context.addTurboFilter(filter);
            return () -> context.getTurboFilterList().remove(filter);
        }
        return () -> {};
    }

    /** The log is silent while this is open. */
    interface Silence extends AutoCloseable {
        @Override
        void close();
    }
}
