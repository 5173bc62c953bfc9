package dev.shuttle.ops;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether the HTTP client of the cloud works: its connections are alive, and no call outlasts its deadline. */
public final class ClientCheck extends AbstractHealthCheck {
    private final Supplier<Condition> client;

    /**
     * How the client is.
     *
     * @param used connections on which a request is under way
     * @param waiting calls that wait for a connection
     * @param rebuilt how often the connections had to be made anew after an error of the program
     * @param overdue calls that go on although their deadline is over
     */
    public record Condition(int used, int waiting, int rebuilt, int overdue) {}

    ClientCheck(Supplier<Condition> client) {
        super("shuttle", "cloud-client");
        this.client = client;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            Condition now = client.get();
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
