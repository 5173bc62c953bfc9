package dev.shuttle.app;

import dev.shuttle.camel.BrokerException;
import dev.shuttle.camel.BrokerLink;
import dev.shuttle.pipeline.dispatch.Transport;
import dev.shuttle.settings.Broker;
import dev.shuttle.settings.Settings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How ids travel, by the settings and by what the broker can do. */
final class Transports {
    private static final Logger LOG = LoggerFactory.getLogger(Transports.class);
    private static final Duration ANSWERS = Duration.ofSeconds(60);

    private Transports() {}

    /** Whether the broker's queues are this node's own: without a store no other node reaches its pictures. */
    static boolean areOwn(Settings settings) {
        return settings.broker() != null && !settings.cluster().store().isOn();
    }

    /**
     * Asks the broker whether it delays messages.
     *
     * @throws BrokerException where it is not there
     */
    static Transport of(Settings settings) {
        Broker set = settings.broker();
        if (set == null) {
            return Transport.IN_PROCESS;
        }
        boolean delays = BrokerLink.delays(set, ANSWERS);
        if (!delays) {
            LOG.warn("the broker {} delays no messages: due times of polls are kept in the database", set.shown());
        }
        Duration later = settings.journal().lease().dividedBy(3);
        return new Transport(true, areOwn(settings), delays, set.patience(), later);
    }
}
