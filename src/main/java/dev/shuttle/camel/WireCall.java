package dev.shuttle.camel;

import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * One exchange under way: its deadline, how far it got, and what cuts it off. The deadline runs from the first step to the
 * answer's last byte; where the request names a slowest rate, what has come in moves it on.
 */
final class WireCall implements AutoCloseable {
    /** Answers of the API are no longer; what is may have to wait for {@link AnswerRoom}. */
    static final long SHORT_ANSWER = 4L * 1024 * 1024;

    private static final ThreadLocal<WireCall> CURRENT = new ThreadLocal<>();
    /** A call so long past its deadline was not freed by being cut off. */
    private static final long OVERDUE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final WireRequest request;
    private final ScheduledExecutorService watch;
    private final long began = System.nanoTime();
    private final AtomicLong received = new AtomicLong();
    private volatile boolean guarded;
    private volatile @Nullable WireAnswer answer;
    /** Where nobody watches the connection, a request counts as sent. */
    private volatile boolean sent = true;

    private final CompletableFuture<Void> cut = new CompletableFuture<>();
    private @Nullable Cancellable connection;
    private @Nullable String cutOff;
    private @Nullable Future<?> looking;
    private boolean ended;

    WireCall(WireRequest request, ScheduledExecutorService watch) {
        this.request = request;
        this.watch = watch;
        watch(leftNanos());
    }

    /** The call this thread is busy with; null for one of another endpoint. */
    static @Nullable WireCall current() {
        return CURRENT.get();
    }

    /** From here on this thread resolves names and opens connections for this call. */
    void enter(Cancellable cancellable) throws IOException {
        CURRENT.set(this);
        guarded = true;
        sent = false;
        synchronized (this) {
            connection = cancellable;
        }
        check();
    }

    /** This thread is done with the call's connection. */
    void leave() {
        CURRENT.remove();
        synchronized (this) {
            connection = null;
        }
    }

    WireRequest request() {
        return request;
    }

    /** The whole answer came. */
    void answered(WireAnswer whole) {
        answer = whole;
    }

    /** Null where no whole answer came. */
    @Nullable
    WireAnswer answer() {
        return answer;
    }

    long tookNanos() {
        return System.nanoTime() - began;
    }

    /** The connection stands, and the request's first byte is about to be written. */
    void sending() {
        sent = true;
    }

    /** Whether the service may have the request. */
    boolean wasSent() {
        return sent;
    }

    /** Whether the client that made the exchange was this program's, with its limits. */
    boolean wasGuarded() {
        return guarded;
    }

    /** So many more bytes of the body have come. */
    void received(int bytes) {
        received.addAndGet(bytes);
    }

    /** Until the deadline; not above 0 once it is over. */
    long leftNanos() {
        long rate = request.slowest();
        long more = rate == 0 ? 0 : TimeUnit.MILLISECONDS.toNanos(received.get() * 1000 / rate);
        return request.timeout().toNanos() + more - (System.nanoTime() - began);
    }

    boolean isOverdue() {
        return leftNanos() < -OVERDUE_NANOS;
    }

    private void watch(long nanos) {
        Future<?> next = watch.schedule(this::look, Math.max(nanos, 1_000_000), TimeUnit.NANOSECONDS);
        synchronized (this) {
            looking = next;
        }
    }

    private void look() {
        if (hasEnded()) {
            return;
        }
        long left = leftNanos();
        if (left > 0) {
            watch(left);
        } else {
            cutOff("no whole answer within " + (System.nanoTime() - began) / 1_000_000_000 + " s");
        }
    }

    /** Closes the connection, whatever it waits for; what then fails names the reason. */
    void cutOff(String why) {
        Cancellable open;
        synchronized (this) {
            if (ended || cutOff != null) {
                return;
            }
            cutOff = why;
            open = connection;
        }
        cut.complete(null);
        if (open != null) {
            open.cancel();
        }
    }

    /** Waits until something has come or failed; false where the call was cut off before. */
    boolean await(CompletableFuture<?> something) throws InterruptedException {
        try {
            CompletableFuture.anyOf(something, cut).get();
        } catch (ExecutionException failed) {
            // Whoever waits finds the failure there.
        }
        return why() == null;
    }

    /** @throws SocketTimeoutException where the call was cut off */
    void check() throws SocketTimeoutException {
        String why = why();
        if (why != null) {
            throw new SocketTimeoutException(why);
        }
    }

    /** Why it was cut off; null where it was not. */
    synchronized @Nullable String why() {
        return cutOff;
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    @Override
    public synchronized void close() {
        ended = true;
        if (looking != null) {
            // What waits for its time would hold the request's body until then.
            looking.cancel(false);
        }
    }
}
