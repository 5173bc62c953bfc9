package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link LoadCampaign}. */
final class CrowdTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void aHundredAndFiftyTasksInFlightTakeFewerThanSixtyFourThreads() {
        Crowd crowd = Crowd.of(root, 150, 150, Crowd::tiny, false, Duration.ofSeconds(6));

        assertThat(crowd.faults()).as(crowd.toString()).isEmpty();
        assertThat(crowd.mostThreads()).as(crowd.toString()).isLessThan(64);
        assertThat(crowd.later().heapMb())
                .as(crowd.toString())
                .isLessThan(crowd.idle().heapMb() + 64);
    }

    @Test
    void whatGrowsIsFound() {
        List<Held> flat = List.of(held(90), held(80), held(60), held(50), held(52), held(51), held(53), held(50));
        List<Held> growing = List.of(held(40), held(40), held(40), held(50), held(60), held(70), held(80), held(90));

        assertThat(Soak.growth(flat)).isEmpty();
        assertThat(Soak.growth(growing)).isNotEmpty();
    }

    private static Held held(long heapMb) {
        return new Held(heapMb, 40, 100);
    }
}
