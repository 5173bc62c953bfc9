package dev.shuttle.campaign;

import dev.shuttle.rig.Http;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A client like any other beside the hostile ones: pages, REST, and the operators' port, one after the other. */
final class WellBehaved implements AutoCloseable {
    private static final long BETWEEN_MILLIS = 100;

    private final Http pages;
    private final Http operators;
    private final String token;
    private final List<Long> millis = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "well-behaved");
    private volatile boolean over;

    WellBehaved(Http pages, Http operators, String token) {
        this.pages = pages;
        this.operators = operators;
        this.token = token;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!over) {
            ask(pages, "/outbox/index.html");
            ask(pages, "/api/jobs");
            ask(operators, "/observe/health/live");
            ask(operators, "/hawtio/index.html");
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void ask(Http http, String path) {
        long begun = System.nanoTime();
        String seen;
        try {
            // Hawtio has a sign-in of its own, and its first page needs none.
            HttpResponse<byte[]> answer =
                    path.startsWith("/hawtio") ? http.get(path) : http.get(path, "Authorization", "Bearer " + token);
            seen = answer.statusCode() == 200 ? "" : path + ": " + answer.statusCode();
        } catch (RuntimeException e) {
            seen = over ? "" : path + ": " + e;
        }
        synchronized (this) {
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            if (!seen.isEmpty()) {
                failures.add(seen);
            }
        }
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized int answers() {
        return millis.size() - failures.size();
    }

    /** Median, 95th of a hundred, longest; in ms. */
    synchronized String figures() {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%d asked, %d failed, ms: median %d, 95 %% %d, longest %d",
                        sorted.size(),
                        failures.size(),
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 95 / 100),
                        sorted.get(sorted.size() - 1));
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }
}
