package dev.shuttle.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** One listener's events: a bounded queue that is written as fast as the listener reads, by no thread of its own. */
final class EventStream extends IteratingCallback implements Answer.Feed.Sink {
    private static final int MOST_WAITING = 512;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);

    private final Response response;
    private final Callback callback;
    private final Consumer<EventStream> closed;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private Runnable stop = () -> {};
    private boolean ending;
    private boolean over;
    private Scheduler.@Nullable Task heartbeat;

    EventStream(Response response, Callback callback, Consumer<EventStream> closed) {
        this.response = response;
        this.callback = callback;
        this.closed = closed;
    }

    void begin(Answer.Feed feed, Scheduler scheduler) {
        // Headers at once: a listener knows that it is connected before anything happens.
        offer(HEARTBEAT);
        beat(scheduler);
        Runnable begun = feed.begin(this);
        synchronized (this) {
            stop = begun;
            if (!over) {
                return;
            }
        }
        begun.run();
    }

    private synchronized void beat(Scheduler scheduler) {
        if (!over) {
            heartbeat = scheduler.schedule(
                    () -> {
                        offer(HEARTBEAT);
                        beat(scheduler);
                    },
                    HEARTBEAT_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    @Override
    public void send(String id, String name, String data) {
        offer(("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n").getBytes(UTF_8));
    }

    @Override
    public void end() {
        synchronized (this) {
            ending = true;
        }
        iterate();
    }

    private void offer(byte[] bytes) {
        boolean tooSlow;
        synchronized (this) {
            if (ending || over) {
                return;
            }
            tooSlow = waiting.size() >= MOST_WAITING;
            if (!tooSlow) {
                waiting.add(bytes);
            }
        }
        if (tooSlow) {
            abort(new TooSlow());
        } else {
            iterate();
        }
    }

    @Override
    protected Action process() {
        byte[] next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                return ending ? Action.SUCCEEDED : Action.IDLE;
            }
        }
        response.write(false, ByteBuffer.wrap(next), this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        leave();
        callback.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable gone) {
        leave();
        callback.failed(gone);
    }

    private void leave() {
        Runnable stopped;
        synchronized (this) {
            over = true;
            waiting.clear();
            stopped = stop;
            if (heartbeat != null) {
                heartbeat.cancel();
            }
        }
        stopped.run();
        closed.accept(this);
    }

    private static final class TooSlow extends RuntimeException implements QuietException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("the listener does not read");
        }
    }
}
