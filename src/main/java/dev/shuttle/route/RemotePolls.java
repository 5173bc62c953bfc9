package dev.shuttle.route;

import com.jcraft.jsch.JSchHostKeyException;
import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once what keeps a server from being polled, and that it is reached again. The next poll connects anew. */
public final class RemotePolls extends RemoteFilePollingConsumerPollStrategy implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RemotePolls.class);

    private final String server;
    private @Nullable String last;

    /** @param server its name in messages */
    public RemotePolls(String server) {
        this.server = server;
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
        String why = why(failure) + fingerprint(failure, endpoint);
        if (!Objects.equals(why, last)) {
            LOG.warn("{} cannot be looked at, and is tried again: {}", server, why);
            last = why;
        }
        return super.rollback(consumer, endpoint, retryCounter, failure);
    }

    /** Camel says the same with a page of stack; what a poll fails by was told by {@link #rollback}. */
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
        if (exchange != null) {
            Object file = exchange.getMessage().getHeader(Exchange.FILE_NAME);
            LOG.warn("{}: {} stays there and is tried again: {}", server, file, why(failure));
        }
    }

    private static String fingerprint(Throwable failure, Endpoint endpoint) {
        Throwable cause = root(failure);
        return cause instanceof JSchHostKeyException && endpoint instanceof RemoteFileEndpoint<?> remote
                ? "; the server's key now has the fingerprint " + HostKeyProbe.fingerprint(remote.getConfiguration())
                : "";
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String why(Throwable failure) {
        Throwable cause = root(failure);
        String said = String.valueOf(cause.getMessage());
        return switch (cause.getClass().getSimpleName()) {
            case "JSchUnknownHostKeyException" ->
                said
                        + "; compare the fingerprint with the server's owner, then add the key: ssh-keyscan -p PORT HOST >> the file"
                        + " of shuttle.sftp.known-hosts";
            case "JSchChangedHostKeyException" ->
                said + "; the server has another key than before: somebody may be in between. If its owner says it is"
                        + " right, replace the key in the file of shuttle.sftp.known-hosts";
            default ->
                said.toLowerCase(Locale.ROOT).contains("auth")
                        ? said + "; check the user in the address and the password or key"
                        : cause.getClass().getSimpleName() + ": " + said;
        };
    }
}
