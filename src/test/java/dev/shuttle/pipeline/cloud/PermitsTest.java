package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Jobs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Places in flight, and the lane of submits. */
final class PermitsTest {
    private final Permits permits = new Permits(2, Runnable::run);

    private static Job job() {
        return Jobs.admitted("peony.png", Jobs.NOON);
    }

    private CompletableFuture<Job> acquired(Job job) {
        return permits.acquire(job).toCompletableFuture();
    }

    private void hold(Job job) {
        assertThat(acquired(job)).isDone();
    }

    @Test
    void whoComesWhereAllAreTakenWaitsForOneThatIsFree() {
        Job first = job();
        assertThat(acquired(first)).isCompletedWithValue(first);
        assertThat(acquired(job())).isDone();
        CompletableFuture<Job> third = acquired(job());

        assertThat(third).isNotDone();
        permits.release(first.id());
        assertThat(third).isDone();
        assertThat(acquired(job())).isNotDone();
    }

    @Test
    void theirTurnsComeInTheOrderInWhichTheyCame() {
        Job first = job();
        hold(first);
        hold(job());
        CompletableFuture<Job> third = acquired(job());
        CompletableFuture<Job> fourth = acquired(job());

        permits.release(first.id());

        assertThat(third).isDone();
        assertThat(fourth).isNotDone();
    }

    @Test
    void aJobThatComesAgainHasThePermitItHad() {
        Job first = job();
        hold(first);
        hold(job());

        assertThat(acquired(first)).isDone();
        permits.release(first.id());
        hold(job());
        assertThat(acquired(job())).isNotDone();
    }

    @Test
    void whatIsUnderWayTakesOneBeyondTheMostAndIsCounted() {
        Job first = job();
        Job second = job();
        permits.take(first.id());
        permits.take(second.id());
        permits.take(job().id());
        CompletableFuture<Job> fourth = acquired(job());

        permits.release(first.id());
        assertThat(fourth).isNotDone();
        permits.release(second.id());
        assertThat(fourth).isDone();
    }

    @Test
    void aStopEndsTheWaitAndNobodyGoesOn() {
        hold(job());
        hold(job());
        CompletableFuture<Job> third = acquired(job());

        permits.stop();

        assertThatThrownBy(third::join).hasCauseInstanceOf(StoppedException.class);
        assertThatThrownBy(acquired(job())::join).hasCauseInstanceOf(StoppedException.class);
    }

    @Test
    void howeverOftenJobsComeAndLeaveNoPermitIsLostNorMade() {
        long seed = 3;
        Random random = new Random(seed);
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            jobs.add(job());
        }
        Set<Job> holders = new HashSet<>();
        for (int step = 0; step < 1000; step++) {
            Job job = jobs.get(random.nextInt(jobs.size()));
            if (holders.remove(job)) {
                permits.release(job.id());
            } else {
                assertThat(acquired(job).thenAccept(holders::add)).isNotCompletedExceptionally();
            }
            assertThat(holders).as("seed " + seed).hasSizeLessThanOrEqualTo(2);
        }
        while (!holders.isEmpty()) {
            for (Job holder : List.copyOf(holders)) {
                holders.remove(holder);
                permits.release(holder.id());
            }
        }
        hold(job());
        hold(job());
        assertThat(acquired(job())).as("seed " + seed).isNotDone();
    }
}
