package dev.shuttle.camel;

import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** How much memory all answers together may take while they are read: long ones wait for each other. */
final class AnswerRoom {
    /** Shorter ones do not count. */
    private static final long SMALL = 256 * 1024;

    private record Waiter(int wanted, CompletableFuture<Void> turn) {}

    private final int kilobytes;
    private final Queue<Waiter> waiting = new ArrayDeque<>();
    private int free;

    AnswerRoom(int kilobytes) {
        this.kilobytes = kilobytes;
        this.free = kilobytes;
    }

    /** A quarter of the heap. */
    static AnswerRoom ofHeap() {
        return new AnswerRoom((int) Math.min(Runtime.getRuntime().maxMemory() / 4 / 1024, Integer.MAX_VALUE));
    }

    /** What an answer took; given back when it is read. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for room for an answer, at most until the call is cut off.
     *
     * @param length as announced; below 0 where it is not, then as long as is allowed
     */
    Place take(WireCall call, long length) throws SocketTimeoutException {
        long bytes = length < 0 ? call.request().maxAnswerBytes() : length;
        if (bytes <= SMALL || call.request().maxAnswerBytes() <= WireCall.SHORT_ANSWER) {
            return () -> {};
        }
        // Twice: the pieces and what is made of them.
        int wanted = (int) Math.min(kilobytes, bytes * 2 / 1024);
        Waiter waiter = new Waiter(wanted, new CompletableFuture<>());
        join(waiter);
        try {
            if (call.await(waiter.turn())) {
                return () -> leave(waiter);
            }
        } catch (InterruptedException stopping) {
            leave(waiter);
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("interrupted");
        }
        leave(waiter);
        throw new SocketTimeoutException(call.why());
    }

    private synchronized void join(Waiter waiter) {
        waiting.add(waiter);
        admit();
    }

    /** Gives back what it has, or its turn. */
    private synchronized void leave(Waiter waiter) {
        if (!waiting.remove(waiter)) {
            free += waiter.wanted();
        }
        admit();
    }

    /** First come, first served: a short one does not pass a long one, which would never have its turn. */
    private void admit() {
        while (!waiting.isEmpty() && waiting.element().wanted() <= free) {
            Waiter first = waiting.remove();
            free -= first.wanted();
            first.turn().complete(null);
        }
    }
}
