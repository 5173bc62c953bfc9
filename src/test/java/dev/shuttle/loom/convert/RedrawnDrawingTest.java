package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.recipe.preset.Presets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn in a few flat colours is redrawn in as many, whatever style it gets and however it was saved. */
class RedrawnDrawingTest {
    private static final int ACROSS = 480;
    private static final int DOWN = 360;

    private final LoomEngine engine = new LoomEngine(2);

    @Test
    void aJpegHasNoShadesMore() throws IOException {
        Picture jpeg = asJpeg(Artwork.OUTLINED.antiAliased(ACROSS, DOWN));
        assertThat(colours(jpeg, "weaving_machine"))
                .hasSize(Artwork.OUTLINED.colours().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"weaving_machine", "tapestry", "shu_brocade"})
    void aStyleLeavesNoBandsAlongEdges(String preset) {
        Picture picture = Artwork.OUTLINED.antiAliased(ACROSS, DOWN);
        assertThat(colours(picture, preset)).hasSize(Artwork.OUTLINED.colours().size());
    }

    @Test
    void whiteStaysWhiteWhereThereAreFewerYarnsThanColours() {
        Picture picture = Artwork.MEETING.antiAliased(ACROSS, DOWN);
        Recipe recipe = Presets.bundled("weaving_machine").recipe().withColours(3);
        assertThat(engine.design(picture, recipe).pointPaper().palette().colours())
                .extracting(colour -> colour.rgb())
                .contains(Rgb.WHITE);
    }

    private List<Rgb> colours(Picture picture, String preset) {
        Recipe recipe = Presets.bundled(preset).recipe().withWeave(null);
        return engine.design(picture, recipe).pointPaper().palette().colours().stream()
                .map(colour -> colour.rgb())
                .toList();
    }

    /** With brightness and colours as rough as the JDK leaves them at a quality of 0.8. */
    private static Picture asJpeg(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.8f);
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        writer.write(null, new IIOImage(picture.toBufferedImage(), null, null), parameters);
        writer.dispose();
        return Picture.of(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())), Rgb.WHITE);
    }
}
