package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import org.junit.jupiter.api.Test;

/** A picture that was made of a source fills the source's grid, whatever its own size. */
class FittingTest {
    private static final Rgb GROUND = new Rgb(10, 20, 30);

    @Test
    void proportionsThatDifferByRoundingAreTheSame() {
        Fitting fitting = Fitting.of(1024, 688, 1000, 667);

        assertThat(fitting.cut()).isZero();
        assertThat(fitting.added()).isZero();
    }

    @Test
    void aPictureALittleTooWideIsCutOnBothSides() {
        Picture picture = columns(120, 100);

        Picture laid = Fitting.of(120, 100, 300, 300).apply(picture, GROUND);

        assertThat(laid.width()).isEqualTo(100);
        assertThat(laid.height()).isEqualTo(100);
        assertThat(laid.rgb(0, 0)).as("its first column").isEqualTo(10);
        assertThat(laid.rgb(99, 99)).as("its last column").isEqualTo(109);
        assertThat(Fitting.of(120, 100, 300, 300).cut()).isCloseTo(1 / 6.0, within(1e-9));
    }

    @Test
    void aPictureALittleTooHighIsCutAboveAndBelow() {
        Picture laid = Fitting.of(100, 120, 50, 50).apply(columns(100, 120), GROUND);

        assertThat(laid.width()).isEqualTo(100);
        assertThat(laid.height()).isEqualTo(100);
    }

    @Test
    void whereMoreThanAQuarterWouldBeLostGroundIsAdded() {
        Fitting fitting = Fitting.of(768, 512, 300, 300);
        Picture laid = fitting.apply(columns(768, 512), GROUND);

        assertThat(fitting.cut()).isZero();
        assertThat(fitting.added()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(laid.width()).isEqualTo(768);
        assertThat(laid.height()).isEqualTo(768);
        assertThat(laid.rgb(5, 0)).isEqualTo(GROUND.packed());
        assertThat(laid.rgb(5, 384)).isEqualTo(5);
        assertThat(laid.rgb(5, 767)).isEqualTo(GROUND.packed());
    }

    @Test
    void aPictureMuchTooHighGetsGroundBesideIt() {
        Picture laid = Fitting.of(100, 400, 10, 10).apply(columns(100, 400), GROUND);

        assertThat(laid.width()).isEqualTo(400);
        assertThat(laid.height()).isEqualTo(400);
        assertThat(laid.rgb(0, 200)).isEqualTo(GROUND.packed());
        assertThat(laid.rgb(150, 0)).isZero();
        assertThat(laid.rgb(249, 0)).isEqualTo(99);
    }

    /** Each column has its number as its colour. */
    private static Picture columns(int width, int height) {
        Picture picture = Picture.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.set(x, y, x);
            }
        }
        return picture;
    }
}
