package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.picture.Brush;
import dev.shuttle.emulator.picture.Painter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The campaigns know whose picture a result is by a number in it. */
class NumberedPictureTest {
    private static final int MOST = 300;

    @Test
    void theNumberIsReadFromThePicture() {
        assertThat(NumberedPicture.read(NumberedPicture.png(7, 512, false), MOST))
                .hasValue(7);
        assertThat(NumberedPicture.read(NumberedPicture.png(8, 800, true), MOST))
                .hasValue(8);
    }

    @Test
    void theNumberOutlivesTheEmulatorsFilterAndAnotherSize() throws Exception {
        BufferedImage source = ImageIO.read(new ByteArrayInputStream(NumberedPicture.png(123, 512, false)));
        BufferedImage sent = Painter.resized(source, 640, 600);

        BufferedImage painted = Painter.paint(sent, new Brush(1, 5, false));

        assertThat(NumberedPicture.read(encoded(painted), MOST)).hasValue(123);
    }

    @Test
    void aPictureWithoutANumberHasNone() throws Exception {
        assertThat(NumberedPicture.read(encoded(new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB)), MOST))
                .isEmpty();
        assertThat(NumberedPicture.read(new byte[] {1, 2, 3}, MOST)).isEmpty();
    }

    @Test
    void noTwoOfAThousandNumbersAreTakenForEachOther() {
        int nearest = IntStream.rangeClosed(1, 1000)
                .flatMap(one -> IntStream.rangeClosed(one + 1, 1000)
                        .map(other -> Long.bitCount(NumberedPicture.squares(one) ^ NumberedPicture.squares(other))))
                .min()
                .orElseThrow();

        assertThat(nearest).isGreaterThanOrEqualTo(5);
    }

    private static byte[] encoded(BufferedImage image) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
