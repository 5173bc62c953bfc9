package dev.shuttle.rig;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the program logs from now on. */
public final class Told implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.shuttle");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    /** Listens. */
    public Told() {
        lines.start();
        logger.addAppender(lines);
    }

    /** Each line. */
    public List<String> lines() {
        return List.copyOf(lines.list).stream()
                .map(line -> line.getFormattedMessage()
                        + (line.getKeyValuePairs() == null ? "" : " " + line.getKeyValuePairs()))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
    }
}
