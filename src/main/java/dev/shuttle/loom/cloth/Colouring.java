package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Shuttles;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a palette is woven.
 *
 * @param fillings one for each colour of the palette, by index: that of the band where most of the colour lies, its
 *     difference the mean over all of it
 * @param warp the warp's colours: one, or for jin those of a group
 * @param binder of the ends that bind, for jin of the picks
 * @param bands in which wefts keep their yarn, from the top; one where no weft changes
 * @param homes for each colour of the palette the band where most of it lies
 */
public record Colouring(List<Filling> fillings, List<Rgb> warp, Rgb binder, List<Band> bands, List<Integer> homes) {
    public Colouring {
        fillings = List.copyOf(fillings);
        warp = List.copyOf(warp);
        bands = List.copyOf(bands);
        homes = List.copyOf(homes);
    }

    /** Wefts that keep their yarn over all lines. */
    static Colouring constant(List<Filling> fillings, List<Rgb> warp, Rgb binder, List<Rgb> wefts, int lines) {
        List<Integer> homes = fillings.stream().map(filling -> 0).toList();
        Set<Integer> seen = fillings.stream().map(Filling::index).collect(Collectors.toSet());
        return new Colouring(fillings, warp, binder, List.of(new Band(0, lines, fillings, seen, wefts)), homes);
    }

    /** The band that a line lies in. */
    public Band band(int line) {
        int at = 0;
        while (bands.get(at).to() <= line) {
            at++;
        }
        return bands.get(at);
    }

    /** The shuttles of so many lines: one for each yarn, and for a yarn that several wefts of a line have one for each. */
    Shuttles shuttles(int lines) {
        Map<List<Object>, Integer> known = new HashMap<>();
        int[][] shuttles = new int[lines][];
        for (Band band : bands) {
            List<Rgb> wefts = band.wefts();
            int[] own = new int[wefts.size()];
            for (int weft = 0; weft < own.length; weft++) {
                int before = Collections.frequency(wefts.subList(0, weft), wefts.get(weft));
                own[weft] = known.computeIfAbsent(List.of(wefts.get(weft), before), yarn -> known.size());
            }
            Arrays.fill(shuttles, band.from(), band.to(), own);
        }
        return Shuttles.of(shuttles);
    }

    /** The band where most of a colour lies. */
    public Band home(int index) {
        return bands.get(homes.get(index));
    }

    /** How many wefts there are. */
    public int weftCount() {
        return bands.get(0).wefts().size();
    }

    /** The share of the cells whose own thread is further than {@link Filling#LOST} from their colour, 0 to 1. */
    public double lostShare(Palette palette) {
        return fillings.stream()
                .mapToDouble(filling ->
                        filling.lost() * palette.colours().get(filling.index()).share())
                .sum();
    }

    /** The yarns of a weft in the order in which they come from the top, each once. */
    public List<Rgb> yarns(int weft) {
        return bands.stream().map(band -> band.wefts().get(weft)).distinct().toList();
    }

    /** The wefts' colours where a colour of the palette mostly lies. */
    public List<Rgb> wefts(int index) {
        return home(index).wefts();
    }

    /** Whether a colour is woven with the very same threads as another that has more right to them. */
    public boolean isMerged(int index) {
        return mergedWith(index).isPresent();
    }

    /**
     * The colour that cannot be told apart from one that has no yarn of its own where most of it lies: the one whose yarn
     * it is woven with, else one of more use; empty where there is none.
     */
    public OptionalInt mergedWith(int index) {
        Band home = home(index);
        if (hasOwnYarn(home, index)) {
            return OptionalInt.empty();
        }
        int[] alike = IntStream.range(0, fillings.size())
                .filter(other -> other != index && home.areAlike(index, other))
                .toArray();
        OptionalInt owner =
                IntStream.of(alike).filter(other -> hasOwnYarn(home, other)).findFirst();
        return owner.isPresent()
                ? owner
                : IntStream.of(alike).filter(other -> other < index).findFirst();
    }

    private boolean hasOwnYarn(Band band, int index) {
        Filling filling = band.fillings().get(index);
        return !(filling.face() instanceof Filling.Mixture)
                && (warp.contains(filling.asked()) || band.wefts().contains(filling.asked()));
    }
}
