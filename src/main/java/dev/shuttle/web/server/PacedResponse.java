package dev.shuttle.web.server;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A response that knows whether it waits for its client to read. */
final class PacedResponse extends Response.Wrapper {
    private volatile boolean writing;
    private volatile @Nullable ByteBuffer content;
    private volatile int length;
    private final AtomicLong before = new AtomicLong();

    PacedResponse(Request request, Response wrapped) {
        super(request, wrapped);
    }

    boolean isWriting() {
        return writing;
    }

    /** What the client has read of writes under way and done; a guess while one is under way. */
    long partlyWritten() {
        ByteBuffer under = content;
        return before.get() + (under == null ? 0 : Math.max(0, length - under.remaining()));
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
        content = bytes;
        length = bytes == null ? 0 : bytes.remaining();
        writing = true;
        super.write(last, bytes, new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                written();
                super.succeeded();
            }

            @Override
            public void failed(Throwable gone) {
                written();
                super.failed(gone);
            }
        });
    }

    private void written() {
        before.addAndGet(length);
        content = null;
        writing = false;
    }
}
