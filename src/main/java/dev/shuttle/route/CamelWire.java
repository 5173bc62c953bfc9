package dev.shuttle.route;

import dev.shuttle.dashscope.Wire;
import dev.shuttle.dashscope.WireAnswer;
import dev.shuttle.dashscope.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/**
 * DashScope's wire over camel-http: asks the route {@code http}, whose first and last steps are {@link #write} and
 * {@link #read} here. An exchange that takes too long or answers too much is cut off.
 */
public final class CamelWire implements Wire, HttpActivityListener, AutoCloseable {
    private static final String REQUEST = "shuttle.wireRequest";
    private static final String UNDER_WAY = "shuttle.httpRequest";

    private final CamelContext context;
    private final Supplier<Map<String, String>> trace;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dashscope-timeout");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean emulated;
    private volatile boolean stopping;

    /**
     * Speaks through this context's routes.
     *
     * @param trace headers by which an exchange belongs to the trace of who asks for it
     */
    public CamelWire(CamelContext context, Supplier<Map<String, String>> trace) {
        this.context = context;
        this.trace = trace;
    }

    /** Makes itself and its headers' filter known to the routes, as {@code wire} and {@code wireHeaders}. */
    public void bind() {
        context.getRegistry().bind("wire", this);
        context.getRegistry().bind("wireHeaders", headers());
    }

    /** What goes out as headers: no trace's id, which is nobody's business there. */
    private static HeaderFilterStrategy headers() {
        HttpHeaderFilterStrategy strategy = new HttpHeaderFilterStrategy();
        strategy.getOutFilter().addAll(Set.of("traceparent", "tracestate", "baggage"));
        return strategy;
    }

    /** Whether the service on the other end has said that it is an emulator. */
    public boolean isEmulated() {
        return emulated;
    }

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        ProducerTemplate template = context.createProducerTemplate();
        try (template) {
            Exchange done = template.send("direct:http", exchange -> {
                exchange.setProperty(REQUEST, request);
                trace.get().forEach(exchange.getMessage()::setHeader);
                exchange.getMessage().setBody(request);
            });
            if (done.getException() != null) {
                throw asIoException(done.getException());
            }
            return Objects.requireNonNull(done.getMessage().getBody(WireAnswer.class), "answer");
        }
    }

    /** First step of the route: the request as camel-http wants it. */
    public void write(Exchange exchange) {
        WireRequest request = request(exchange);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        request.headers().forEach(message::setHeader);
        message.setHeader(HttpConstants.HTTP_METHOD, request.method());
        // Raw, because a result's query is signed as it is written.
        message.setHeader(HttpConstants.HTTP_URI, withoutQuery(request));
        message.setHeader(HttpConstants.HTTP_RAW_QUERY, request.uri().getRawQuery());
        message.setBody(request.body());
        underWay.add(exchange);
        Future<?> watchdog =
                watch.schedule(() -> cutOff(exchange), request.timeout().toMillis(), TimeUnit.MILLISECONDS);
        exchange.getExchangeExtension().addOnCompletion(new org.apache.camel.support.SynchronizationAdapter() {
            @Override
            public void onDone(Exchange ended) {
                watchdog.cancel(false);
                underWay.remove(ended);
            }
        });
    }

    /** Last step of the route: the whole answer, no longer than the request allows. */
    public WireAnswer read(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = message.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        message.getHeaders().keySet().stream()
                .filter(name -> !name.startsWith("Camel"))
                .forEach(name -> headers.put(name, message.getHeader(name, String.class)));
        if ("true".equalsIgnoreCase(headers.get("X-Emulator"))) {
            emulated = true;
        }
        InputStream body = message.getBody(InputStream.class);
        return new WireAnswer(status, headers, body == null ? new byte[0] : bytes(body, exchange));
    }

    private byte[] bytes(InputStream body, Exchange exchange) throws IOException {
        long limit = request(exchange).maxAnswerBytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            bytes.write(buffer, 0, n);
            if (bytes.size() > limit) {
                cutOff(exchange);
                throw new AnswerTooLarge(limit);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void onRequestSubmitted(
            Object source, Exchange exchange, HttpHost host, HttpRequest request, HttpEntity entity) {
        // Camel lets every HTTP endpoint without a listener of its own tell this one.
        if (exchange.getProperty(REQUEST) == null) {
            return;
        }
        exchange.setProperty(UNDER_WAY, request);
        if (stopping) {
            stop(exchange);
        }
    }

    @Override
    public void onResponseReceived(
            Object source, Exchange exchange, HttpHost host, HttpResponse response, HttpEntity entity, long elapsed) {
        // The request is what can be cut off.
    }

    /** The program is stopping: what only reads is cut off. A submit is not, for its answer may be a task's id. */
    public void stop() {
        stopping = true;
        underWay.forEach(CamelWire::stop);
    }

    private static void stop(Exchange exchange) {
        if (request(exchange).method().equals("GET")) {
            cutOff(exchange);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static void cutOff(Exchange exchange) {
        HttpUriRequestBase request = exchange.getProperty(UNDER_WAY, HttpUriRequestBase.class);
        if (request != null) {
            request.cancel();
        }
    }

    private static WireRequest request(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(REQUEST, WireRequest.class), REQUEST);
    }

    private static String withoutQuery(WireRequest request) {
        String uri = request.uri().toString();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** Tells "never sent" from "perhaps received": the first may be repeated, the second must be looked up. */
    private static IOException asIoException(Exception failure) {
        if (failure instanceof ConnectTimeoutException timeout) {
            ConnectException neverSent = new ConnectException(timeout.getMessage());
            neverSent.initCause(timeout);
            return neverSent;
        }
        if (failure instanceof IOException io) {
            return io;
        }
        SocketTimeoutException lost = new SocketTimeoutException("the exchange was cut off: " + failure.getMessage());
        lost.initCause(failure);
        return lost;
    }
}
