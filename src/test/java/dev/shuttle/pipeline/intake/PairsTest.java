package dev.shuttle.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.MovedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture and its ticket are taken together, whichever comes first. */
final class PairsTest {
    private static final Duration SETTLE = Duration.ofSeconds(1);

    @TempDir
    private Path inbox = Path.of("");

    private final MovedClock clock = new MovedClock();
    private final Pairs pairs = new Pairs(new RestedFiles(SETTLE, clock), SETTLE, clock);

    private Path file(String name) throws IOException {
        return Files.writeString(inbox.resolve(name), "bytes");
    }

    private boolean isReadyAfter(Path file, Duration time) {
        clock.move(time);
        return pairs.isReady(file);
    }

    @Test
    void aPictureAloneIsTakenWhenItRests() throws Exception {
        Path picture = file("peony.jpg");

        assertThat(pairs.isReady(picture)).isFalse();
        assertThat(isReadyAfter(picture, SETTLE)).isTrue();
    }

    @Test
    void aPictureWhoseTicketStillArrivesWaitsForIt() throws Exception {
        Path picture = file("peony.jpg");
        pairs.isReady(picture);
        clock.move(SETTLE.minusMillis(1));
        file("peony.jpg.yaml");

        assertThat(isReadyAfter(picture, Duration.ofMillis(1))).isFalse();
        assertThat(isReadyAfter(picture, SETTLE.minusMillis(1))).isFalse();
        assertThat(isReadyAfter(picture, Duration.ofMillis(1))).isTrue();
    }

    @Test
    void aTicketThatCameFirstWaitsForItsPicture() throws Exception {
        Path ticket = file("peony.jpg.yaml");
        pairs.isReady(ticket);
        clock.move(SETTLE);
        Path picture = file("peony.jpg");

        assertThat(pairs.isReady(picture)).isFalse();
        assertThat(isReadyAfter(picture, SETTLE)).isTrue();
        assertThat(pairs.isAlone(ticket)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"peony.pointpaper.png", "peony.bmp", "peony.TIF", "peony.falsecolours.gif"})
    void aPointPaperWaitsForTheSidecarThatStillArrives(String name) throws Exception {
        Path paper = file(name);
        pairs.isReady(paper);
        clock.move(SETTLE.minusMillis(1));
        Path sidecar = file("peony.pointpaper.json");

        assertThat(isReadyAfter(paper, Duration.ofMillis(1))).isFalse();
        assertThat(pairs.isReady(sidecar)).isFalse();
        assertThat(isReadyAfter(paper, SETTLE)).isTrue();
        assertThat(Pairs.sidecarOf(paper)).contains(sidecar);
    }

    @Test
    void aSidecarWithoutItsPaperStaysAndIsSaidToBeAlone() throws Exception {
        Path sidecar = file("peony.pointpaper.json");
        pairs.isReady(sidecar);

        assertThat(isReadyAfter(sidecar, SETTLE.multipliedBy(10))).isFalse();
        assertThat(pairs.isAlone(sidecar)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"peony.jpg.yaml", "peony.jpg.yml", "peony.jpg.YAML", "notes.yaml"})
    void aTicketIsNeverTakenAsAPicture(String name) throws Exception {
        Path ticket = file(name);
        pairs.isReady(ticket);

        assertThat(isReadyAfter(ticket, Duration.ofDays(1))).isFalse();
        assertThat(ticket).exists();
    }

    @Test
    void aTicketWhosePictureDoesNotComeIsToldAfterAWhileAndStays() throws Exception {
        Path ticket = file("peony.jpg.yaml");
        pairs.isReady(ticket);
        isReadyAfter(ticket, SETTLE.multipliedBy(5).minusMillis(1));
        assertThat(pairs.isAlone(ticket)).isFalse();

        isReadyAfter(ticket, Duration.ofMillis(1));

        assertThat(pairs.isAlone(ticket)).isTrue();
        assertThat(ticket).exists();
    }

    @Test
    void aTicketThatWasAloneIsTakenAllTheSameWhenItsPictureComes() throws Exception {
        Path ticket = file("peony.jpg.yaml");
        pairs.isReady(ticket);
        isReadyAfter(ticket, Duration.ofHours(1));
        Path picture = file("peony.jpg");
        pairs.isReady(picture);
        pairs.isReady(ticket);

        assertThat(pairs.isAlone(ticket)).isFalse();
        assertThat(isReadyAfter(picture, SETTLE)).isTrue();
        assertThat(Pairs.ticketOf(picture)).contains(ticket);
    }
}
