package dev.shuttle.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a client may keep the server waiting. */
class AllowanceTest {
    private final Allowance allowance = new Allowance(1000, Duration.ofSeconds(20));

    @Test
    void whoMovesNothingHasItsPatienceAndNoMore() {
        allowance.waited(20_000);
        assertThat(allowance.isSpent()).isFalse();
        allowance.waited(1);
        assertThat(allowance.isSpent()).isTrue();
    }

    @Test
    void whoKeepsTheRateGoesOnForEver() {
        for (int second = 0; second < 100_000; second++) {
            allowance.waited(1000);
            allowance.moved(1000);
        }
        assertThat(allowance.isSpent()).isFalse();
    }

    @Test
    void aByteASecondBuysNothing() {
        for (int second = 0; second < 21; second++) {
            allowance.moved(1);
            allowance.waited(1000);
        }
        assertThat(allowance.isSpent()).isTrue();
    }

    @Test
    void aGoodBeginningBuysNoLongRest() {
        allowance.moved(Long.MAX_VALUE / 2000);
        allowance.waited(20_001);
        assertThat(allowance.isSpent()).isTrue();
    }
}
