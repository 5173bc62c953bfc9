package dev.shuttle.ops.doctor;

import dev.shuttle.provider.FailureWords;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The way to the service and to the storage of its results, as far as it can be seen without a request. */
final class NetworkChecks {
    private NetworkChecks() {}

    /** Whether the base URL is one that DashScope has, and whether the models are offered in its region. */
    record AddressCheck(URI base, List<String> models) implements Check {
        private static final String PATH = "/api/v1";

        @Override
        public String name() {
            return "address";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            String host = base.getHost();
            boolean here = isHere(host);
            if (base.getScheme().equals("http") && !here) {
                return List.of(words.fail("address.plain", base));
            }
            if (base.getPath().contains("compatible-mode")) {
                return List.of(words.fail("address.compatible", base));
            }
            if (!base.getPath().replaceAll("/+$", "").endsWith(PATH)) {
                return List.of(words.fail("address.path", base, PATH));
            }
            Optional<Region> region = Region.of(host);
            if (region.isPresent()) {
                return List.of(served(words, region.get()));
            }
            return List.of(here ? words.ok("address.here", base) : words.warn("address.unknown", base));
        }

        private Finding served(Words words, Region region) {
            List<String> lacking = region.lacking(models);
            String names = String.join(", ", lacking);
            if (lacking.isEmpty()) {
                return words.ok("address", base, region.title());
            }
            return lacking.size() == models.size()
                    ? words.fail("address.region", base, region.title(), names, Region.BEIJING.baseUrl())
                    : words.warn("address.some", base, region.title(), names, Region.BEIJING.baseUrl());
        }

        /** Without asking a name server. */
        static boolean isHere(String host) {
            String lower = host.toLowerCase(Locale.ROOT);
            return lower.equals("localhost") || lower.startsWith("127.") || lower.equals("[::1]");
        }
    }

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
                return words.fail("network.tls", host, FailureWords.of(e, host));
            } catch (SocketTimeoutException e) {
                return unreachable("network.silent", host + ":" + port, patience.toSeconds() + " s");
            } catch (IOException e) {
                return unreachable("network.refused", host + ":" + port, FailureWords.of(e, host + ":" + port));
            }
        }

        private Finding byProxy(String at) {
            Words words = new Words(name());
            int colon = at.lastIndexOf(':');
            try {
                Reach reach =
                        Reach.to(at.substring(0, colon), Integer.parseInt(at.substring(colon + 1)), false, patience);
                return words.ok("network.proxy", at, reach.address());
            } catch (IOException e) {
                return words.fail("network.proxy.bad", at, FailureWords.of(e, at));
            }
        }

        private Finding unreachable(String key, String where, String why) {
            Words words = new Words(name());
            return ignoredProxy()
                    .map(variable -> words.hinted(
                            Finding.Level.FAIL, Words.say("network.environment", variable), key, where, why))
                    .orElseGet(() -> words.fail(key, where, why));
        }

        /** Java does not look there, which surprises those who set it. */
        private Optional<String> ignoredProxy() {
            return Stream.of("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
                    .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
                    .findFirst();
        }
    }

    /** Whether results may be fetched, and their storage can be reached. The vendor has withdrawn its list of hosts; one of them is tried. */
    record ResultsCheck(
            DashScopeSettings settings, @Nullable String proxy, Records records, Duration patience) implements Check {
        private static final String STORAGE = "dashscope-result-bj.oss-cn-beijing.aliyuncs.com";

        @Override
        public String name() {
            return "results";
        }

        @Override
        public Set<String> needs() {
            return Set.of("network");
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            URI base = settings.baseUrl();
            boolean vendors = Region.of(base.getHost()).isPresent();
            URI result = URI.create(
                    vendors
                            ? "https://" + STORAGE + "/x.png"
                            : base.resolve("/x.png").toString());
            String allowed = String.join(", ", settings.resultHosts());
            Optional<Trial> refused = records.newest(trial -> trial.code().equals("RESULT_HOST_REFUSED"));
            if (!settings.allowsResult(result)) {
                return List.of(
                        vendors
                                ? words.fail("results.forbidden", allowed, STORAGE)
                                : words.warn("results.elsewhere", allowed, result.resolve("/")));
            }
            if (refused.isPresent()) {
                return List.of(words.warn(
                        "results.refused",
                        refused.get().at(),
                        String.valueOf(refused.get().attempt().message())));
            }
            return List.of(vendors && proxy == null ? reached(words) : words.ok("results", allowed));
        }

        private Finding reached(Words words) {
            try {
                Reach reach = Reach.to(STORAGE, 443, true, patience);
                return words.ok("results.reached", STORAGE, reach.address());
            } catch (IOException e) {
                return words.warn("results.unreached", STORAGE, FailureWords.of(e, STORAGE));
            }
        }
    }

    /**
     * The way to a server, step by step, so that what breaks can be named: its name, a connection, TLS. No request is sent.
     *
     * @param protocol of TLS; null where it was not spoken
     * @param issuer of the certificate; null where there is none
     */
    record Reach(
            String address,
            @Nullable String protocol,
            @Nullable String issuer) {
        /**
         * Goes there.
         *
         * @param patience for each step
         * @throws UnknownHostException where the name has no address, or none came in time
         * @throws javax.net.ssl.SSLException where TLS fails, untrusted certificates included
         * @throws IOException where no connection comes about
         */
        static Reach to(String host, int port, boolean tls, Duration patience) throws IOException {
            InetAddress address = resolved(host, patience);
            int millis = (int) Math.min(Integer.MAX_VALUE, patience.toMillis());
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), millis);
                socket.setSoTimeout(millis);
                String at = address.getHostAddress();
                return tls ? handshake(socket, host, port, at) : new Reach(at, null, null);
            }
        }

        private static Reach handshake(Socket plain, String host, int port, String at) throws IOException {
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, false)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                SSLSession session = socket.getSession();
                Certificate first = session.getPeerCertificates()[0];
                String issuer = first instanceof X509Certificate certificate
                        ? certificate.getIssuerX500Principal().getName()
                        : null;
                return new Reach(at, session.getProtocol(), issuer);
            }
        }

        /** A name server that does not answer is not waited for longer than the rest. */
        private static InetAddress resolved(String host, Duration patience) throws IOException {
            CompletableFuture<InetAddress> lookup = CompletableFuture.supplyAsync(() -> {
                try {
                    return InetAddress.getByName(host);
                } catch (UnknownHostException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try {
                return lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                UnknownHostException unknown = new UnknownHostException(host);
                unknown.initCause(e);
                throw unknown;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SocketTimeoutException("interrupted");
            }
        }
    }
}
