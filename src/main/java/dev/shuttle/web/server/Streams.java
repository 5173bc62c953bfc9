package dev.shuttle.web.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The event streams that are open, and the uploads that come in. */
final class Streams {
    /** A page has one; more are forgotten scripts. */
    static final int MOST = 100;

    /** With their listeners' addresses, oldest first. */
    private final Map<EventStream, String> open = new LinkedHashMap<>();

    private final Uploads uploads = new Uploads();

    void open(Answer.Feed feed, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        // nginx would keep events back.
        response.getHeaders().put("X-Accel-Buffering", "no");
        if (request.getMethod().equals("HEAD")) {
            response.write(true, null, callback);
            return;
        }
        EventStream stream = new EventStream(response, callback, this::left);
        EventStream oneTooMany =
                add(stream, Guesses.address(request.getConnectionMetaData().getRemoteSocketAddress()));
        if (oneTooMany != null) {
            // A page comes again by itself.
            oneTooMany.end();
        }
        stream.begin(feed, request.getComponents().getScheduler());
    }

    /** The oldest of the address that has the most, where they are too many: newcomers are not shut out by hoarders. */
    private @Nullable EventStream add(EventStream stream, String address) {
        synchronized (open) {
            EventStream oneTooMany = open.size() < MOST ? null : oldestOf(fullest());
            if (oneTooMany != null) {
                open.remove(oneTooMany);
            }
            open.put(stream, address);
            return oneTooMany;
        }
    }

    private String fullest() {
        return open.values().stream()
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private @Nullable EventStream oldestOf(String address) {
        return open.entrySet().stream()
                .filter(each -> each.getValue().equals(address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private void left(EventStream stream) {
        synchronized (open) {
            open.remove(stream);
        }
    }

    Uploads uploads() {
        return uploads;
    }

    void end() {
        uploads.end();
        List<EventStream> all;
        synchronized (open) {
            all = List.copyOf(open.keySet());
        }
        all.forEach(EventStream::end);
    }

    /** The uploads that are coming in. */
    static final class Uploads {
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
}
