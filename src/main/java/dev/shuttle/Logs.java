package dev.shuttle;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

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
}
