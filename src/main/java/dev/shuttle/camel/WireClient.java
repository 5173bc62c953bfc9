package dev.shuttle.camel;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * What Camel's HTTP client is made of for the step {@code dashscope-http}: bounded header lines, connections that a deadline
 * closes, a pool that is made anew, and {@link WireGuard} round each exchange. Camel's own settings of TLS, proxy and numbers
 * of connections hold.
 */
final class WireClient implements HttpClientConfigurer {
    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(10)
            .build();

    private final CamelContext context;
    private final WireGuard guard;
    private final WireConnections connections;

    WireClient(CamelContext context, Function<HttpContext, @Nullable WireCall> calls) {
        this.context = context;
        this.guard = new WireGuard(calls);
        this.connections = new WireConnections(this::pool);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.addExecInterceptorFirst("dashscope-guard", guard);
        builder.setRequestExecutor(new Executor());
        if (component("https").getClientConnectionManager() == null) {
            builder.setConnectionManager(connections);
        }
    }

    WireConnections connections() {
        return connections;
    }

    private HttpComponent component(String name) {
        return context.getComponent(name, HttpComponent.class);
    }

    private PoolingHttpClientConnectionManager pool() {
        HttpComponent set = component("https");
        PoolingHttpClientConnectionManager pool = new Pools()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADERS)
                        .build())
                .setDnsResolver(new WireNames(SystemDefaultDnsResolver.INSTANCE))
                .setTlsSocketStrategy(tls(set))
                .setMaxConnTotal(set.getMaxTotalConnections())
                .setMaxConnPerRoute(set.getConnectionsPerRoute())
                .build();
        pool.setDefaultConnectionConfig(org.apache.hc.client5.http.config.ConnectionConfig.custom()
                .setTimeToLive(TimeValue.of(set.getConnectionTimeToLive(), TimeUnit.MILLISECONDS))
                .build());
        return pool;
    }

    private TlsSocketStrategy tls(HttpComponent set) {
        @Nullable HostnameVerifier verifier = set.getX509HostnameVerifier();
        try {
            SSLContext trust = set.getSslContextParameters() != null
                    ? set.getSslContextParameters().createSSLContext(context)
                    : set.isUseSystemProperties() ? SSLContexts.createSystemDefault() : SSLContexts.createDefault();
            return new DefaultClientTlsStrategy(trust, verifier);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("camel.component.https: TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** A pool whose connecting ends where its call was cut off, instead of going on with the host's next address. */
    private static final class Pools extends PoolingHttpClientConnectionManagerBuilder {
        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                org.apache.hc.client5.http.SchemePortResolver ports,
                org.apache.hc.client5.http.DnsResolver names,
                TlsSocketStrategy tls) {
            var lookup = RegistryBuilder.<TlsSocketStrategy>create()
                    .register("https", tls)
                    .build();
            return new DefaultHttpClientConnectionOperator(ports, names, lookup) {
                @Override
                protected void onBeforeSocketConnect(HttpContext exchange, HttpHost host) {
                    WireCall call = WireCall.current();
                    if (call != null && call.why() != null) {
                        throw new IllegalStateException(call.why());
                    }
                }
            };
        }
    }

    /** Knows from when on the service may have the request, and lets no Error through, at which httpclient5 shuts the pool down. */
    private static final class Executor extends HttpRequestExecutor {
        private static final Set<String> TUNNEL = Set.of("CONNECT");

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback information,
                HttpContext exchange)
                throws IOException, HttpException {
            WireCall call = WireCall.current();
            if (call != null && !TUNNEL.contains(request.getMethod())) {
                call.sending();
            }
            try {
                return super.execute(request, connection, information, exchange);
            } catch (VirtualMachineError | LinkageError broken) {
                throw WireGuard.broken(broken);
            }
        }
    }
}
