package dev.shuttle.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.camel.BrokerLink;
import dev.shuttle.ops.doctor.ClusterChecks.BrokerCheck;
import dev.shuttle.settings.Broker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What doctor says of what nodes share. */
final class ClusterChecksTest {
    private static Finding.Level level(BrokerCheck check) {
        List<Finding> found = check.look();
        assertThat(found).hasSize(1);
        return found.get(0).level();
    }

    private static Broker at(String url) {
        return new Broker(url, null, null, Duration.ofMinutes(1));
    }

    @Test
    void aBrokerThatCannotBeReachedFails() {
        Broker nobody = at("amqp://127.0.0.1:1");

        assertThat(level(new BrokerCheck(nobody, () -> BrokerLink.delays(nobody, Duration.ofSeconds(5)))))
                .isEqualTo(Finding.Level.FAIL);
    }

    @Test
    void oneThatIsTriedWithoutEndFailsInTime() {
        Broker nobody = at("failover:(amqp://127.0.0.1:1)");

        assertThat(level(new BrokerCheck(nobody, () -> BrokerLink.delays(nobody, Duration.ofMillis(200)))))
                .isEqualTo(Finding.Level.FAIL);
    }

    @Test
    void oneThatDelaysNoMessagesIsWarnedOf() {
        assertThat(level(new BrokerCheck(at("amqp://broker"), () -> false))).isEqualTo(Finding.Level.WARN);
    }

    @Test
    void withoutABrokerAllIsWell() {
        assertThat(level(new BrokerCheck(null, null))).isEqualTo(Finding.Level.OK);
    }
}
