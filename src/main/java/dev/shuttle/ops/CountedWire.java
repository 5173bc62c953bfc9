package dev.shuttle.ops;

import dev.shuttle.dashscope.Wire;
import dev.shuttle.dashscope.WireAnswer;
import dev.shuttle.dashscope.WireRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;

/** Counts and times the exchanges with the cloud by request and status. */
public final class CountedWire implements Wire {
    private final Wire wire;
    private final MeterRegistry registry;

    /** Counts what goes over this wire. */
    public CountedWire(Wire wire, MeterRegistry registry) {
        this.wire = wire;
        this.registry = registry;
    }

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        Timer.Sample sample = Timer.start(registry);
        String status = "none";
        try {
            WireAnswer answer = wire.exchange(request);
            status = String.valueOf(answer.status());
            return answer;
        } finally {
            sample.stop(Timer.builder("shuttle.cloud.calls")
                    .tag("call", call(request))
                    .tag("status", status)
                    .register(registry));
        }
    }

    private static String call(WireRequest request) {
        String path = String.valueOf(request.uri().getPath());
        if (request.method().equals("POST")) {
            return path.endsWith("/cancel") ? "cancel" : "submit";
        }
        return path.contains("/tasks/") ? "poll" : path.endsWith("/tasks") ? "list" : "download";
    }
}
