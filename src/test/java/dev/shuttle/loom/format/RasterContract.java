package dev.shuttle.loom.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every raster a loom image is written to must keep, as another reader sees it. */
abstract class RasterContract {
    abstract byte[] write(PointPaper paper);

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 5, 2", "64, 64, 16", "301, 203, 40", "1023, 777, 64", "33, 9, 256"})
    void anotherReaderSeesTheSameLabelsAndColours(int ends, int lines, int colours) throws IOException {
        PointPaper paper = paper(ends, lines, colours);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(write(paper)));
        assertThat(image.getWidth()).isEqualTo(ends);
        assertThat(image.getHeight()).isEqualTo(lines);
        assertThat(image.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(image.getSampleModel().getSampleSize(0)).isEqualTo(8);
        for (int y = 0; y < lines; y++) {
            for (int x = 0; x < ends; x++) {
                assertThat(image.getRaster().getSample(x, y, 0)).isEqualTo(paper.label(x, y));
                assertThat(image.getRGB(x, y) & 0xffffff)
                        .isEqualTo(paper.palette().rgb(paper.label(x, y)).packed());
            }
        }
    }

    static PointPaper paper(int ends, int lines, int colours) {
        byte[] labels = LabelMaps.RANDOM.map(ends, lines, colours, 5);
        List<PaletteColour> palette = new ArrayList<>();
        for (int i = 0; i < colours; i++) {
            palette.add(new PaletteColour(i, Rgb.of(i * 0x050301 & 0xffffff), 1, 1.0 / colours));
        }
        return new PointPaper(ends, lines, labels, new Palette(palette), new Density(58.4, 21));
    }
}
