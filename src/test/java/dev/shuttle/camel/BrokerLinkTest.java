package dev.shuttle.camel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.settings.Broker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A broker that is not there when it is asked. */
final class BrokerLinkTest {
    private static Broker at(String url) {
        return new Broker(url, null, null, Duration.ofMinutes(10));
    }

    @Test
    void oneThatIsTriedAgainAndAgainDoesNotHoldTheStart() {
        Broker nobody = at("failover:(amqp://127.0.0.1:1)?failover.initialReconnectDelay=100");

        assertThatThrownBy(() -> BrokerLink.delays(nobody, Duration.ofMillis(700)))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("shuttle.broker.url=failover:(amqp://127.0.0.1:1)")
                .hasMessageContaining("does not answer");
    }

    @Test
    void oneThatAcceptsAndSaysNothingDoesNotEither() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Broker broker = at("amqp://127.0.0.1:" + silent.getLocalPort());

            assertThatThrownBy(() -> BrokerLink.delays(broker, Duration.ofMillis(700)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("does not answer");
        }
    }
}
