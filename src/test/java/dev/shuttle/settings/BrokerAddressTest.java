package dev.shuttle.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker's address, which may name the password of a trust store and never the broker's own. */
final class BrokerAddressTest {
    @TempDir
    private Path folder = Path.of("");

    private SettingsException problems(String url) {
        Sources sources = new Sources(folder).set("shuttle.broker.url", url);
        return catchThrowableOfType(SettingsException.class, sources::settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amqp://mill:s3cret@broker:5672",
                "amqp://broker:5672?jms.password=s3cret",
                "failover:(amqp://one:5672,amqps://mill:s3cret@two:5671)",
                "failover:(amqp://one:5672)?failover.nested.x=1&jms.password=s3cret"
            })
    void itsOwnPasswordHasAKeyOfItsOwn(String url) {
        assertThat(problems(url).problems())
                .anySatisfy(problem -> assertThat(problem).contains("shuttle.broker.password"))
                .noneSatisfy(problem -> assertThat(problem).contains("s3cret"));
    }

    @Test
    void thoseOfStoresMayStandInItAndAreShownToNobody() {
        String url =
                "amqps://broker:5671?transport.trustStorePassword=s3cret&transport.keyStorePassword=t0o&jms.clientID=a";

        assertThat(problems(url).problems())
                .noneSatisfy(problem -> assertThat(problem).contains("must hold no password"))
                .noneSatisfy(problem -> assertThat(problem).contains("s3cret"));
        Broker broker = new Broker(url, null, null, Duration.ofMinutes(10));
        assertThat(broker.url()).as("what is connected to").isEqualTo(url);
        assertThat(broker.shown())
                .isEqualTo(
                        "amqps://broker:5671?transport.trustStorePassword=…&transport.keyStorePassword=…&jms.clientID=a");
    }

    @Test
    void aFailoverAddressKeepsItsBracket() {
        Broker broker = new Broker(
                "failover:(amqps://one?transport.trustStorePassword=a,amqps://two)",
                null,
                null,
                Duration.ofMinutes(10));

        assertThat(broker.shown()).isEqualTo("failover:(amqps://one?transport.trustStorePassword=…,amqps://two)");
    }
}
