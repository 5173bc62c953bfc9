package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.loom.work.WorkStoppedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A picture of any kind that takes too long, or that nobody wants any more, is given up. */
final class StoppedDecodingTest {
    private final AtomicLong looks = new AtomicLong();

    private Deadline deadline(Duration time, boolean cancelled) {
        return Deadline.after(time, () -> Instant.ofEpochSecond(looks.getAndIncrement()), () -> cancelled);
    }

    @Test
    void whatTakesTooLongIsRefused() throws Exception {
        for (Specimens.Specimen specimen : Specimens.all()) {
            assertThatThrownBy(() -> Picture.decode(specimen.file(), Rgb.WHITE, 1, 1, deadline(Duration.ZERO, false)))
                    .as(specimen.name())
                    .asInstanceOf(type(PictureException.class))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("TOOK_TOO_LONG"))
                    .satisfies(e -> assertThat(e.hint()).contains("shuttle.convert.deadline"));
        }
    }

    @Test
    void whatWasCancelledIsNotRefused() throws Exception {
        for (Specimens.Specimen specimen : Specimens.all()) {
            assertThatThrownBy(
                            () -> Picture.decode(specimen.file(), Rgb.WHITE, 2, 1, deadline(Duration.ofDays(1), true)))
                    .as(specimen.name())
                    .isInstanceOf(WorkStoppedException.class);
        }
    }

    @Test
    void itIsGivenUpInTheMidst() throws Exception {
        byte[] flat = Chunks.webp(Chunks.flat(64, 64, 0x80c8102e, false));
        Picture photo = Pictures.photo(64, 64);
        for (byte[] file : new byte[][] {
            flat,
            WebpTest.LOSSY,
            Encoded.file(photo.toBufferedImage(), "png", Encoded::interlaced),
            Encoded.file(photo.toBufferedImage(), "jpeg"),
            Encoded.file(photo.toBufferedImage(), "jpeg", Encoded::interlaced),
            Encoded.file(photo.toBufferedImage(), "tiff"),
            GifFiles.red(64, 64, 0, 0, 64, 64)
        }) {
            looks.set(0);
            assertThatThrownBy(() -> Picture.decode(file, Rgb.WHITE, 1, 1, deadline(Duration.ofSeconds(4), false)))
                    .isInstanceOf(PictureException.class)
                    .hasMessageContaining("longer");
            assertThat(looks.get()).isLessThan(10);
        }
    }
}
