package dev.shuttle.camel;

import com.jcraft.jsch.JSchHostKeyException;
import dev.shuttle.pipeline.delivery.Fault;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once what keeps a server from being polled, and once that it is reached again. The next poll connects anew. */
public final class RemotePolls extends RemoteFilePollingConsumerPollStrategy implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RemotePolls.class);

    private static final int MOST_FILES = 10_000;

    private final String server;
    private final String keys;
    private @Nullable String last;

    /** What each file failed by last: it is named once, not at each poll. */
    private final Map<String, String> files = new ConcurrentHashMap<>();

    /**
     * Logs for one server.
     *
     * @param server its name in messages
     * @param keys what the keys of its settings begin with
     */
    public RemotePolls(String server, String keys) {
        this.server = server;
        this.keys = keys;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (last != null) {
            LOG.info("{} is reached again", server);
            last = null;
        }
        super.commit(consumer, endpoint, polledMessages);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception failure)
            throws Exception {
        String why = Faults.of(failure, keys) + fingerprint(failure, endpoint);
        if (!Objects.equals(why, last)) {
            LOG.warn("{} cannot be looked at, and is tried again: {}", server, why);
            last = why;
        }
        return super.rollback(consumer, endpoint, retryCounter, failure);
    }

    /** Camel says the same with a page of stack; what a poll fails by was logged by {@link #rollback}. */
    @Override
    public void handleException(Throwable failure) {
        LOG.debug("{}", server, failure);
    }

    @Override
    public void handleException(String message, Throwable failure) {
        LOG.debug("{}: {}", server, message, failure);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable failure) {
        LOG.debug("{}: {}", server, message, failure);
        if (exchange == null) {
            return;
        }
        Object file = exchange.getMessage().getHeader(Exchange.FILE_NAME);
        Fault why = Faults.of(failure, keys);
        if (files.size() > MOST_FILES) {
            files.clear();
        }
        if (!why.code().equals(files.put(String.valueOf(file), why.code()))) {
            LOG.warn("{}: {} stays there and is tried again: {}", server, file, why);
        }
    }

    private static String fingerprint(Throwable failure, Endpoint endpoint) {
        return Faults.root(failure) instanceof JSchHostKeyException && endpoint instanceof RemoteFileEndpoint<?> remote
                ? "; the server's key now has the fingerprint " + HostKeyProbe.fingerprint(remote.getConfiguration())
                : "";
    }
}
