package dev.shuttle.route;

import dev.shuttle.settings.Remote;
import dev.shuttle.settings.Secret;
import java.util.Locale;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.spi.EndpointStrategy;

/** Gives endpoints their password without its standing in their address, which logs and JMX show. */
public record RemotePasswords(Remote ftp, Remote sftp) implements EndpointStrategy {
    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        if (endpoint instanceof RemoteFileEndpoint<?> remote) {
            Secret password = uri.toLowerCase(Locale.ROOT).startsWith("sftp") ? sftp.password() : ftp.password();
            if (password != null) {
                remote.getConfiguration().setPassword(password.get());
            }
        }
        return endpoint;
    }
}
