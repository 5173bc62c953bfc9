package dev.shuttle.camel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.web.server.Call;
import dev.shuttle.web.server.HttpProblem;
import dev.shuttle.web.server.Router;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.TypeConversionException;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.TypeConverterSupport;

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
        for (Class<?> type : List.of(InputStream.class, byte[].class, String.class)) {
            context.getTypeConverterRegistry().addTypeConverter(type, Call.class, new ToContent());
        }
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new HttpConsumer(endpoint, processor, router, problems);
    }

    /** For a route that wants its content whole; a thread waits for the client meanwhile, so few may. */
    private static final class ToContent extends TypeConverterSupport {
        private static final Semaphore WAITING = new Semaphore(16);
        /** A route that takes more has it as a stream. */
        private static final int MOST = 1024 * 1024;

        @Override
        @SuppressWarnings("unchecked")
        public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
            InputStream content = ((Call) value).content();
            if (type == InputStream.class) {
                return (T) content;
            }
            if (!WAITING.tryAcquire()) {
                throw new HttpProblem(503, "TOO_BUSY", "too many clients send slowly", "try again in a while");
            }
            try (content) {
                byte[] bytes = content.readNBytes(MOST + 1);
                if (bytes.length > MOST) {
                    throw new HttpProblem(
                            413, "CONTENT_TOO_LARGE", "the content has more than " + MOST + " bytes", null);
                }
                return (T) (type == String.class ? new String(bytes, UTF_8) : bytes);
            } catch (IOException e) {
                throw new TypeConversionException(value, type, e);
            } finally {
                WAITING.release();
            }
        }
    }
}
