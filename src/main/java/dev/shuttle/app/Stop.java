package dev.shuttle.app;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ctrl-C and SIGTERM: an orderly stop that ends in time. A second signal changes nothing: the JVM stops once. */
public final class Stop {
    private static final Logger LOG = LoggerFactory.getLogger(Stop.class);

    private Stop() {}

    /** From now on a signal closes the program, and then ends the process. */
    public static void onSignal(Program program, Duration within) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program, within), "shuttle-stop"));
    }

    /** What still runs then ends with the process, as by a kill: the journal and the folders know where it was. */
    private static void stop(Program program, Duration within) {
        LOG.info("stopping");
        Thread closing = new Thread(program::close, "shuttle-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(within.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!closing.isAlive()) {
            LOG.info("stopped");
        } else {
            LOG.warn(
                    "not all has ended within shuttle.stop.timeout={}s; it goes on with the next start",
                    within.toSeconds());
        }
    }
}
