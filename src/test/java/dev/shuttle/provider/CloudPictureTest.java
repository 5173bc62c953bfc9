package dev.shuttle.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.provider.dashscope.DashScopeModel;
import dev.shuttle.provider.dashscope.Models;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudPictureTest {
    private static final Model WANX = Models.named("wanx2.1-imageedit");

    @Test
    void anySizeFitsEveryModel() {
        var random = new Random(20260115);
        for (int round = 0; round < 4_000; round++) {
            int width = anySide(random);
            int height = anySide(random);
            for (String name : Models.names()) {
                PictureLimits limits = Models.named(name).picture();
                Fit fit = Fit.of(width, height, limits);
                assertThat(List.of(fit.sentWidth(), fit.sentHeight()))
                        .as("%d×%d for %s", width, height, name)
                        .allMatch(side -> side >= limits.minSide() && side <= limits.maxSide());
                assertThat(Math.max(fit.sentWidth(), fit.sentHeight()))
                        .isLessThanOrEqualTo(limits.maxRatio() * Math.min(fit.sentWidth(), fit.sentHeight()));
                assertThat(fit.left() + fit.width()).isLessThanOrEqualTo(fit.sentWidth());
                assertThat(fit.top() + fit.height()).isLessThanOrEqualTo(fit.sentHeight());
            }
        }
    }

    /** Evenly over the magnitudes, from 1 to 30,000. */
    private static int anySide(Random random) {
        return (int) Math.round(Math.exp(random.nextDouble() * Math.log(30_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "800,600,   800,600,   800,600",
        "512,4096,  512,4096,  512,4096",
        "300,300,   512,512,   512,512",
        "400,3000,  512,3840,  512,3840",
        "8192,4096, 4096,2048, 4096,2048",
        "100,1600,  256,4096,  512,4096",
        "20000,10,  4096,2,    4096,512",
        "1,1,       512,512,   512,512",
    })
    void aPictureIsScaledFirstAndPaddedOnlyWhereItMustBe(
            int width, int height, int scaledWidth, int scaledHeight, int sentWidth, int sentHeight) {
        Fit fit = Fit.of(width, height, WANX.picture());

        assertThat(new int[] {fit.width(), fit.height(), fit.sentWidth(), fit.sentHeight()})
                .containsExactly(scaledWidth, scaledHeight, sentWidth, sentHeight);
    }

    @Test
    void aPaddedPictureComesBackInItsOwnProportions() {
        var random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            int width = anySide(random);
            int height = anySide(random);
            Fit fit = Fit.of(width, height, WANX.picture());
            double shrunk = 0.25 + random.nextDouble();
            var answer = new BufferedImage(
                    (int) Math.ceil(fit.sentWidth() * shrunk / 8),
                    (int) Math.ceil(fit.sentHeight() * shrunk / 8),
                    BufferedImage.TYPE_BYTE_GRAY);

            BufferedImage own = fit.undo(answer);

            double share = (double) own.getWidth() / answer.getWidth();
            assertThat(share).isCloseTo((double) fit.width() / fit.sentWidth(), within(1.0 / answer.getWidth()));
            assertThat(own.getHeight()).isBetween(1, answer.getHeight());
        }
    }

    @Test
    void paddingRepeatsTheEdgeAndIsTakenOffAgain() throws IOException {
        var strip = new BufferedImage(4096, 20, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 4096)
                .forEach(x -> IntStream.range(0, 20).forEach(y -> strip.setRGB(x, y, y < 10 ? 0xC02040 : 0x2040C0)));

        CloudPicture sent = CloudPicture.of(strip, WANX);

        BufferedImage seen = decoded(sent);
        assertThat(seen.getHeight()).isEqualTo(512);
        assertThat(seen.getRGB(2000, 0)).isEqualTo(0xFFC02040);
        assertThat(seen.getRGB(2000, 511)).isEqualTo(0xFF2040C0);
        BufferedImage own = Fit.of(4096, 20, WANX.picture()).undo(seen);
        assertThat(own.getWidth()).isEqualTo(4096);
        assertThat(own.getHeight()).isEqualTo(20);
        assertThat(own.getRGB(7, 0)).isEqualTo(0xFFC02040);
        assertThat(own.getRGB(7, 19)).isEqualTo(0xFF2040C0);
    }

    @Test
    void transparencyIsLaidOnWhite() throws IOException {
        var clear = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(3, 3, 0x80FF0000);

        BufferedImage seen = decoded(CloudPicture.of(clear, WANX));

        assertThat(seen.getColorModel().hasAlpha()).isFalse();
        assertThat(new Color(seen.getRGB(0, 0))).isEqualTo(Color.WHITE);
        assertThat(new Color(seen.getRGB(3, 3)).getGreen()).isBetween(126, 128);
    }

    @Test
    void aPlainPictureIsSentWithoutLoss() throws IOException {
        BufferedImage flat = noise(640, 512, 8);

        CloudPicture sent = CloudPicture.of(flat, WANX);

        assertThat(sent.asDataUrl()).startsWith("data:image/png;base64,iVBORw0KGgo");
        assertThat(pixels(decoded(sent))).isEqualTo(pixels(flat));
    }

    @Test
    void aPictureTooLongForPngIsSentAsTheBestJpegThatFits() throws IOException {
        CloudPicture sent = CloudPicture.of(noise(4096, 2048, 1), WANX);

        assertThat(sent.asDataUrl()).startsWith("data:image/jpeg;base64,");
        assertThat(sent.asDataUrl()).hasSizeBetween(5_000_000, 10_485_760);
        assertThat(decoded(sent).getWidth()).isEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(ints = {400_000, 200_000, 100_000, 60_000})
    void qualityFallsUntilThePictureFits(int most) {
        var tight = new DashScopeModel(
                "tight",
                DashScopeModel.Mode.ASYNC,
                "/",
                DashScopeModel.Shape.IMAGES,
                new PictureLimits(1, 4096, 8, most),
                1,
                0,
                Map.of());

        assertThat(CloudPicture.of(noise(600, 600, 1), tight).asDataUrl()).hasSizeBetween(most / 4, most);
    }

    @Test
    void aPngIsKeptAsLongAsItFitsToTheByte() {
        BufferedImage picture = noise(64, 64, 1);
        int length = PictureEncoding.within(Integer.MAX_VALUE, picture).bytes().length;

        assertThat(PictureEncoding.within(length, picture).mimeType()).isEqualTo("image/png");
        assertThat(PictureEncoding.within(length - 1, picture).mimeType()).isEqualTo("image/jpeg");
    }

    @Test
    void theDataUrlIsOneLineOfStandardBase64() {
        assertThat(CloudPicture.of(noise(700, 700, 1), WANX).asDataUrl())
                .matches("data:image/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}");
    }

    @Test
    void aPictureDoesNotShowItselfInLogs() {
        CloudPicture picture = CloudPicture.of(noise(600, 600, 4), WANX);
        assertThat(picture.toString()).hasSizeLessThan(60).doesNotContain("base64");
        assertThat(picture.width()).isEqualTo(600);
    }

    @Test
    void shrinkingAveragesInsteadOfSkipping() throws IOException {
        var checks = new BufferedImage(8192, 1024, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 1024; y++) {
            for (int x = 0; x < 8192; x++) {
                checks.getRaster().setSample(x, y, 0, (x + y) % 2 == 0 ? 255 : 0);
            }
        }

        BufferedImage seen = decoded(CloudPicture.of(checks, WANX));

        assertThat(seen.getWidth()).isEqualTo(4096);
        assertThat(new Color(seen.getRGB(1000, 300)).getRed()).isBetween(100, 190);
    }

    /** Blocks of random colours, so many pixels wide and high. */
    private static BufferedImage noise(int width, int height, int block) {
        var random = new Random(9);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y += block) {
            int[] colours = random.ints(width / block + 1L, 0, 1 << 24).toArray();
            int[] row = IntStream.range(0, width).map(x -> colours[x / block]).toArray();
            for (int line = y; line < Math.min(height, y + block); line++) {
                picture.setRGB(0, line, width, 1, row, 0, width);
            }
        }
        return picture;
    }

    private static BufferedImage decoded(CloudPicture picture) throws IOException {
        String base64 = picture.asDataUrl().substring(picture.asDataUrl().indexOf(',') + 1);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
