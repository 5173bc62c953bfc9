package dev.shuttle.camel;

import dev.shuttle.settings.Secret;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/** Gives endpoints their password without its standing in their address, which logs and JMX show. */
public final class RemotePasswords implements EndpointStrategy {
    private final Map<String, Secret> passwords = new HashMap<>();

    /** The endpoint of this address, and no other, gets this password. */
    public void give(String address, @Nullable Secret password) {
        if (password != null) {
            passwords.put(normalized(address), password);
        }
    }

    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        Secret password = passwords.get(normalized(uri));
        if (password != null && endpoint instanceof RemoteFileEndpoint<?> remote) {
            remote.getConfiguration().setPassword(password.get());
        }
        return endpoint;
    }

    private static String normalized(String address) {
        try {
            return URISupport.normalizeUri(address);
        } catch (Exception e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
