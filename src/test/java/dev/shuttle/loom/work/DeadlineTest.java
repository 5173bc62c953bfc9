package dev.shuttle.loom.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DeadlineTest {
    private Instant now = Instant.EPOCH;
    private final AtomicInteger looks = new AtomicInteger();

    private Deadline deadline(boolean cancelled) {
        return Deadline.after(Duration.ofSeconds(10), () -> now, () -> {
            looks.incrementAndGet();
            return cancelled;
        });
    }

    @Test
    void workEndsWhenItsTimeIsOver() {
        Deadline deadline = deadline(false);
        assertThatCode(deadline::check).doesNotThrowAnyException();
        now = now.plusSeconds(11);
        assertThatThrownBy(deadline::check)
                .asInstanceOf(type(WorkStoppedException.class))
                .matches(stopped -> !stopped.isCancelled());
    }

    @Test
    void workThatNobodyWantsEnds() {
        assertThatThrownBy(deadline(true)::check)
                .asInstanceOf(type(WorkStoppedException.class))
                .matches(WorkStoppedException::isCancelled);
    }

    @Test
    void whetherItIsWantedIsLookedUpOnceASecond() {
        Deadline deadline = deadline(false);
        for (int i = 0; i < 30; i++) {
            deadline.check();
            now = now.plusMillis(100);
        }
        assertThat(looks).hasValue(3);
    }

    @Test
    void sharedWorkEndsBetweenTwoBands() {
        AtomicInteger bands = new AtomicInteger();
        RowBands timed = new RowBands(2).within(deadline(false));
        assertThatThrownBy(() -> timed.run(100, 1, (from, to) -> {
                    bands.incrementAndGet();
                    now = now.plusSeconds(4);
                }))
                .isInstanceOf(WorkStoppedException.class);
        assertThat(bands.get()).isLessThan(10);
    }
}
