package dev.shuttle.web.server;

/** Events for one listener. */
public interface Feed {
    /**
     * Begins to tell. The sink may be used from then on, from any thread; nothing is told after its end.
     *
     * @return ends the telling, when the listener has gone
     */
    Runnable begin(Sink sink);

    /** Where events go. */
    interface Sink {
        /** One event; never waits. */
        void send(String id, String name, String data);

        /** The last was sent. */
        void end();
    }
}
