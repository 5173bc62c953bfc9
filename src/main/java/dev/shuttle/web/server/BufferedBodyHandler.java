package dev.shuttle.web.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * Gives a mount its requests with all their content, so that no thread of the mount waits for a client to send; bounds what is
 * sent, and how many requests the mount has at once, for its threads do wait for clients to read.
 */
final class BufferedBodyHandler extends Handler.Wrapper {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final byte[] NONE = new byte[0];
    /** Half of the server's threads. */
    private static final int AT_ONCE = 32;

    private final Mount mount;
    private final Guesses guesses;
    private final Duration time;
    private final Semaphore free = new Semaphore(AT_ONCE);

    BufferedBodyHandler(Mount mount, Guesses guesses, Duration time) {
        super(mount.handler());
        this.mount = mount;
        this.guesses = guesses;
        this.time = time;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String method = request.getMethod();
        if (!METHODS.contains(method)) {
            throw new HttpProblem(405, "METHOD_NOT_ALLOWED", "this does not take " + method, "use one of " + METHODS);
        }
        int most = mount.filter().mostContent(Request.getPathInContext(request));
        if (request.getLength() > most) {
            throw PacedRequest.tooLong(most);
        }
        if (method.equals("POST")) {
            PacedRequest paced = PacedRequest.of(request);
            if (paced != null) {
                paced.limit(most, time);
            }
            read(request, response, callback);
        } else {
            open(request, response, callback, NONE);
        }
        return true;
    }

    private void read(Request request, Response response, Callback callback) {
        Executor executor = request.getComponents().getExecutor();
        Content.Source.asByteBuffer(request, new Promise<>() {
            @Override
            public void succeeded(ByteBuffer content) {
                executor.execute(() -> arrived(request, response, callback, content));
            }

            @Override
            public void failed(Throwable failure) {
                executor.execute(() -> Response.writeError(request, response, callback, failure));
            }
        });
    }

    private void arrived(Request request, Response response, Callback callback, ByteBuffer content) {
        try {
            open(request, response, callback, BufferUtil.toArray(content));
        } catch (RuntimeException e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private void open(Request request, Response response, Callback callback, byte[] content) {
        Optional<Mount.Filter.Refusal> refused = mount.filter()
                .refusal(new Mount.Filter.Incoming(
                        request.getMethod(),
                        Request.getPathInContext(request),
                        name -> request.getHeaders().get(name),
                        content));
        if (refused.isEmpty()) {
            enter(new Whole(request, content), response, callback);
            return;
        }
        HttpProblem problem = refused.get().problem();
        Duration wait = refused.get().guess()
                ? guesses.wrong("console", request.getConnectionMetaData().getRemoteSocketAddress())
                : Duration.ZERO;
        Gate.answerLater(request, wait, () -> Response.writeError(request, response, callback, problem));
    }

    private void enter(Request request, Response response, Callback callback) {
        try {
            if (mount.files().handle(request, response, callback)) {
                return;
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
            return;
        }
        if (!free.tryAcquire()) {
            throw new HttpProblem(503, "TOO_BUSY", AT_ONCE + " requests are under way here", "try again in a while")
                    .with(java.util.Map.of("Retry-After", "5"));
        }
        Callback left = Callback.from(callback, (Runnable) free::release);
        try {
            if (!super.handle(request, response, left)) {
                Response.writeError(request, response, left, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, left, e);
        }
    }

    /** Its content is there. */
    private static final class Whole extends Request.Wrapper {
        private final Content.Source content;
        private final long length;

        Whole(Request request, byte[] bytes) {
            super(request);
            this.length = bytes.length;
            this.content = Content.Source.from(ByteBuffer.wrap(bytes));
        }

        @Override
        public long getLength() {
            return getHeaders().contains(HttpHeader.CONTENT_LENGTH) ? length : super.getLength();
        }

        @Override
        public Content.Chunk read() {
            return content.read();
        }

        @Override
        public void demand(Runnable available) {
            content.demand(available);
        }

        @Override
        public void fail(Throwable failure) {
            content.fail(failure);
        }

        @Override
        public boolean consumeAvailable() {
            return true;
        }
    }
}
