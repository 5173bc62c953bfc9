package dev.shuttle.web.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** One connection, and how its client keeps pace. */
final class ClientConnection {
    /** After a request was cut off, its answer may take so long. */
    private static final long LAST_WORDS_MILLIS = 5_000;

    private final Connection connection;
    private final ClientLimits limits;
    private final long number;
    private Allowance allowance;
    private @Nullable PacedRequest current;
    private long movedAtLook;
    private long lookedAt;
    private long inAtRest;
    private long headSince;
    private long begunAt;
    private long cutAt;
    private long restsSince;

    /** @param number counts the connections as they are opened */
    ClientConnection(Connection connection, ClientLimits limits, long now, long number) {
        this.connection = connection;
        this.limits = limits;
        this.number = number;
        this.allowance = new Allowance(limits.bytesPerSecond(), limits.patience());
        this.lookedAt = now;
        this.restsSince = now;
    }

    /** A request's head is complete. */
    synchronized void begin(PacedRequest request, long now) {
        current = request;
        begunAt = now;
        headSince = 0;
        cutAt = 0;
        allowance = new Allowance(limits.bytesPerSecond(), limits.patience());
    }

    /** It is answered. */
    synchronized void end(long now) {
        current = null;
        restsSince = now;
        inAtRest = connection.getBytesIn();
    }

    long number() {
        return number;
    }

    /** Whether it waits for its client, and so may be given up for others. */
    synchronized boolean isWaiting() {
        PacedRequest request = current;
        return request == null || request.isWaiting();
    }

    /** Less than nothing where it rests, the less the longer. */
    synchronized long patienceMillis() {
        return current == null ? restsSince - lookedAt - 1 : allowance.leftMillis();
    }

    /** The address without the port; unknown ones share one. */
    String address() {
        return Guesses.address(connection.getEndPoint().getRemoteSocketAddress());
    }

    boolean isLocal() {
        SocketAddress remote = connection.getEndPoint().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && internet.getAddress().isLoopbackAddress();
    }

    /** Looks how it does, and ends what takes too long. */
    void look(long now) {
        PacedRequest slow;
        synchronized (this) {
            PacedRequest request = current;
            if (request == null) {
                lookAtHead(now);
                return;
            }
            long moved = connection.getBytesIn() + request.partlyWritten();
            allowance.moved(Math.max(0, moved - movedAtLook));
            if (request.isWaiting()) {
                allowance.waited(now - lookedAt);
            }
            movedAtLook = moved;
            lookedAt = now;
            if (cutAt == 0 && !allowance.isSpent() && !request.isOverdue(now - begunAt)) {
                return;
            }
            slow = request;
        }
        cut(slow, now);
    }

    private void lookAtHead(long now) {
        lookedAt = now;
        if (connection.getBytesIn() == inAtRest) {
            return;
        }
        if (headSince == 0) {
            headSince = now;
        } else if (now - headSince > limits.head().toMillis()) {
            close();
        }
    }

    /** First the request fails, so that its client learns why; then the connection. */
    private void cut(PacedRequest slow, long now) {
        if (cutAt == 0) {
            cutAt = now;
            if (slow.isReading()) {
                slow.cut();
            } else if (slow.isWaiting()) {
                close();
            }
        } else if (now - cutAt > LAST_WORDS_MILLIS) {
            close();
        }
    }

    void close() {
        connection.getEndPoint().close(new EofException("the client is too slow"));
    }
}
