package dev.shuttle.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.MovedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claimed picture whose end is missing waits while it grows, and for the patience after that. */
final class UnfinishedTest {
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JobId JOB = new JobId("260115-040000-d3kpbf");

    @TempDir
    private Path work = Path.of("");

    private final MovedClock clock = new MovedClock();
    private final Unfinished unfinished = new Unfinished(SETTLE, PATIENCE, clock);
    private Path file = work;

    @BeforeEach
    void itsFirstHalfIsThere() throws IOException {
        file = Files.writeString(work.resolve("peony.bmp"), "half");
    }

    @Test
    void itWaitsForThePatienceAndIsJudgedThen() throws Exception {
        assertThat(unfinished.isToWait(JOB, file)).isTrue();
        clock.move(PATIENCE.minusMillis(1));
        assertThat(unfinished.due()).isEmpty();

        clock.move(Duration.ofMillis(1));

        assertThat(unfinished.due()).containsExactly(JOB);
        assertThat(unfinished.isToWait(JOB, file)).isFalse();
        assertThat(unfinished.isWaiting(JOB)).isFalse();
    }

    @Test
    void itIsJudgedAnewAsSoonAsItHasGrownAndRests() throws Exception {
        unfinished.isToWait(JOB, file);
        clock.move(Duration.ofSeconds(40));
        Files.writeString(file, " and the rest", StandardOpenOption.APPEND);
        assertThat(unfinished.due()).isEmpty();

        clock.move(SETTLE);

        assertThat(unfinished.due()).containsExactly(JOB);
    }

    @Test
    void whatGrowsAndStillLacksItsEndIsGivenThePatienceAnew() throws Exception {
        unfinished.isToWait(JOB, file);
        clock.move(PATIENCE.minusSeconds(1));
        Files.writeString(file, " and more", StandardOpenOption.APPEND);
        unfinished.due();
        clock.move(SETTLE);
        assertThat(unfinished.due()).containsExactly(JOB);

        assertThat(unfinished.isToWait(JOB, file)).isTrue();
        clock.move(PATIENCE.minusSeconds(2));
        assertThat(unfinished.due()).isEmpty();
        clock.move(SETTLE);
        assertThat(unfinished.due()).containsExactly(JOB);
    }

    @Test
    void whatIsGoneIsDueAtOnceAndWhatIsForgottenNever() throws Exception {
        unfinished.isToWait(JOB, file);
        Files.delete(file);
        assertThat(unfinished.due()).containsExactly(JOB);

        unfinished.forget(JOB);
        assertThat(unfinished.due()).isEmpty();
    }
}
