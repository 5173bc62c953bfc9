package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import org.junit.jupiter.api.Test;

/** A file of every kind is decoded as large as its header says, whole and reduced. */
final class SpecimensTest {
    @Test
    void everyKindIsDecoded() throws Exception {
        for (Specimens.Specimen specimen : Specimens.all()) {
            PictureHeader header = PictureHeader.read(specimen.file());
            Picture whole = Picture.decode(specimen.file(), Rgb.WHITE, 2, 1);
            Picture third = Picture.decode(specimen.file(), Rgb.WHITE, 1, 3);

            assertThat(whole.width()).as(specimen.name()).isEqualTo(header.width());
            assertThat(whole.height()).as(specimen.name()).isEqualTo(header.height());
            assertThat(third.width()).as(specimen.name()).isEqualTo((header.width() + 2) / 3);
        }
    }
}
