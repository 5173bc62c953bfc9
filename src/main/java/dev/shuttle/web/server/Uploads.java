package dev.shuttle.web.server;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The uploads that are coming in. */
final class Uploads {
    private final Map<Long, CompletableFuture<Upload>> open = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile boolean stopping;

    CompletableFuture<Upload> open(CompletableFuture<Upload> upload) {
        Long name = number.incrementAndGet();
        open.put(name, upload);
        if (stopping) {
            upload.completeExceptionally(stopped());
        }
        return upload.whenComplete((done, failure) -> open.remove(name));
    }

    /** Whose upload is not complete has sent nothing yet. */
    void end() {
        stopping = true;
        open.values().forEach(upload -> upload.completeExceptionally(stopped()));
    }

    private static HttpProblem stopped() {
        return new HttpProblem(
                        503, "STOPPING", "the program stops; the picture was not taken", "send it again in a while")
                .with(Map.of("Retry-After", "30"));
    }
}
