package dev.shuttle.web.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** A request whose body is bounded, and that knows whether it waits for its client. */
final class PacedRequest extends Request.Wrapper {
    private static final String NAME = PacedRequest.class.getName();

    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private volatile long most;
    private volatile Duration deadline;
    private volatile boolean complete;
    private volatile boolean cut;
    private volatile @Nullable HttpProblem problem;
    private volatile @Nullable PacedResponse response;
    private long read;

    PacedRequest(Request wrapped, long most, Duration deadline) {
        super(wrapped);
        this.most = most;
        this.deadline = deadline;
        setAttribute(NAME, this);
    }

    /** The one that a request is, under whatever it was wrapped in since. */
    static @Nullable PacedRequest of(Request request) {
        return request.getAttribute(NAME) instanceof PacedRequest paced ? paced : null;
    }

    void writing(PacedResponse writes) {
        response = writes;
    }

    /** Takes no more than this many bytes, and no longer than this. */
    void limit(long bytes, Duration time) {
        most = bytes;
        deadline = time;
    }

    /** What follows is thrown away; only its pace counts. */
    void drain(Duration time) {
        limit(Long.MAX_VALUE, time);
        if (!cut) {
            problem = null;
        }
    }

    boolean isReading() {
        return waiting.get() != null;
    }

    boolean isWaiting() {
        PacedResponse writes = response;
        return isReading() || (writes != null && writes.isWriting());
    }

    long partlyWritten() {
        PacedResponse writes = response;
        return writes == null ? 0 : writes.partlyWritten();
    }

    boolean isOverdue(long sinceMillis) {
        return isReading() && !complete && sinceMillis > deadline.toMillis();
    }

    /** The client took too long: whoever waits for its content gets that instead. */
    void cut() {
        cut = true;
        problem = new HttpProblem(
                408, "TOO_SLOW", "the request came in too slowly", "send it again over a better connection");
        getComponents().getExecutor().execute(this::available);
    }

    @Override
    public Content.@Nullable Chunk read() {
        HttpProblem found = problem;
        if (found != null) {
            return Content.Chunk.from(found, true);
        }
        Content.Chunk chunk = super.read();
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return chunk;
        }
        read += chunk.remaining();
        if (chunk.isLast()) {
            complete = true;
        }
        if (read <= most) {
            return chunk;
        }
        chunk.release();
        HttpProblem tooLong = tooLong(most);
        problem = tooLong;
        return Content.Chunk.from(tooLong, true);
    }

    static HttpProblem tooLong(long most) {
        return new HttpProblem(413, "CONTENT_TOO_LARGE", "the content has more than " + most + " bytes", "send less");
    }

    @Override
    public void demand(Runnable available) {
        waiting.set(available);
        super.demand(Invocable.from(Invocable.getInvocationType(available), this::available));
        if (problem != null) {
            available();
        }
    }

    private void available() {
        Runnable waiter = waiting.getAndSet(null);
        if (waiter != null) {
            waiter.run();
        }
    }
}
