package dev.shuttle.ops.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.rig.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts on their way to a webhook that may be away. */
final class MailboxTest {
    private final MovedClock clock = new MovedClock();
    private final Mailbox mailbox = new Mailbox(clock);

    private Alert put(String title) {
        Alert alert = new Alert(
                1,
                Event.TEST,
                "info",
                false,
                clock.instant(),
                clock.instant(),
                null,
                title,
                "message",
                null,
                1,
                Map.of(),
                List.of(),
                "host",
                "work");
        mailbox.put(alert);
        return alert;
    }

    @Test
    void theyAreSentInTheirOrder() {
        Alert first = put("1");
        Alert second = put("2");

        assertThat(mailbox.due()).containsExactly(first);
        mailbox.sent();
        assertThat(mailbox.due()).containsExactly(second);
        mailbox.sent();
        assertThat(mailbox.due()).isEmpty();
    }

    @Test
    void aWebhookThatFailsIsGivenTimeTwiceAsLongEachTime() {
        put("1");
        mailbox.failed("HTTP 500");
        assertThat(mailbox.due()).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(mailbox.due()).hasSize(1);
        mailbox.failed("HTTP 500");
        clock.move(Duration.ofSeconds(1));
        assertThat(mailbox.due()).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(mailbox.due()).hasSize(1);
    }

    @Test
    void anOutageIsLoggedOnceAndTheAlertGivenUpAfterTenTries() {
        put("the cloud is failing");
        try (Told log = new Told()) {
            for (int i = 0; i < 10; i++) {
                mailbox.failed("HTTP 500");
                clock.move(Duration.ofMinutes(5));
            }

            assertThat(log.lines()).hasSize(2);
            assertThat(log.lines().get(0)).contains("HTTP 500");
            assertThat(log.lines().get(1)).contains("did not arrive: the cloud is failing");
        }
        assertThat(mailbox.due()).isEmpty();
        assertThat(mailbox.lost()).isEqualTo(1);
    }

    @Test
    void whatWaitsIsBounded() {
        for (int i = 0; i < 1000; i++) {
            put("alert " + i);
        }

        assertThat(mailbox.waiting()).isEqualTo(15);
        assertThat(mailbox.lost()).isEqualTo(985);
    }

    @Test
    void withNothingWaitingTheEndIsAtOnce() {
        assertThat(mailbox.finish(Duration.ofHours(1))).isTrue();
    }

    @Test
    void afterTheEndNothingIsSent() {
        put("1");

        assertThat(mailbox.finish(Duration.ofMillis(1))).isFalse();
        assertThat(mailbox.due()).isEmpty();
    }
}
