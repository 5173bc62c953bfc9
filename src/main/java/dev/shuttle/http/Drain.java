package dev.shuttle.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Reads what a refused client is still sending and throws it away, within bounds, so that it comes to read the answer. */
final class Drain implements Runnable {
    private static final long MOST = 256L * 1024 * 1024;

    private final Request request;
    private final Callback callback;
    private long left = MOST;

    Drain(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    @Override
    public void run() {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            callback.succeeded();
            return;
        }
        for (Content.Chunk chunk = request.read(); ; chunk = request.read()) {
            if (chunk == null) {
                request.demand(this);
                return;
            }
            left -= chunk.remaining();
            boolean over = chunk.isLast() || Content.Chunk.isFailure(chunk) || left < 0;
            chunk.release();
            if (over) {
                callback.succeeded();
                return;
            }
        }
    }
}
