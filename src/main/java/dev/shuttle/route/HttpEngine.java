package dev.shuttle.route;

import dev.shuttle.http.Call;
import dev.shuttle.http.HttpProblem;
import dev.shuttle.http.Router;
import java.io.InputStream;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.TypeConverterSupport;
import org.jspecify.annotations.Nullable;

/** What {@code platform-http:} and {@code rest:} in routes stand on: our own server. */
public final class HttpEngine implements PlatformHttpEngine {
    private final Router router;
    private final Function<Throwable, HttpProblem> problems;

    /**
     * Leads requests to routes by this router.
     *
     * @param problems what a route's failure is to the client
     */
    public HttpEngine(Router router, Function<Throwable, HttpProblem> problems) {
        this.router = router;
        this.problems = problems;
    }

    /** Makes itself known. A route's body is the {@link Call}; where a route wants a text or a stream, it gets the content. */
    public void bindTo(CamelContext context) {
        context.getRegistry().bind("platform-http-engine", this);
        context.getTypeConverterRegistry().addTypeConverter(InputStream.class, Call.class, new ToStream());
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new HttpConsumer(endpoint, processor, router, problems);
    }

    private static final class ToStream extends TypeConverterSupport {
        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T convertTo(Class<T> type, org.apache.camel.Exchange exchange, Object value) {
            return (T) ((Call) value).content();
        }
    }
}
