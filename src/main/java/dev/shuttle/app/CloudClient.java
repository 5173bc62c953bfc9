package dev.shuttle.app;

import dev.shuttle.camel.CamelWire;
import dev.shuttle.camel.ErrorHandlers;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.provider.DashScope;
import dev.shuttle.provider.DashScopeJson;
import dev.shuttle.provider.DashScopeSettings;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** The account's one client and its wire: all that the routes in {@code 31-dashscope} and {@code 34-http} call. */
record CloudClient(CamelContext context, CamelWire wire, DashScope dashScope) {
    /** No submit waits longer for its turn; with two a second that is a queue of 600. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** By the rates of one program. */
    static Limiter limiter(DashScopeSettings settings) {
        return new Limiter(settings.submitRate(), settings.pollRate(), PATIENCE);
    }

    /**
     * Makes both known to a context's routes, by the names they use.
     *
     * @param limiter when a request may be sent
     * @param trace headers by which an exchange belongs to the trace of who asks for it
     * @param watch called after each exchange
     */
    static CloudClient bindTo(
            CamelContext context,
            DashScopeSettings settings,
            Limiter limiter,
            Supplier<Map<String, String>> trace,
            Wire.Watch watch,
            Shutdown shutdown,
            InstantSource clock,
            RandomGenerator random) {
        CamelWire wire = new CamelWire(context, trace, watch, shutdown);
        DashScope dashScope = new DashScope(settings, wire, limiter, clock, random, shutdown);
        Registry registry = context.getRegistry();
        ErrorHandlers.bindTo(context);
        wire.bind();
        registry.bind("dashscope", dashScope);
        registry.bind("dashscopeJson", DashScopeJson.mapper());
        return new CloudClient(context, wire, dashScope);
    }
}
