package dev.shuttle.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A broker that speaks AMQP 1.0, and carries the ids of jobs from stage to stage, also to other nodes.
 *
 * @param url as Qpid JMS has it: {@code amqp:}, {@code amqps:} or {@code failover:(…)}
 * @param patience how long after its time a message counts as lost, so that the id is sent again
 */
public record Broker(
        String url, @Nullable String user, @Nullable Secret password, Duration patience) {
    /** The keys of the stages' queues. */
    public static final List<String> STAGES = List.of(
            "shuttle.stage.intake",
            "shuttle.stage.cloud",
            "shuttle.stage.poll",
            "shuttle.stage.convert",
            "shuttle.stage.dead");

    private static final String URL = "shuttle.broker.url";

    static @Nullable Broker read(Values values) {
        String url = values.optional(URL).orElse(null);
        for (String stage : STAGES) {
            boolean byBroker = values.text(stage).startsWith("amqp:");
            if (byBroker != (url != null)) {
                values.problem(
                        stage,
                        values.text(stage),
                        byBroker
                                ? "needs shuttle.broker.url"
                                : "must begin with amqp: where shuttle.broker.url is set");
            }
        }
        Duration patience = values.duration("shuttle.broker.patience");
        if (url == null) {
            return null;
        }
        if (!url.matches("(amqps?://|failover:).*")) {
            values.problem(URL, url, "must begin with amqp://, amqps:// or failover:");
        }
        if (url.matches("(?i).*(password=|://[^/?,]*@).*")) {
            values.problem(URL, "…", "must hold no password; that is shuttle.broker.password");
        }
        return new Broker(
                url,
                values.optional("shuttle.broker.user").orElse(null),
                values.secret("shuttle.broker.password"),
                patience);
    }
}
