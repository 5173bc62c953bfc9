package dev.shuttle.app;

import dev.shuttle.camel.CamelWire;
import dev.shuttle.ops.CallTimes;
import dev.shuttle.ops.Metrics;
import dev.shuttle.ops.Operations;
import dev.shuttle.ops.Traces;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.cloud.Refusals;
import dev.shuttle.pipeline.dispatch.Duties;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.Nodes;
import dev.shuttle.pipeline.store.Store;
import dev.shuttle.provider.Wire;
import dev.shuttle.settings.Settings;
import dev.shuttle.web.server.Guesses;
import dev.shuttle.web.server.Router;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link Wiring} that joins what operators see: alerts, metrics, traces and the operators' console.
 *
 * @param metrics null where nobody asks for them, as are the operations
 * @param traces null where none are wanted
 */
record OperationsWiring(
        AlertWiring alerting,
        @Nullable Metrics metrics,
        @Nullable Traces traces,
        @Nullable Operations operations) implements AutoCloseable {

    /** @throws dev.shuttle.settings.SettingsException where the alerts' template cannot be used */
    static OperationsWiring of(Settings settings, Journal journal, CircuitBreaker breaker, InstantSource clock) {
        Settings.Management management = settings.management();
        Metrics metrics = management == null ? null : new Metrics();
        AlertWiring alerting = new AlertWiring(settings, breaker, metrics, clock);
        Traces traces = settings.service().trace() ? Traces.open() : null;
        Operations operations = management == null || metrics == null
                ? null
                : new Operations(settings, management.roomLow(), journal, breaker, metrics);
        return new OperationsWiring(alerting, metrics, traces, operations);
    }

    void listen(JobEvents jobEvents) {
        jobEvents.onCommit(alerting.alerts()::committed);
        if (metrics != null) {
            jobEvents.onCommit(metrics::committed);
        }
        if (traces != null) {
            jobEvents.onCommit(traces::committed);
        }
    }

    Refusals refusals() {
        return alerting.refusals();
    }

    void guessed(Guesses.Guess guess) {
        if (metrics != null) {
            metrics.guessed(guess.door());
        }
        if (guess.often()) {
            alerting.alerts().guessed(guess.address(), guess.count());
        }
    }

    /** What a request to the cloud carries, so that it is found in the trace of its job. */
    Supplier<Map<String, String>> traceHeaders() {
        return traces == null ? Map::of : traces::headers;
    }

    Wire.Watch callTimes() {
        return metrics == null ? Wire.Watch.NONE : new CallTimes(metrics.registry());
    }

    /** What operators look at and turn: the intake, the store and the way to the cloud. */
    void watch(CamelContext context, Duties duties, Nodes nodes, @Nullable Store store, CamelWire wire) {
        if (operations != null) {
            operations.pauses(duties::pause);
            operations.watch(nodes);
            if (store != null) {
                operations.watch(store);
            }
            operations.watch(wire::condition);
        }
        if (traces != null) {
            traces.bindTo(context);
        }
    }

    /**
     * Once all else is bound.
     *
     * @param retry begins a job again, and gives the new one's id
     */
    void bindTo(CamelContext context, Shutdown shutdown, Function<Job, String> retry) {
        alerting.bindTo(context.getRegistry(), operations);
        // Last: what the others leave behind is posted, too.
        shutdown.onBegin(alerting::stop);
        if (operations != null) {
            operations.bindTo(context, retry);
        }
    }

    /** The routes run. */
    void register(Router operators, CamelContext context) {
        if (operations != null) {
            operations.register(operators, context);
        }
    }

    @Override
    public void close() {
        if (operations != null) {
            operations.close();
        }
        alerting.close();
        if (traces != null) {
            traces.close();
        }
    }
}
