package dev.shuttle.web.server;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** All connections: looked at every second, and bounded in number without shutting newcomers out. */
final class Connections implements Connection.Listener {
    private static final long EVERY_MILLIS = 1000;

    private final ClientLimits limits;
    private final Map<Connection, ClientConnection> links = new ConcurrentHashMap<>();
    private final AtomicLong opened = new AtomicLong();

    Connections(ClientLimits limits) {
        this.limits = limits;
    }

    /** Begins to look, as long as the scheduler runs. */
    void begin(Scheduler scheduler) {
        scheduler.schedule(
                () -> {
                    long now = now();
                    links.values().forEach(link -> link.look(now));
                    begin(scheduler);
                },
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    static long now() {
        return TimeUnit.NANOSECONDS.toMillis(NanoTime.now());
    }

    @Override
    public void onOpened(Connection connection) {
        ClientConnection newcomer = new ClientConnection(connection, limits, now(), opened.incrementAndGet());
        links.put(connection, newcomer);
        String address = newcomer.address();
        if (links.size() > limits.connections()) {
            giveUpOne(link -> link != newcomer);
        } else if (!newcomer.isLocal()) {
            long ofThisAddress = links.values().stream()
                    .filter(link -> link.address().equals(address))
                    .count();
            if (ofThisAddress > limits.perAddress()) {
                giveUpOne(link -> link != newcomer && link.address().equals(address));
            }
        }
    }

    /**
     * The one that waits for its client and has the least patience left; connections at rest first, of several the one that was opened
     * first: a newcomer may be opened before those that came with it.
     */
    private void giveUpOne(Predicate<ClientConnection> among) {
        links.values().stream()
                .filter(among)
                .filter(ClientConnection::isWaiting)
                .min(Comparator.comparingLong(ClientConnection::patienceMillis)
                        .thenComparingLong(ClientConnection::number))
                .ifPresent(ClientConnection::close);
    }

    @Override
    public void onClosed(Connection connection) {
        links.remove(connection);
    }

    @Nullable
    ClientConnection of(Connection connection) {
        return links.get(connection);
    }
}
