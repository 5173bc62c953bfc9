package dev.shuttle.settings;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A broker that speaks AMQP 1.0, and carries the ids of jobs from stage to stage, also to other nodes.
 *
 * @param url as Qpid JMS has it: {@code amqp:}, {@code amqps:} or {@code failover:(…)}
 * @param patience how long after its time a message counts as lost, so that the id is sent again
 */
public record Broker(
        String url, @Nullable String user, @Nullable Secret password, Duration patience) {
    /** The key of the queue where a broker puts what it could not deliver. */
    public static final String DEAD = "shuttle.stage.dead";

    /** The keys of the stages' queues. */
    public static final List<String> STAGES =
            List.of("shuttle.stage.intake", "shuttle.stage.cloud", "shuttle.stage.poll", "shuttle.stage.convert", DEAD);

    private static final String URL = "shuttle.broker.url";
    /** The broker's own; those of a trust or key store end in a longer name. */
    private static final Pattern OWN_PASSWORD = Pattern.compile("(?i)(://[^/?,()]*@|[?&(,](jms\\.|amqp\\.)?password=)");

    private static final Pattern ANY_PASSWORD = Pattern.compile("(?i)(password=)[^&),]*");

    /** The address as messages may have it: passwords of trust and key stores stand in it. */
    public String shown() {
        return masked(url);
    }

    /** A text without the passwords of addresses in it. */
    public static String masked(@Nullable String text) {
        return ANY_PASSWORD.matcher(String.valueOf(text)).replaceAll("$1…");
    }

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
            values.problem(URL, masked(url), "must begin with amqp://, amqps:// or failover:");
        }
        if (OWN_PASSWORD.matcher(url).find()) {
            values.problem(URL, "…", "must hold no password; that is shuttle.broker.password");
        }
        return new Broker(
                url,
                values.optional("shuttle.broker.user").orElse(null),
                values.secret("shuttle.broker.password"),
                patience);
    }
}
