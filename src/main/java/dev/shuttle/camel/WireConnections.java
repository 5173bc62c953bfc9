package dev.shuttle.camel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The connections to the service and its storage. httpclient5 shuts its pool down for good where an Error meets it, and every
 * later call would fail; so the next call after a shut-down has a new pool.
 */
final class WireConnections implements HttpClientConnectionManager {
    private final Supplier<PoolingHttpClientConnectionManager> pools;
    private final Map<ConnectionEndpoint, PoolingHttpClientConnectionManager> owners = new ConcurrentHashMap<>();
    private @Nullable PoolingHttpClientConnectionManager pool;
    private int made;

    WireConnections(Supplier<PoolingHttpClientConnectionManager> pools) {
        this.pools = pools;
    }

    private synchronized PoolingHttpClientConnectionManager alive() {
        PoolingHttpClientConnectionManager known = pool;
        if (known == null || known.isClosed()) {
            known = pools.get();
            pool = known;
            made++;
        }
        return known;
    }

    /** How often a pool had to be made anew. */
    synchronized int rebuilt() {
        return Math.max(0, made - 1);
    }

    /** How many connections are in use, idle and waited for. */
    PoolStats stats() {
        return alive().getTotalStats();
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout timeout, @Nullable Object state) {
        PoolingHttpClientConnectionManager owner = alive();
        LeaseRequest lease = owner.lease(id, route, timeout, state);
        return new LeaseRequest() {
            @Override
            public ConnectionEndpoint get(Timeout patience)
                    throws InterruptedException, ExecutionException, TimeoutException {
                ConnectionEndpoint endpoint = lease.get(patience);
                owners.put(endpoint, owner);
                return endpoint;
            }

            @Override
            public boolean cancel() {
                return lease.cancel();
            }
        };
    }

    @Override
    public void release(ConnectionEndpoint endpoint, @Nullable Object state, TimeValue keepAlive) {
        PoolingHttpClientConnectionManager owner = owners.remove(endpoint);
        if (owner != null) {
            owner.release(endpoint, state, keepAlive);
        }
    }

    @Override
    public void connect(ConnectionEndpoint endpoint, @Nullable TimeValue timeout, HttpContext context)
            throws java.io.IOException {
        owner(endpoint).connect(endpoint, timeout, context);
    }

    @Override
    public void upgrade(ConnectionEndpoint endpoint, HttpContext context) throws java.io.IOException {
        owner(endpoint).upgrade(endpoint, context);
    }

    /** The pool an endpoint was leased from; any for one that a cut-off has released, which it refuses. */
    private PoolingHttpClientConnectionManager owner(ConnectionEndpoint endpoint) {
        PoolingHttpClientConnectionManager owner = owners.get(endpoint);
        return owner == null ? alive() : owner;
    }

    @Override
    public void close(CloseMode mode) {
        PoolingHttpClientConnectionManager known;
        synchronized (this) {
            known = pool;
        }
        if (known != null) {
            known.close(mode);
        }
    }

    @Override
    public void close() {
        close(CloseMode.GRACEFUL);
    }
}
