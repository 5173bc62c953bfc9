package dev.shuttle.camel;

import dev.shuttle.web.server.Answer;
import dev.shuttle.web.server.Call;
import dev.shuttle.web.server.HttpProblem;
import dev.shuttle.web.server.Router;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.Method;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** One route's door: a request becomes an exchange, and what comes out of the route the answer. Holds no thread meanwhile. */
final class HttpConsumer extends DefaultConsumer implements PlatformHttpConsumer, Suspendable {
    private final Router router;
    private final Function<Throwable, HttpProblem> problems;
    private @Nullable Runnable leave;

    HttpConsumer(
            PlatformHttpEndpoint endpoint,
            Processor processor,
            Router router,
            Function<Throwable, HttpProblem> problems) {
        super(endpoint, processor);
        this.router = router;
        this.problems = problems;
    }

    @Override
    public PlatformHttpEndpoint getEndpoint() {
        return (PlatformHttpEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        PlatformHttpEndpoint endpoint = getEndpoint();
        Set<String> methods = Method.parseList(endpoint.getHttpMethodRestrict()).stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
        String path = endpoint.getPath().startsWith("/") ? endpoint.getPath() : "/" + endpoint.getPath();
        leave = router.register(path, endpoint.isMatchOnUriPrefix(), methods, this::take);
    }

    @Override
    protected void doStop() throws Exception {
        if (leave != null) {
            leave.run();
        }
        super.doStop();
    }

    private void take(Call call) {
        if (isSuspended()) {
            call.answer(
                    Answer.problem(new HttpProblem(503, "SUSPENDED", "this route is suspended", "try again later")));
            return;
        }
        Exchange exchange = createExchange(false);
        Message in = exchange.getIn();
        in.setBody(call);
        headers(call, exchange).forEach(in::setHeader);
        in.setHeader(Exchange.HTTP_METHOD, call.method());
        in.setHeader(Exchange.HTTP_PATH, call.path());
        in.setHeader(Exchange.HTTP_QUERY, call.query());
        getAsyncProcessor().process(exchange, doneSync -> {
            try {
                call.answer(answer(exchange));
            } catch (RuntimeException e) {
                call.answer(Answer.problem(problems.apply(e)));
            } finally {
                releaseExchange(exchange, false);
            }
        });
    }

    /** What a client may set; never Camel's own headers, by which it would steer the route. */
    private Map<String, Object> headers(Call call, Exchange exchange) {
        Map<String, Object> all = new HashMap<>(call.headers());
        all.putAll(call.parameters());
        HeaderFilterStrategy filter = getEndpoint().getHeaderFilterStrategy();
        all.entrySet()
                .removeIf(entry -> filter.applyFilterToExternalHeaders(entry.getKey(), entry.getValue(), exchange));
        return all;
    }

    private Answer answer(Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            return Answer.problem(problems.apply(failure));
        }
        Message out = exchange.getMessage();
        return out.getBody() instanceof Answer answer ? answer : converted(exchange, out);
    }

    /** A route of somebody else's: any body, Camel's headers for status and type. */
    private Answer converted(Exchange exchange, Message out) {
        byte[] body = out.getBody() instanceof Call ? new byte[0] : out.getBody(byte[].class);
        Map<String, String> headers = new HashMap<>();
        HeaderFilterStrategy filter = getEndpoint().getHeaderFilterStrategy();
        out.getHeaders().forEach((name, value) -> {
            if (value != null && !filter.applyFilterToCamelHeaders(name, value, exchange)) {
                headers.put(name, value.toString());
            }
        });
        String type = out.getHeader(Exchange.CONTENT_TYPE, "text/plain", String.class);
        headers.remove(Exchange.CONTENT_TYPE);
        int status = out.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
        return new Answer.Bytes(status, type, body == null ? new byte[0] : body, headers);
    }
}
