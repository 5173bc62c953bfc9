package dev.shuttle.web.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads what an answered client is still sending and throws it away, within bounds, so that it comes to read the answer. */
final class Drain {
    private static final long MOST = 256L * 1024 * 1024;
    private static final Duration TIME = Duration.ofMinutes(2);

    private final Request request;
    private final Callback callback;
    private long left = MOST;

    private Drain(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
    }

    /**
     * Writes the whole answer. Where the client has not sent everything yet, the answer says that the connection ends:
     * otherwise the client would use it again, and lose its next request to the end that comes anyway.
     */
    static void write(Request request, Response response, ByteBuffer content, Callback callback) {
        if (request.consumeAvailable()) {
            response.write(true, content, callback);
        } else {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            response.write(true, content, Callback.from(() -> new Drain(request, callback).begin(), callback::failed));
        }
    }

    private void begin() {
        PacedRequest paced = PacedRequest.of(request);
        if (paced != null) {
            paced.drain(TIME);
        }
        read(paced == null ? request : paced);
    }

    private void read(Request source) {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            callback.succeeded();
            return;
        }
        for (Content.Chunk chunk = source.read(); ; chunk = source.read()) {
            if (chunk == null) {
                source.demand(() -> read(source));
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
