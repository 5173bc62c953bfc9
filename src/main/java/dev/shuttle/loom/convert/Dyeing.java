package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.ExactColours;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.style.StyledColours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives a drawing the colours of its palette once it is known which cell shows which of the colours it is drawn in. A style
 * that came before would turn each edge into shades of its own.
 */
final class Dyeing {
    private Dyeing() {}

    /**
     * The cells with labels of the colours that the recipe has for the drawing.
     *
     * @param drawn labelled by the colours the drawing is drawn in
     */
    static ColouredCells dyed(ColouredCells drawn, PaletteChoice choice) {
        long[] counts = new long[drawn.colours().size()];
        for (byte label : drawn.labels()) {
            counts[label]++;
        }
        List<Rgb> tones =
                StyledColours.of(drawn.colours(), counts, choice.recipe().style());
        List<Rgb> colours = choice.of(histogram(tones, counts));
        byte[] nearest = new byte[tones.size()];
        for (int label = 0; label < nearest.length; label++) {
            nearest[label] = (byte) nearest(tones.get(label), colours, choice.isOfWefts());
        }
        byte[] labels = new byte[drawn.labels().length];
        for (int cell = 0; cell < labels.length; cell++) {
            labels[cell] = nearest[drawn.labels()[cell]];
        }
        // colours for wefts are exact where one tone prevails, and lie between those they serve where none does
        boolean settled = choice.isOfWefts() || !choice.recipe().palette().isEmpty();
        List<Rgb> dyes = settled ? colours : strongest(colours, tones, counts, nearest);
        return new ColouredCells(labels, dyes, drawn.cleaning());
    }

    /** By what is seen, as colours for wefts are chosen, or as pixels are labelled. */
    private static int nearest(Rgb tone, List<Rgb> colours, boolean seen) {
        if (!seen) {
            return PerceptualSpace.nearest(tone, colours);
        }
        Lab lab = Lab.of(tone);
        return IntStream.range(0, colours.size())
                .boxed()
                .min(Comparator.comparingDouble(colour -> lab.difference(Lab.of(colours.get(colour)))))
                .orElseThrow();
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
