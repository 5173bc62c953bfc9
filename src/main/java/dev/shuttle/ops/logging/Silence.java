package dev.shuttle.ops.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** The log says nothing while this is open: a command prints all that is wrong itself. */
public final class Silence implements AutoCloseable {
    private final TurboFilter filter = new Deny();

    /** From now on. */
    public Silence() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(filter);
        }
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(filter);
        }
    }

    private static final class Deny extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                @Nullable Logger logger,
                @Nullable Level level,
                @Nullable String format,
                Object @Nullable [] values,
                @Nullable Throwable thrown) {
            return FilterReply.DENY;
        }
    }
}
