package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewAreasTest {
    private static final Map<Character, Integer> COLOURS = Map.of('w', 0xffffff, 'b', 0x2030a0, 'r', 0xc02020);

    @Test
    void anAreaIsPaintedFromTheMinimumOn() {
        Picture picture =
                Sketch.picture(COLOURS, "bbbwwwbb", "bbbwwwbb", "bbbwwwww", "wwwwwwwb", "rwwwwwwb", "rrwwwwwb");
        byte[] labels = new byte[48];
        labels[32] = 1;
        ColourCosts costs = new ColourCosts(Sketch.colours(0xffffff, 0xc02020, 0x2030a0));
        NewAreas.paint(picture, labels, costs, new int[] {2}, 5, new RowBands(2));
        assertThat(Sketch.text(labels, 8))
                .containsExactly("22200000", "22200000", "22200000", "00000000", "10000000", "00000000");
    }

    @Test
    void ofTwoNewColoursEachGetsItsOwnArea() {
        Picture picture = Sketch.picture(COLOURS, "bbrr", "bbrr");
        byte[] labels = new byte[8];
        ColourCosts costs = new ColourCosts(Sketch.colours(0xffffff, 0xc02020, 0x2030a0));
        NewAreas.paint(picture, labels, costs, new int[] {1, 2}, 4, new RowBands(1));
        assertThat(Sketch.text(labels, 4)).containsExactly("2211", "2211");
    }

    @Test
    void whatSuitsTheOldLabelBetterKeepsIt() {
        Picture picture = Sketch.picture(COLOURS, "wwww", "wwww", "wwww");
        byte[] labels = new byte[12];
        ColourCosts costs = new ColourCosts(Sketch.colours(0xffffff, 0xe8e8e8));
        NewAreas.paint(picture, labels, costs, new int[] {1}, 1, new RowBands(1));
        assertThat(labels).containsOnly(0);
    }
}
