package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Jobs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waits for polls, without a thread each. */
final class PollQueueTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final PollQueue queue = new PollQueue(2, InstantSource.system());

    @AfterEach
    void stop() {
        queue.stop();
    }

    private CompletableFuture<Job> waiting(Job job, Duration delay) {
        return queue.await(job, delay, LONG).toCompletableFuture();
    }

    private static Job job() {
        return Jobs.admitted("peony.png", Jobs.NOON);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("cloud-poll-"))
                .count();
    }

    @Test
    void aThousandJobsWaitByTwoThreads() throws Exception {
        long before = threads();
        List<CompletableFuture<Job>> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(waiting(job(), LONG));
        }

        assertThat(threads() - before).isLessThanOrEqualTo(2);
        assertThat(all).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void whenItIsTimeTheJobGoesOn() throws Exception {
        Job job = job();

        assertThat(waiting(job, Duration.ofMillis(1)).get(60, TimeUnit.SECONDS)).isEqualTo(job);
    }

    @Test
    void whoIsHurriedDoesNotWait() throws Exception {
        Job job = job();
        CompletableFuture<Job> turn = waiting(job, LONG);
        CompletableFuture<Job> other = waiting(job(), LONG);

        queue.hurry(job.id());

        assertThat(turn.get(60, TimeUnit.SECONDS)).isEqualTo(job);
        assertThat(other).isNotDone();
    }

    @Test
    void aStopEndsAllWaitsAndThoseThatWouldFollow() throws Exception {
        List<CompletableFuture<Job>> all = List.of(waiting(job(), LONG), waiting(job(), LONG), waiting(job(), LONG));

        queue.stop();

        for (CompletableFuture<Job> turn : all) {
            assertThat(turn.get(60, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(waiting(job(), LONG)).isDone();
    }

    @Test
    void aStepThatBreaksTakesNoThreadAway() throws Exception {
        List<CompletionStage<Void>> broken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            broken.add(queue.await(job(), Duration.ZERO, LONG).thenRun(() -> {
                throw new OutOfMemoryError("of one job");
            }));
        }

        assertThat(broken).hasSize(4);
        assertThat(waiting(job(), Duration.ofMillis(1)).get(60, TimeUnit.SECONDS))
                .isNotNull();
    }
}
