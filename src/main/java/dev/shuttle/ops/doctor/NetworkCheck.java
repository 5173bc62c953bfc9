package dev.shuttle.ops.doctor;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service's host can be reached: name, connection, TLS; where a proxy is set, the proxy.
 *
 * @param proxy {@code host:port} of the proxy that the client goes by; null: none
 * @param environment where a proxy may be named that the client does not go by
 */
record NetworkCheck(URI base, @Nullable String proxy, Map<String, String> environment, Duration patience)
        implements Check {

    @Override
    public String name() {
        return "network";
    }

    @Override
    public Set<String> needs() {
        return Set.of("address");
    }

    @Override
    public List<Finding> look() {
        return List.of(proxy == null ? direct() : byProxy(proxy));
    }

    private Finding direct() {
        boolean tls = base.getScheme().equals("https");
        int port = base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80;
        Words words = new Words(name());
        String host = base.getHost();
        try {
            Reach reach = Reach.to(host, port, tls, patience);
            String at = reach.address() + ":" + port;
            return reach.protocol() == null
                    ? words.ok("network.plain", host, at)
                    : words.ok("network", host, at, reach.protocol(), String.valueOf(reach.issuer()));
        } catch (UnknownHostException e) {
            return unreachable("network.name", host, "");
        } catch (SSLException e) {
            return words.fail("network.tls", host, String.valueOf(e.getMessage()));
        } catch (SocketTimeoutException e) {
            return unreachable("network.silent", host + ":" + port, patience.toSeconds() + " s");
        } catch (IOException e) {
            return unreachable("network.refused", host + ":" + port, String.valueOf(e.getMessage()));
        }
    }

    private Finding byProxy(String at) {
        Words words = new Words(name());
        int colon = at.lastIndexOf(':');
        try {
            Reach reach = Reach.to(at.substring(0, colon), Integer.parseInt(at.substring(colon + 1)), false, patience);
            return words.ok("network.proxy", at, reach.address());
        } catch (IOException e) {
            return words.fail("network.proxy.bad", at, String.valueOf(e.getMessage()));
        }
    }

    private Finding unreachable(String key, String where, String why) {
        Words words = new Words(name());
        return ignoredProxy()
                .map(variable -> words.told(Level.FAIL, Words.say("network.environment", variable), key, where, why))
                .orElseGet(() -> words.fail(key, where, why));
    }

    /** Java does not look there, which surprises those who set it. */
    private Optional<String> ignoredProxy() {
        return Stream.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
                .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
                .findFirst();
    }
}
