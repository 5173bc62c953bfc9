package dev.shuttle.loom.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.paper.Papers;
import dev.shuttle.loom.yarn.YarnCard;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteFilesTest {
    private static final Palette PALETTE = new Palette(List.of(
            new PaletteColour(0, Rgb.parse("#ffffff"), 75, 0.75),
            new PaletteColour(1, Rgb.parse("#ff0000"), 25, 0.25)));

    @Test
    void theTableNamesEveryColourInItsOrder() {
        List<String> lines = PaletteCsv.write(PALETTE, List.of(new PaletteCsv.Woven("朱红, \"17\"", "weft 1", "26.6")))
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo(PaletteCsv.HEADER);
        assertThat(lines.get(1))
                .startsWith("0,#ffffff,255,255,255,100.00,")
                .endsWith(",75,75.0000,\"朱红, \"\"17\"\"\",weft 1,26.6");
        assertThat(lines.get(2)).isEqualTo("1,#ff0000,255,0,0,53.24,80.09,67.20,25,25.0000,,,");
    }

    @Test
    void aGimpPaletteIsReadBackAsAYarnCard() throws Exception {
        String file = GimpPalette.write(PALETTE, "peony");
        assertThat(file).startsWith("GIMP Palette\nName: peony\n");
        assertThat(YarnCard.read(file.getBytes(UTF_8)).colours())
                .containsExactly(Rgb.parse("#ffffff"), Rgb.parse("#ff0000"));
    }

    @Test
    void photoshopsTableHasTheColoursInTheirOrderAndHowManyCount() {
        List<Rgb> colours = List.of(Rgb.parse("#f4ecd8"), Rgb.parse("#b3202a"), Rgb.parse("#1d3f72"));
        byte[] table = PhotoshopTable.write(
                Papers.of(3, 1, new byte[] {0, 1, 2}, colours).palette());

        assertThat(table).hasSize(772);
        assertThat(table).startsWith(0xf4, 0xec, 0xd8, 0xb3, 0x20, 0x2a, 0x1d, 0x3f, 0x72, 0);
        assertThat(table).endsWith(0, 3, 0xff, 0xff);
    }
}
