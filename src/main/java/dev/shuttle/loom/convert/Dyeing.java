package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.ExactColours;
import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.style.Tones;
import dev.shuttle.loom.design.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Gives a drawing the colours of its palette once it is known which cell shows which of the colours it is drawn in. A style
 * that came before would turn each edge into shades of its own.
 */
final class Dyeing {
    private Dyeing() {}

    /**
     * Changes {@code cells} in place to labels of the colours returned.
     *
     * @param drawn the colours the cells are labelled by so far
     * @param palette chooses the colours for what has been counted
     */
    static List<Rgb> dyed(byte[] cells, List<Rgb> drawn, Recipe recipe, Function<ColourHistogram, List<Rgb>> palette) {
        long[] counts = new long[drawn.size()];
        for (byte cell : cells) {
            counts[cell]++;
        }
        List<Rgb> tones = Tones.of(drawn, counts, recipe.style());
        List<Rgb> colours = palette.apply(histogram(tones, counts));
        byte[] nearest = new byte[tones.size()];
        for (int label = 0; label < nearest.length; label++) {
            nearest[label] = (byte) PerceptualSpace.nearest(tones.get(label), colours);
        }
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = nearest[cells[cell]];
        }
        return recipe.palette().isEmpty() ? strongest(colours, tones, counts, nearest) : colours;
    }

    /** Of several tones that one colour stands for it is the largest: a white ground with grey stays white. */
    private static List<Rgb> strongest(List<Rgb> colours, List<Rgb> tones, long[] counts, byte[] nearest) {
        List<Rgb> strongest = new ArrayList<>(colours);
        long[] most = new long[colours.size()];
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] > most[nearest[label]]) {
                most[nearest[label]] = counts[label];
                strongest.set(nearest[label], tones.get(label));
            }
        }
        return strongest;
    }

    private static ColourHistogram histogram(List<Rgb> tones, long[] counts) {
        ExactColours shown = new ExactColours();
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] > 0) {
                shown.add(tones.get(label).packed(), counts[label]);
            }
        }
        ColourHistogram histogram = new ColourHistogram();
        histogram.add(shown, 1);
        return histogram;
    }
}
