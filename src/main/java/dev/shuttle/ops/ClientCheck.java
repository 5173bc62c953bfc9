package dev.shuttle.ops;

import dev.shuttle.route.CamelWire;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether the HTTP client of the cloud works: its connections are alive, and no call outlasts its deadline. */
final class ClientCheck extends AbstractHealthCheck {
    private final Supplier<CamelWire.Condition> client;

    ClientCheck(Supplier<CamelWire.Condition> client) {
        super("shuttle", "cloud-client");
        this.client = client;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            CamelWire.Condition now = client.get();
            builder.detail("connections_used", now.used());
            builder.detail("calls_waiting", now.waiting());
            builder.detail("rebuilt", now.rebuilt());
            if (now.overdue() > 0) {
                builder.message(now.overdue() + " calls to the cloud outlast their deadline; restart the program")
                        .down();
            } else {
                builder.up();
            }
        } catch (RuntimeException dead) {
            builder.message("the client of the cloud cannot be made: " + dead.getMessage())
                    .down();
        }
    }

    /** Pictures are made without the cloud, too. */
    @Override
    public boolean isLiveness() {
        return false;
    }
}
