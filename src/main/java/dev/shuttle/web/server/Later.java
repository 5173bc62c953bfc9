package dev.shuttle.web.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;

/** Answers that are held back, without a thread. */
final class Later {
    private Later() {}

    static void run(Request request, Duration wait, Runnable answer) {
        if (wait.isZero()) {
            answer.run();
        } else {
            request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> request.getComponents().getExecutor().execute(answer),
                            wait.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }
}
