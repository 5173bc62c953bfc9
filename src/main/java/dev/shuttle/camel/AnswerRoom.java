package dev.shuttle.camel;

import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much memory all answers together may take while they are read: long ones wait for each other. */
final class AnswerRoom {
    /** Shorter ones do not count. */
    private static final long SMALL = 256 * 1024;

    private static final long LOOK_MILLIS = 200;

    private final int kilobytes;
    private final Semaphore free;

    private AnswerRoom(int kilobytes) {
        this.kilobytes = kilobytes;
        this.free = new Semaphore(kilobytes, true);
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
        try {
            while (!free.tryAcquire(wanted, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                call.check();
            }
            return () -> free.release(wanted);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("interrupted");
        }
    }
}
