package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.cloud.PollOrder.Waiting;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whose task is asked for next. */
final class PollOrderTest {
    private static final Instant NOON = Jobs.NOON;
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final PollOrder order = new PollOrder();

    private Job add(int dueSeconds, int deadlineSeconds) {
        Job job = Jobs.admitted("peony.png", NOON);
        order.add(new Waiting(
                job, NOON.plusSeconds(dueSeconds), NOON.plusSeconds(deadlineSeconds), new CompletableFuture<>()));
        return job;
    }

    private Job next(int seconds) {
        return order.next(NOON.plusSeconds(seconds)).orElseThrow().job();
    }

    @Test
    void nobodyIsAskedForBeforeItIsTime() {
        add(10, 300);

        assertThat(order.next(NOON.plusSeconds(9))).isEmpty();
        assertThat(order.nextDue()).contains(NOON.plusSeconds(10));
        assertThat(order.next(NOON.plusSeconds(10))).isPresent();
        assertThat(order.any()).isEmpty();
    }

    @Test
    void whoseTimeCameFirstIsAskedForFirst() {
        Job second = add(12, 300);
        Job first = add(11, 400);

        assertThat(next(60)).isEqualTo(first);
        assertThat(next(60)).isEqualTo(second);
    }

    @Test
    void whoseDeadlineIsOverGoesBeforeAllOthers() {
        add(11, 300);
        Job over = add(50, 60);

        assertThat(next(60)).isEqualTo(over);
    }

    @Test
    void aJobIsThereOnlyOnce() {
        Job job = Jobs.admitted("peony.png", NOON);
        CompletableFuture<Job> before = new CompletableFuture<>();
        order.add(new Waiting(job, NOON, NOON.plus(DEADLINE), before));

        assertThat(order.add(new Waiting(job, NOON, NOON.plus(DEADLINE), new CompletableFuture<>())))
                .hasValueSatisfying(waiting -> assertThat(waiting.turn()).isSameAs(before));
        assertThat(order.any()).isPresent();
        assertThat(order.any()).isEmpty();
    }

    /** Two thousand tasks at the account's 20 polls a second. */
    @Test
    void underTooMuchWorkEveryTaskIsAskedForInTurnAndNoneLongAfterItsDeadline() {
        long seed = 12;
        Random random = new Random(seed);
        int tasks = 2000;
        int perSecond = 20;
        List<Waiting> polled = new ArrayList<>();
        List<Waiting> ended = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            // Submitted at ten a second, so ten deadlines a second come.
            add(i / 10 + random.nextInt(10), i / 10 + 300);
        }
        for (int second = 0; ended.size() < tasks && second < 100_000; second++) {
            Instant now = NOON.plusSeconds(second);
            for (int i = 0; i < perSecond; i++) {
                order.next(now).ifPresent(waiting -> {
                    polled.add(waiting);
                    if (waiting.deadline().isAfter(now)) {
                        Instant due = now.plusSeconds(8 + random.nextInt(4));
                        Instant capped = due.isAfter(waiting.deadline()) ? waiting.deadline() : due;
                        order.add(new Waiting(waiting.job(), capped, waiting.deadline(), waiting.turn()));
                    } else {
                        ended.add(waiting);
                        assertThat(Duration.between(waiting.deadline(), now))
                                .as("seed " + seed)
                                .isLessThan(Duration.ofSeconds(10));
                    }
                });
            }
        }
        assertThat(polled.stream().map(waiting -> waiting.job().id()).distinct())
                .as("seed " + seed)
                .hasSize(tasks);
        assertThat(ended).as("seed " + seed).hasSize(tasks);
    }
}
