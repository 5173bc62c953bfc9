package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Listener;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local DashScope: the image-editing API's paths, checks, task lifecycle, storage and errors on 127.0.0.1. Its
 * pictures are made by a local filter and say EMULATED.
 *
 * <p>A task's state is a function of the clock that was handed in, its submit and its place in the queue; nothing runs
 * in the background. With a state directory, whatever was accepted is on disk before the client has its answer.
 *
 * <p>By HTTP, beside the service's own paths and without a key: {@code GET /emulator} (what this is, its mode),
 * {@code GET /emulator/ledger} and {@code GET|POST|DELETE /emulator/faults} (see {@link Faults}).
 */
public final class Emulator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Emulator.class);

    private final State state;
    private final Faults faults;
    private final Listener listener;

    private Emulator(State state, Faults faults, Listener listener) {
        this.state = state;
        this.faults = faults;
        this.listener = listener;
    }

    /**
     * Starts one.
     *
     * @throws EmulatorException PORT_TAKEN, STATE_IN_USE, STATE_UNUSABLE
     */
    public static Emulator start(EmulatorSettings settings) {
        AtomicInteger port = new AtomicInteger(settings.port());
        State state = State.open(settings, port::get);
        Faults faults = new Faults();
        Listener listener = listen(settings.port(), new Router(settings, state, faults, port::get), state);
        port.set(listener.port());
        LOG.info("DashScope emulator ({} mode) on 127.0.0.1:{}", settings.mode(), port);
        return new Emulator(state, faults, listener);
    }

    private static Listener listen(int port, Router router, State state) {
        try {
            return Listener.start(port, router);
        } catch (UncheckedIOException taken) {
            state.close();
            throw new EmulatorException(
                    EmulatorException.Code.PORT_TAKEN,
                    "port " + port + " of 127.0.0.1 cannot be used: " + taken.getMessage(),
                    "Choose another port, or 0 for any free one.",
                    taken);
        }
    }

    /** The service's base URL, with /api/v1. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port() + "/api/v1");
    }

    /** The port in use. */
    public int port() {
        return listener.port();
    }

    /** What happened so far. */
    public Ledger ledger() {
        return state.ledger();
    }

    /** What goes wrong from now on. */
    public Faults faults() {
        return faults;
    }

    /** Stops at once; what has a state directory can be started again. */
    @Override
    public void close() {
        listener.close();
        state.close();
    }
}
