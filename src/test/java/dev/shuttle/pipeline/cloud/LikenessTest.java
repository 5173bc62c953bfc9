package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.rig.Pictures;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A picture in another style is nearer to its source than to any other picture. */
final class LikenessTest {
    private static final int DESIGNS = 12;
    private static final List<BufferedImage> SOURCES = IntStream.range(0, DESIGNS)
            .mapToObj(seed -> Pictures.picture(seed, 300, 260))
            .toList();

    private static final List<UnaryOperator<BufferedImage>> STYLES = List.of(
            LikenessTest::soft,
            LikenessTest::dull,
            LikenessTest::ofFewTones,
            LikenessTest::otherColours,
            LikenessTest::woven,
            picture -> LikenessTest.scaled(LikenessTest.soft(picture), 512, 444));

    private static double likeness(BufferedImage a, BufferedImage b) {
        return Likeness.of(Picture.of(a, Rgb.WHITE)).to(Likeness.of(Picture.of(b, Rgb.WHITE)));
    }

    @Test
    void aPictureIsLikeItself() {
        assertThat(likeness(SOURCES.get(0), SOURCES.get(0))).isGreaterThan(0.999);
    }

    @Test
    void inEveryStyleItIsClearlyNearestToItsSource() {
        for (int style = 0; style < STYLES.size(); style++) {
            for (int made = 0; made < DESIGNS; made++) {
                BufferedImage result = STYLES.get(style).apply(SOURCES.get(made));
                double own = likeness(result, SOURCES.get(made));
                assertThat(own).as("style %d of design %d", style, made).isGreaterThan(0.35);
                for (int other = 0; other < DESIGNS; other++) {
                    if (other != made) {
                        assertThat(likeness(result, SOURCES.get(other)))
                                .as("style %d of design %d, beside %d", style, made, other)
                                .isLessThan(own - 0.1)
                                .isLessThan(0.35);
                    }
                }
            }
        }
    }

    @Test
    void aFlatPictureIsLikeNothing() {
        BufferedImage flat = new BufferedImage(300, 260, BufferedImage.TYPE_INT_RGB);

        assertThat(likeness(flat, flat)).isZero();
        assertThat(likeness(flat, SOURCES.get(0))).isZero();
    }

    @Test
    void otherProportionsMakeItLessLike() {
        BufferedImage wide = scaled(SOURCES.get(0), 390, 260);

        assertThat(likeness(wide, SOURCES.get(0))).isLessThan(0.6);
    }

    private static BufferedImage soft(BufferedImage picture) {
        float[] box = new float[81];
        Arrays.fill(box, 1 / 81f);
        return new ConvolveOp(new Kernel(9, 9, box), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }

    private static BufferedImage dull(BufferedImage picture) {
        return new RescaleOp(0.4f, 90, null).filter(picture, null);
    }

    private static BufferedImage ofFewTones(BufferedImage picture) {
        return each(picture, (rgb, x, y) -> rgb & 0xC0C0C0);
    }

    /** Channels changed about, and dark and light pressed together. */
    private static BufferedImage otherColours(BufferedImage picture) {
        return each(picture, (rgb, x, y) -> (rgb & 0xFF) << 8 | (rgb >> 8 & 0xFF) << 16 | (rgb >> 17 & 0x7F));
    }

    /** Threads over it, and some noise. */
    private static BufferedImage woven(BufferedImage picture) {
        Random random = new Random(3);
        return each(picture, (rgb, x, y) -> (x + y) % 4 < 2 && random.nextInt(5) > 0 ? rgb : rgb >> 1 & 0x7F7F7F);
    }

    private interface Pixel {
        int of(int rgb, int x, int y);
    }

    private static BufferedImage each(BufferedImage picture, Pixel pixel) {
        BufferedImage made = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                made.setRGB(x, y, pixel.of(picture.getRGB(x, y), x, y));
            }
        }
        return made;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        made.createGraphics().drawImage(picture, 0, 0, width, height, null);
        return made;
    }
}
