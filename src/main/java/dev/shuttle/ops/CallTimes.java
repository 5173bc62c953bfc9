package dev.shuttle.ops;

import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts and times the exchanges with the cloud by call and answer. */
public final class CallTimes implements Wire.Watch {
    private final MeterRegistry registry;

    /** Counts in this registry. */
    public CallTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(WireRequest request, @Nullable WireAnswer answer, @Nullable Throwable failure, long nanos) {
        Timer.builder("shuttle.cloud.calls")
                .tag("call", call(request))
                .tag("status", answer == null ? "none" : String.valueOf(answer.status()))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String call(WireRequest request) {
        String path = String.valueOf(request.uri().getPath());
        if (request.method().equals("POST")) {
            return path.endsWith("/cancel") ? "cancel" : "submit";
        }
        return path.contains("/tasks/") ? "poll" : path.endsWith("/tasks") ? "list" : "download";
    }
}
