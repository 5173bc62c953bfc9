package dev.shuttle.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong tokens by their addresses. */
class GuessesTest {
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final List<Guesses.Guess> told = new ArrayList<>();
    private final Guesses guesses = new Guesses(() -> now, told::add);

    @Test
    void eachWaitsLongerThanTheOneBeforeUpToALimit() throws Exception {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            waits.add(guesses.wrong("api", from("192.0.2.7")));
        }

        assertThat(waits.subList(0, 3)).containsOnly(Duration.ZERO);
        assertThat(waits.subList(3, 7))
                .containsExactly(
                        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(waits).isSorted().last().isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void oneAddressDoesNotSlowAnother() throws Exception {
        for (int i = 0; i < 50; i++) {
            guesses.wrong("api", from("192.0.2.7"));
        }

        assertThat(guesses.wrong("api", from("192.0.2.8"))).isZero();
    }

    @Test
    void afterAQuarterOfAnHourAllIsForgotten() throws Exception {
        for (int i = 0; i < 50; i++) {
            guesses.wrong("api", from("192.0.2.7"));
        }
        now = now.plus(Duration.ofMinutes(16));

        assertThat(guesses.wrong("api", from("192.0.2.7"))).isZero();
    }

    @Test
    void theTenthAndTheHundredthAreNews() throws Exception {
        for (int i = 0; i < 1000; i++) {
            guesses.wrong("console", from("192.0.2.7"));
        }

        assertThat(told).hasSize(1000);
        assertThat(told.stream().filter(Guesses.Guess::often))
                .extracting(Guesses.Guess::count)
                .containsExactly(10L, 100L, 1000L);
    }

    @Test
    void theMemoryIsBoundedWhateverAddressesCome() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            byte[] address = {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i};
            guesses.wrong("api", new InetSocketAddress(InetAddress.getByAddress(address), 1));
        }

        assertThat(guesses.remembered()).isEqualTo(Guesses.MOST);
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() throws Exception {
        assertThat(Guesses.address(from("2001:db8:1:2:3:4:5:6")))
                .isEqualTo(Guesses.address(from("2001:db8:1:2::1")))
                .isNotEqualTo(Guesses.address(from("2001:db8:1:3::1")));
        assertThat(Guesses.address(null)).isEqualTo("unknown");
    }

    private static InetSocketAddress from(String address) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), 1234);
    }
}
