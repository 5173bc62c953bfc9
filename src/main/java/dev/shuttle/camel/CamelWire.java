package dev.shuttle.camel;

import dev.shuttle.ops.HealthChecks.ClientCondition;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.DefaultExchange;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolStats;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DashScope's wire over camel-http: the route {@code http}, whose first and last steps are {@link #write} and {@link #read} here. Other routes
 * call it, and so does {@link #exchange}. {@link WireClient} is the HTTP client in between, where each exchange has its deadline and its
 * limit.
 */
public final class CamelWire implements Wire, HttpActivityListener, AutoCloseable {
    private static final String CAMEL_HTTP = "org.apache.camel.component.http.";
    private static final Logger LOG = LoggerFactory.getLogger(CamelWire.class);
    private static final String CALL = "shuttle.wireCall";

    private final CamelContext context;
    private final Supplier<Map<String, String>> trace;
    private final Watch watcher;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "dashscope-timeout");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<WireCall> underWay = ConcurrentHashMap.newKeySet();
    private final WireClient client;
    private final AtomicBoolean warned = new AtomicBoolean();
    /** Hosts that said they are emulators. */
    private final Set<String> emulators = ConcurrentHashMap.newKeySet();

    private final Shutdown shutdown;

    /**
     * Speaks through this context's routes.
     *
     * @param trace headers by which an exchange belongs to the trace of who asks for it
     * @param watcher called after each exchange
     * @param shutdown cuts off what only reads; not a submit before its deadline, for its answer may be a task's id
     */
    public CamelWire(CamelContext context, Supplier<Map<String, String>> trace, Watch watcher, Shutdown shutdown) {
        this.context = context;
        this.trace = trace;
        this.watcher = watcher;
        this.shutdown = shutdown;
        shutdown.onBegin(() -> underWay.forEach(CamelWire::stop));
        watch.setRemoveOnCancelPolicy(true);
        this.client = new WireClient(context, CamelWire::call);
    }

    /** Makes itself, its headers' filter and its client known to the routes, as {@code wire}, {@code wireHeaders} and {@code wireClient}. */
    public void bind() {
        context.getCamelContextExtension().addInterceptStrategy(new StepErrors());
        context.getRegistry().bind("wire", this);
        context.getRegistry().bind("wireHeaders", headers());
        context.getRegistry().bind("wireClient", client);
    }

    /** What goes out as headers: no trace's id, which is nobody's business there. */
    private static HeaderFilterStrategy headers() {
        HttpHeaderFilterStrategy strategy = new HttpHeaderFilterStrategy();
        strategy.getOutFilter().addAll(Set.of("traceparent", "tracestate", "baggage"));
        return strategy;
    }

    /** Whether the service at this address has said that it is an emulator. */
    public boolean isEmulated(URI service) {
        return emulators.contains(String.valueOf(service.getRawAuthority()));
    }

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            Exchange done = template.send("direct:http", exchange -> {
                trace.get().forEach(exchange.getMessage()::setHeader);
                exchange.getMessage().setBody(request);
            });
            if (done.getException() != null) {
                throw asIoException(done.getException());
            }
            return Objects.requireNonNull(done.getMessage().getBody(WireAnswer.class), "answer");
        }
    }

    /** First step of the route: the body, a {@link WireRequest}, as camel-http wants it. Its time begins. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        WireRequest request = Objects.requireNonNull(message.getBody(WireRequest.class), "request");
        WireCall call = new WireCall(request, watch);
        underWay.add(call);
        exchange.setProperty(CALL, call);
        // The guard has decompressed it, and has counted while it did.
        exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
        if (shutdown.hasBegun()) {
            stop(call);
        }
        message.removeHeaders("*");
        request.headers().forEach(message::setHeader);
        message.setHeader(HttpConstants.HTTP_METHOD, request.method());
        // Raw, because a result's query is signed as it is written.
        message.setHeader(HttpConstants.HTTP_URI, withoutQuery(request));
        message.setHeader(HttpConstants.HTTP_RAW_QUERY, request.uri().getRawQuery());
        message.setBody(request.body());
    }

    /** Last step of the route: the whole answer, no longer than the request allows. */
    public WireAnswer read(Exchange exchange) throws IOException {
        WireCall call = Objects.requireNonNull(exchange.getProperty(CALL, WireCall.class), CALL);
        Message message = exchange.getMessage();
        int status = message.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        message.getHeaders().keySet().stream()
                .filter(name -> !name.startsWith("Camel"))
                .forEach(name -> headers.put(name, message.getHeader(name, String.class)));
        if ("true".equalsIgnoreCase(headers.get("X-Emulator"))) {
            emulators.add(String.valueOf(call.request().uri().getRawAuthority()));
        }
        if (!call.wasGuarded() && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "dashscope.request-timeout does not hold: the step dashscope-http in routes/34-http.camel.yaml wants"
                            + " httpClientConfigurer: \"#wireClient\" and httpActivityListener: \"#wire\"");
        }
        InputStream body = message.getBody(InputStream.class);
        WireAnswer answer = new WireAnswer(status, headers, body == null ? new byte[0] : bytes(body, call));
        call.answered(answer);
        return answer;
    }

    /** The exchange is over, however: nothing of it stays with the exchange of the route that asked. */
    public void end(Exchange exchange) {
        WireCall call = (WireCall) exchange.removeProperty(CALL);
        exchange.removeProperty(Exchange.SKIP_GZIP_ENCODING);
        exchange.getMessage().removeHeaders("*");
        releaseAnswer(exchange);
        if (call != null) {
            underWay.remove(call);
            call.close();
            WireAnswer answer = call.answer();
            // Where the route keeps what broke off its steps; with an answer it is an earlier exchange's.
            Throwable failure =
                    answer == null ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class) : null;
            watcher.ended(call.request(), answer, failure, call.tookNanos());
        }
    }

    /** camel-http keeps each answer until the exchange is done, and a job that waits for its task asks thousands of times in one. */
    private static void releaseAnswer(Exchange exchange) {
        UnitOfWork unit = exchange.getUnitOfWork();
        if (unit == null) {
            return;
        }
        Exchange over = new DefaultExchange(exchange.getContext());
        unit.handoverSynchronization(over, each -> each.getClass().getName().startsWith(CAMEL_HTTP));
        List<Synchronization> answers = over.getExchangeExtension().handoverCompletions();
        if (answers != null) {
            answers.forEach(each -> each.onComplete(over));
        }
    }

    private static byte[] bytes(InputStream body, WireCall call) throws IOException {
        return (body instanceof AnswerBody whole ? whole : AnswerBody.read(body, call)).bytes();
    }

    /** The call an HTTP exchange is made for; null for one of another route. */
    private static @Nullable WireCall call(HttpContext http) {
        // Where camel-http leaves it for its listeners.
        Exchange exchange = (Exchange) http.getAttribute("org.apache.camel.Exchange");
        return exchange == null ? null : exchange.getProperty(CALL, WireCall.class);
    }

    @Override
    public void onRequestSubmitted(
            Object source, Exchange exchange, HttpHost host, HttpRequest request, HttpEntity entity) {
        // It is here so that the client of camel-http knows which exchange a request is of.
    }

    @Override
    public void onResponseReceived(
            Object source, Exchange exchange, HttpHost host, HttpResponse response, HttpEntity entity, long elapsed) {
        // As above.
    }

    private static void stop(WireCall call) {
        if (call.request().body() == null) {
            call.cutOff("the program stops");
        }
    }

    WireClient client() {
        return client;
    }

    /** Looks how the client is; where its connections are dead, they are made anew by looking. */
    public ClientCondition condition() {
        PoolStats stats = client.connections().stats();
        int overdue = (int) underWay.stream().filter(WireCall::isOverdue).count();
        return new ClientCondition(
                stats.getLeased(), stats.getPending(), client.connections().rebuilt(), overdue);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static String withoutQuery(WireRequest request) {
        String uri = request.uri().toString();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** What is no failure of the network's leaves open whether the request was received. */
    private static IOException asIoException(Exception failure) {
        if (failure instanceof IOException io) {
            return io;
        }
        SocketTimeoutException lost = new SocketTimeoutException("the exchange broke off: " + failure.getMessage());
        lost.initCause(failure);
        return lost;
    }
}
