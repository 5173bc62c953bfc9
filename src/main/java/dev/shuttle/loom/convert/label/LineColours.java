package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Completes the colours of a drawing: what is no mixture of two that are known is a mixture with one that is drawn only in
 * lines too thin for an area.
 */
final class LineColours {
    private static final int BINS = 1 << 18;
    private static final int MOST_OPEN = 2048;
    private static final int MOST_PROPOSALS = 256;

    private final Mixing mixing;
    private final List<Rgb> colours;
    private int[] known;
    /** Colours that nothing explains, and how many pixels show them. */
    private int[] open;

    private int[] weights;

    private LineColours(ColourHistogram all, List<Rgb> areas, Mixing mixing) {
        this.mixing = mixing;
        this.colours = new ArrayList<>(areas);
        this.known = areas.stream().mapToInt(Rgb::packed).toArray();
        int[] bins = IntStream.range(0, BINS)
                .filter(bin -> all.weight(bin) > 0 && !isKnown(all.mean(bin).packed()))
                .boxed()
                .sorted(Comparator.comparingInt(bin -> -all.weight(bin)))
                .mapToInt(bin -> bin)
                .toArray();
        this.open = Arrays.stream(bins).map(bin -> all.mean(bin).packed()).toArray();
        this.weights = Arrays.stream(bins).map(all::weight).toArray();
    }

    /**
     * The colours of areas and lines; none where still more than {@code most} pixels show something else.
     *
     * @param all what all pixels of the picture show
     * @param limit how many colours there may be
     * @param least how many pixels a further colour must explain
     */
    static List<Rgb> with(List<Rgb> areas, ColourHistogram all, Mixing mixing, int limit, long least, long most) {
        LineColours lines = new LineColours(all, areas, mixing);
        for (int rgb = 0; rgb >= 0 && lines.colours.size() < limit; ) {
            rgb = lines.best(least);
            lines.add(rgb);
        }
        return Arrays.stream(lines.weights).asLongStream().sum() > most ? List.of() : lines.colours;
    }

    private boolean isKnown(int rgb) {
        for (int i = 0; i < known.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (mixing.isMixture(rgb, known[i], known[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The open colour that explains most pixels, by mixtures of it with known ones; -1 where none explains enough. */
    private int best(long least) {
        int best = -1;
        long most = least - 1;
        for (int i = 0; i < Math.min(MOST_PROPOSALS, open.length); i++) {
            long explained = 0;
            for (int j = 0; j < Math.min(MOST_OPEN, open.length); j++) {
                explained += isWith(open[j], open[i]) ? weights[j] : 0;
            }
            if (explained > most) {
                most = explained;
                best = open[i];
            }
        }
        return best;
    }

    private boolean isWith(int rgb, int colour) {
        for (int one : known) {
            if (mixing.isMixture(rgb, colour, one)) {
                return true;
            }
        }
        return false;
    }

    private void add(int rgb) {
        if (rgb >= 0) {
            int[] left = IntStream.range(0, open.length)
                    .filter(i -> !isWith(open[i], rgb))
                    .toArray();
            weights = Arrays.stream(left).map(i -> weights[i]).toArray();
            open = Arrays.stream(left).map(i -> open[i]).toArray();
            colours.add(Rgb.of(rgb));
            known = colours.stream().mapToInt(Rgb::packed).toArray();
        }
    }
}
