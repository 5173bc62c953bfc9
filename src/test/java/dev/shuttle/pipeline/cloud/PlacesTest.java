package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Places in flight. */
final class PlacesTest {
    private final Places places = new Places(2);

    private static JobId id() {
        return Jobs.admitted("peony.png", Jobs.NOON).id();
    }

    private CompletableFuture<Void> awaited(JobId id) {
        return CompletableFuture.runAsync(() -> places.await(id));
    }

    @Test
    void whoComesWhereAllAreTakenWaitsForOneThatIsFree() throws Exception {
        JobId first = id();
        places.await(first);
        places.await(id());
        CompletableFuture<Void> third = awaited(id());

        assertThat(third).isNotDone();
        places.free(first);
        third.get(60, TimeUnit.SECONDS);
        assertThat(places.taken()).isEqualTo(2);
    }

    @Test
    void whatIsUnderWayTakesAPlaceBeyondTheMostAndIsCounted() {
        places.take(id());
        places.take(id());
        places.take(id());

        assertThat(places.taken()).isEqualTo(3);
        assertThat(awaited(id())).isNotDone();
        places.stop();
    }

    @Test
    void aStopEndsTheWait() throws Exception {
        places.take(id());
        places.take(id());
        CompletableFuture<Void> third = awaited(id());

        places.stop();

        third.get(60, TimeUnit.SECONDS);
    }

    @Test
    void howeverOftenAJobComesAndLeavesNoPlaceIsLostNorMade() {
        long seed = 3;
        Random random = new Random(seed);
        List<JobId> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            jobs.add(id());
        }
        for (int step = 0; step < 1000; step++) {
            JobId job = jobs.get(random.nextInt(jobs.size()));
            if (random.nextBoolean()) {
                places.take(job);
            } else {
                places.free(job);
            }
            assertThat(places.taken()).as("seed " + seed).isBetween(0, jobs.size());
        }
        jobs.forEach(places::free);
        assertThat(places.taken()).as("seed " + seed).isZero();
    }
}
