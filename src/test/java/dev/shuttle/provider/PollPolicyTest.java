package dev.shuttle.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PollPolicyTest {
    private static final Instant NOON = Instant.parse("2026-01-15T04:00:00Z");
    private static final TaskTimes NO_TIMES = new TaskTimes(null, null, null);
    private static final TaskStatus RUNNING = new TaskStatus.Running("t", null, NO_TIMES);
    private static final TaskStatus UNKNOWN = new TaskStatus.Unknown("t", null);
    private static final TaskStatus CANCELED = new TaskStatus.Canceled("t", null, NO_TIMES);

    private final MovedClock clock = new MovedClock(NOON);
    private final PollPolicy policy = policy(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(5));
    private final Polling polling = policy.start(NOON);

    @Test
    void delaysGrowFromTheFirstToTheLongestAndVaryALittle() {
        double expected = 1000;
        for (int poll = 0; poll < 20; poll++) {
            assertThat((double) polling.delay().toMillis()).isBetween(expected * 0.8 - 1, expected * 1.2 + 1);
            assertThat(polling.delay()).isLessThanOrEqualTo(Duration.ofSeconds(10));
            expected = Math.min(10_000, expected * 1.5);
            assertThat(polling.seen(RUNNING)).isEqualTo(Verdict.AGAIN);
        }
        assertThat(polling.polls()).isEqualTo(20);
    }

    @Test
    void aTaskIsAskedForUntilTheDeadlineAndOnceMoreAtIt() {
        Verdict verdict = Verdict.AGAIN;
        while (verdict == Verdict.AGAIN) {
            clock.move(polling.delay());
            verdict = polling.seen(RUNNING);
        }

        assertThat(verdict).isEqualTo(Verdict.TOO_LATE);
        assertThat(Duration.between(NOON, clock.instant()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(5).plusMillis(50));
        assertThat(polling.polls()).isBetween(30, 50);
    }

    @Test
    void afterARestartAnOldTaskIsAskedForOnceBeforeItIsGivenUp() {
        clock.move(Duration.ofHours(3));
        Polling resumed = policy.start(NOON);

        assertThat(resumed.delay()).isLessThan(Duration.ofSeconds(2));
        assertThat(resumed.seen(RUNNING)).isEqualTo(Verdict.TOO_LATE);
        assertThat(policy.start(NOON).seen(CANCELED)).isEqualTo(Verdict.FINAL);
    }

    @Test
    void anUnknownTaskIsWaitedForThirtySeconds() {
        for (int second = 0; second < 29; second++) {
            assertThat(polling.seen(UNKNOWN)).isEqualTo(Verdict.AGAIN);
            clock.move(Duration.ofSeconds(1));
        }
        clock.move(Duration.ofSeconds(1));

        assertThat(polling.seen(UNKNOWN)).isEqualTo(Verdict.GONE);
    }

    @Test
    void anUnknownTaskIsAskedForThreeTimesHoweverOldItIs() {
        clock.move(Duration.ofMinutes(2));

        assertThat(polling.seen(UNKNOWN)).isEqualTo(Verdict.AGAIN);
        assertThat(polling.seen(UNKNOWN)).isEqualTo(Verdict.AGAIN);
        assertThat(polling.seen(UNKNOWN)).isEqualTo(Verdict.GONE);
    }

    @Test
    void aTaskThatWasKnownInBetweenIsNotGone() {
        clock.move(Duration.ofMinutes(2));
        polling.seen(UNKNOWN);
        polling.seen(UNKNOWN);
        polling.seen(RUNNING);

        assertThat(polling.seen(UNKNOWN)).isEqualTo(Verdict.AGAIN);
    }

    @Test
    void passingFailuresAreBorneUntilTheDeadline() {
        CloudError busy = CloudError.own(OwnCode.NOT_JSON, "busy", 503, Stage.POLL);
        CloudError lost = CloudError.own(OwnCode.ANSWER_LOST, "reset", 0, Stage.POLL);

        assertThat(polling.seen(new TaskStatus.Unread("t", busy))).isEqualTo(Verdict.AGAIN);
        assertThat(polling.seen(new TaskStatus.Unread("t", lost))).isEqualTo(Verdict.AGAIN);
        clock.move(Duration.ofMinutes(5));
        assertThat(polling.seen(new TaskStatus.Unread("t", busy))).isEqualTo(Verdict.TOO_LATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorClass.class,
            names = {"NEVER", "NEXT_MODEL", "ACCOUNT"})
    void aRefusedPollIsNotRepeated(ErrorClass errorClass) {
        CloudError refused = CloudError.sent("InvalidApiKey", "no", 401, Stage.POLL, errorClass, Advice.CHECK_KEY);

        assertThat(polling.seen(new TaskStatus.Unread("t", refused))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void theServicesOwnWaitIsHonouredOnceAndNotPastTheDeadline() {
        CloudError busy = CloudError.sent("Throttling", "busy", 429, Stage.POLL, ErrorClass.RETRY, Advice.WAIT);

        polling.seen(new TaskStatus.Unread("t", busy.after(Duration.ofSeconds(45))));
        assertThat(polling.delay()).isEqualTo(Duration.ofSeconds(45));
        polling.seen(RUNNING);
        assertThat(polling.delay()).isLessThan(Duration.ofSeconds(4));
        polling.seen(new TaskStatus.Unread("t", busy.after(Duration.ofHours(1))));
        assertThat(polling.delay()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void twoTasksDoNotKnockTogether() {
        Polling other = policy.start(NOON);

        assertThat(polling.delay()).isNotEqualTo(other.delay());
    }

    private PollPolicy policy(Duration initial, Duration max, Duration deadline) {
        return new PollPolicy(initial, max, deadline, clock, clock, new Random(3));
    }
}
