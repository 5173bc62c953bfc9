package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Rgb;
import org.junit.jupiter.api.Test;

/** The first picture of an animation lies on its canvas, and the canvas is what the header says. */
final class CanvasTest {
    private static final int RED = 0xc8102e;
    private static final Rgb GROUND = new Rgb(240, 230, 200);

    private static Picture decoded(byte[] file) throws PictureException {
        Picture picture = Picture.decode(file, GROUND);
        PictureHeader header = PictureHeader.read(file);
        assertThat(picture.width()).isEqualTo(header.width());
        assertThat(picture.height()).isEqualTo(header.height());
        return picture;
    }

    @Test
    void aGifsPictureHasItsPlace() throws Exception {
        Picture picture = decoded(GifFiles.red(40, 30, 10, 12, 6, 5));

        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.rgb(10, 12)).isEqualTo(RED);
        assertThat(picture.rgb(15, 16)).isEqualTo(RED);
        assertThat(picture.rgb(9, 12)).isEqualTo(GROUND.packed());
        assertThat(picture.rgb(16, 16)).isEqualTo(GROUND.packed());
        assertThat(picture.rgb(39, 29)).isEqualTo(GROUND.packed());
    }

    @Test
    void aScreenThatIsTooSmallGrows() throws Exception {
        assertThat(decoded(GifFiles.red(5, 4, 0, 0, 9, 8)).width()).isEqualTo(9);
        assertThat(decoded(GifFiles.red(0, 0, 2, 1, 9, 8)).height()).isEqualTo(9);
    }

    @Test
    void aGifsPictureCountsAndNotItsScreen() throws Exception {
        byte[] bomb = GifFiles.empty(1, 1, 30000, 30000);
        assertThat(PictureHeader.read(bomb).pixels()).isEqualTo(900_000_000);
        assertThatThrownBy(() -> decoded(bomb)).hasMessageContaining("too many");
        assertThatThrownBy(() -> decoded(GifFiles.empty(1, 1, 20000, 20000))).hasMessageContaining("too short");
        assertThatThrownBy(() -> decoded(GifFiles.empty(20, 20, 20, 20))).hasMessageContaining("last row");
    }

    @Test
    void aWebpsFrameHasItsPlace() throws Exception {
        byte[] frame = Chunks.frame(6, 4, 8, 8, Chunks.flat(8, 8, 0xff000000 | RED, false));
        Picture picture = decoded(Chunks.webp(Chunks.extended(2, 20, 16), Chunks.riff("ANIM", new byte[6]), frame));

        assertThat(picture.width()).isEqualTo(20);
        assertThat(picture.rgb(6, 4)).isEqualTo(RED);
        assertThat(picture.rgb(13, 11)).isEqualTo(RED);
        assertThat(picture.rgb(5, 4)).isEqualTo(GROUND.packed());
        assertThat(picture.rgb(14, 11)).isEqualTo(GROUND.packed());
    }

    @Test
    void aWebpWhosePartsDisagreeIsRefused() {
        byte[] bomb = Chunks.webp(Chunks.extended(0, 1, 1), Chunks.flat(16384, 16384, RED, false));
        assertThatThrownBy(() -> PictureHeader.read(bomb)).hasMessageContaining("16384 by 16384");
        byte[] outside = Chunks.frame(16, 0, 8, 8, Chunks.flat(8, 8, RED, false));
        assertThatThrownBy(() -> PictureHeader.read(Chunks.webp(Chunks.extended(2, 20, 16), outside)))
                .isInstanceOf(PictureException.class);
    }
}
