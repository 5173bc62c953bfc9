package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.image.Picture;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PixelRowsTest {
    @Test
    void whateverTheMoveRowsShowThePictureWithItsBorderRepeated() {
        RandomGenerator random = new SplittableRandom(11);
        Picture picture = Picture.blank(7, 9);
        for (int i = 0; i < 63; i++) {
            picture.set(i % 7, i / 7, random.nextInt(1 << 24));
        }
        PixelRows rows = new PixelRows(picture, 2);
        int y = 0;
        for (int move = 0; move < 200; move++) {
            y = random.nextBoolean() ? Math.min(8, y + 1) : random.nextInt(9);
            rows.moveTo(y);
            for (int dy = -2; dy <= 2; dy++) {
                for (int x = -2; x < 9; x++) {
                    assertThat(rows.colour(x, dy))
                            .as("seed 11, move %d, row %d, column %d", move, y + dy, x)
                            .isEqualTo(picture.rgb(Math.max(0, Math.min(6, x)), Math.max(0, Math.min(8, y + dy))));
                }
            }
        }
    }
}
