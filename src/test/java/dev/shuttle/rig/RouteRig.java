package dev.shuttle.rig;

import dev.shuttle.camel.ErrorHandlers;
import dev.shuttle.camel.StepErrors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.AdviceWithRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Routes as they are shipped, with parts of a test's own: what they call is given, what they wait for is replaced. */
public final class RouteRig implements AutoCloseable {
    /** What a route does at a step that is replaced. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void take(Exchange exchange) throws Exception;
    }

    /** A process that ends without another word: whatever throws it does nothing more until the rig is closed. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final DefaultCamelContext context;
    private volatile CompletableFuture<Exchange> under = new CompletableFuture<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /**
     * Loads these files of {@code routes/}; what begins by itself does not.
     *
     * @param ends routes of the test's own, by the name of their {@code direct:} endpoint
     */
    public RouteRig(Map<String, Object> beans, List<String> files, Map<String, Step> ends) throws Exception {
        this(new DefaultCamelContext(), beans, files, ends);
    }

    /** The same into a context that the test has prepared. */
    public RouteRig(DefaultCamelContext context, Map<String, Object> beans, List<String> files, Map<String, Step> ends)
            throws Exception {
        this.context = context;
        context.disableJMX();
        context.getCamelContextExtension().addInterceptStrategy(new StepErrors());
        ErrorHandlers.bindTo(context);
        beans.forEach(context.getRegistry()::bind);
        Properties values = new Properties();
        values.put("shuttle.stage.cloud", "direct:stage-cloud");
        values.put("shuttle.stage.poll", "direct:stage-resumed");
        values.put("shuttle.stage.convert", "direct:stage-convert");
        context.getPropertiesComponent().setOverrideProperties(values);
        for (String file : files) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(
                            ResourceHelper.resolveResource(context, "file:" + Path.of("routes", file + ".camel.yaml")));
        }
        context.getRouteDefinitions().stream()
                .filter(route -> !route.getInput().getEndpointUri().startsWith("direct:"))
                .forEach(route -> route.setAutoStartup("false"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                ends.forEach((name, step) -> from("direct:" + name).process(exchange -> guarded(step, exchange)));
            }
        });
    }

    private void guarded(Step step, Exchange exchange) throws Exception {
        try {
            step.take(exchange);
        } catch (Killed killed) {
            under.completeExceptionally(killed);
            end.await();
            throw killed;
        }
    }

    /** Puts something else into the place of a step. */
    public void replace(String route, String step, Step by) throws Exception {
        AdviceWith.adviceWith(context.getRouteDefinition(route), context, new AdviceWithRouteBuilder() {
            @Override
            public void configure() {
                weaveById(step)
                        .replace()
                        .process(exchange -> guarded(by, exchange))
                        .id(step);
            }
        });
    }

    /** Starts them. */
    public RouteRig start() {
        context.start();
        return this;
    }

    /** Sends a body through a route, and gives what comes out. */
    public <T> T send(String route, Object body, Class<T> type) throws Exception {
        CompletableFuture<Exchange> sent = new CompletableFuture<>();
        under = sent;
        Thread thread = new Thread(() -> {
            try (ProducerTemplate template = context.createProducerTemplate()) {
                sent.complete(template.send(
                        "direct:" + route, exchange -> exchange.getMessage().setBody(body)));
            } catch (Throwable broken) {
                sent.completeExceptionally(broken);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return type.cast(Objects.requireNonNull(done(sent).getMessage().getBody()));
    }

    private static Exchange done(CompletableFuture<Exchange> sent) throws Exception {
        try {
            Exchange exchange = sent.get(120, TimeUnit.SECONDS);
            Exception failure = exchange.getException();
            if (failure instanceof CamelExecutionException && failure.getCause() instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw failure;
            }
            return exchange;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new AssertionError("the route goes round and round", e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        context.stop();
    }
}
