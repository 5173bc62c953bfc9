package dev.shuttle.ops;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Spans of the routes, by Camel's own tracer, sent as the environment's {@code OTEL_*} say. */
public final class Traces implements RoutePolicyFactory, AutoCloseable {
    private static final String JOB = "shuttle.job";
    private static final long LAST_SECONDS = 2;

    private final OpenTelemetrySdk sdk;

    private Traces(OpenTelemetrySdk sdk) {
        this.sdk = sdk;
    }

    /** Reads {@code OTEL_*}; what they leave open is OTLP over HTTP to this machine, and nothing but traces. */
    public static Traces open() {
        return new Traces(AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.service.name", "shuttle",
                        "otel.exporter.otlp.protocol", "http/protobuf",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none"))
                .build()
                .getOpenTelemetrySdk());
    }

    /** Traces this context's routes. */
    public void bindTo(CamelContext context) {
        context.getRegistry().bind("openTelemetryTracer", sdk.getTracer("camel"));
        context.getRegistry().bind("openTelemetryPropagators", ContextPropagators.class, sdk.getPropagators());
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.setExcludePatterns("timer*,scheduler*");
        tracer.init(context);
        context.addRoutePolicyFactory(this);
    }

    /** A job has come to a new state: the span of the step that did it is the job's. */
    public void committed(Job job) {
        Span.current().setAttribute(JOB, job.id().value()).addEvent(job.state().name());
    }

    /** The headers by which what is begun now belongs to the span of this thread. */
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        sdk.getPropagators().getTextMapPropagator().inject(Context.current(), headers, Map::put);
        return headers;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode node) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route route, Exchange exchange) {
                Object body = exchange.getMessage().getBody();
                if (body instanceof Job job) {
                    Span.current().setAttribute(JOB, job.id().value());
                } else if (body instanceof String id && JobId.isOne(id)) {
                    Span.current().setAttribute(JOB, id);
                }
            }
        };
    }

    /** Sends the last spans, for a short while. */
    @Override
    public void close() {
        sdk.getSdkTracerProvider().shutdown().join(LAST_SECONDS, TimeUnit.SECONDS);
    }
}
