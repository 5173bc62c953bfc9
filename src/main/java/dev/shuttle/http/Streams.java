package dev.shuttle.http;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The event streams that are open, and the uploads that come in. */
final class Streams {
    /** A page has one; more are forgotten scripts. */
    static final int MOST = 100;

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final Uploads uploads = new Uploads();

    void open(Feed feed, Request request, Response response, Callback callback) {
        if (open.size() >= MOST) {
            throw new HttpProblem(503, "TOO_MANY_LISTENERS", MOST + " listen already", "look at /api/jobs instead")
                    .with(Map.of("Retry-After", "30"));
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        // nginx would keep events back.
        response.getHeaders().put("X-Accel-Buffering", "no");
        if (request.getMethod().equals("HEAD")) {
            response.write(true, null, callback);
            return;
        }
        EventStream stream = new EventStream(response, callback, open::remove);
        open.add(stream);
        stream.begin(feed, request.getComponents().getScheduler());
    }

    Uploads uploads() {
        return uploads;
    }

    void end() {
        uploads.end();
        open.forEach(EventStream::end);
    }
}
