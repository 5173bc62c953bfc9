package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.WeaveOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A point paper and its cloth. Where nobody has fixed the palette, the paper is drawn in the colours that the cloth shows, so that
 * both agree and what is compared is the source: colours that are woven alike become one, and each has the colour that its yarns
 * and the binding points in them give.
 */
public record WovenDesign(PointPaper paper, Cloth cloth) {
    /**
     * Weaves a point paper whose ends and lines are multiples of the structure's repeat.
     *
     * @param order settled
     * @param free whether the palette may become what can be woven best
     */
    public static WovenDesign of(PointPaper paper, Repeat repeat, WeaveOrder order, boolean free) {
        Cloth cloth = Cloth.of(paper, repeat, order, free);
        return free ? new Drawing(paper, cloth).drawn() : new WovenDesign(paper, cloth);
    }

    /** The cloth of a point paper that was drawn in the colours of a palette to be woven. */
    public static WovenDesign of(PointPaper paper, Repeat repeat, WovenPalette palette) {
        return palette.design(paper, new LabelTile(paper, repeat));
    }

    /** What becomes of one palette. */
    private static final class Drawing {
        private final PointPaper paper;
        private final Cloth cloth;
        private final Colouring colouring;
        /** For each colour that was asked for the first that is woven alike. */
        private final int[] first;
        /** The colours that stay, in the order of the new palette. */
        private final List<Integer> kept;

        Drawing(PointPaper paper, Cloth cloth) {
            this.paper = paper;
            this.cloth = cloth;
            this.colouring = cloth.colouring();
            int size = paper.palette().size();
            this.first = new int[size];
            long[] cells = new long[size];
            for (int index = 0; index < size; index++) {
                first[index] = alike(index);
                cells[first[index]] += paper.palette().colours().get(index).cells();
            }
            boolean ground = cloth.order().kind().hasGround();
            this.kept =
                    new ArrayList<>(new TreeSet<>(Arrays.stream(first).boxed().toList()));
            kept.sort(Comparator.comparingLong((Integer index) -> ground && index == 0 ? Long.MIN_VALUE : -cells[index])
                    .thenComparing(Comparator.naturalOrder()));
        }

        private int alike(int index) {
            for (int other = 0; other < index; other++) {
                int one = other;
                if (colouring.bands().stream()
                        .allMatch(band -> band.fillings()
                                .get(one)
                                .face()
                                .equals(band.fillings().get(index).face()))) {
                    return other;
                }
            }
            return index;
        }

        WovenDesign drawn() {
            PointPaper drawn = paper();
            List<Band> bands = colouring.bands().stream()
                    .map(band -> new Band(
                            band.from(),
                            band.to(),
                            fillings(drawn.palette(), band.fillings(), band),
                            seen(band),
                            band.wefts()))
                    .toList();
            List<Filling> fillings = new ArrayList<>();
            List<Integer> homes = kept.stream().map(colouring.homes()::get).toList();
            for (int label = 0; label < kept.size(); label++) {
                Band home = bands.get(homes.get(label));
                fillings.add(bands.size() == 1 ? home.fillings().get(label) : over(label, bands, home, drawn));
            }
            Colouring own = new Colouring(fillings, colouring.warp(), colouring.binder(), bands, homes);
            return new WovenDesign(drawn, cloth.drawn(own, asked()));
        }

        private List<AskedColour> asked() {
            return colouring.fillings().stream()
                    .map(filling -> new AskedColour(
                            filling.asked(),
                            paper.palette().colours().get(filling.index()).share(),
                            filling.woven(),
                            filling.difference()))
                    .toList();
        }

        private PointPaper paper() {
            int[] label = new int[first.length];
            long[] cells = new long[kept.size()];
            for (int index = 0; index < first.length; index++) {
                label[index] = kept.indexOf(first[index]);
                cells[label[index]] += paper.palette().colours().get(index).cells();
            }
            byte[] labels = new byte[paper.labels().length];
            for (int cell = 0; cell < labels.length; cell++) {
                labels[cell] = (byte) label[paper.labels()[cell] & 255];
            }
            Set<Rgb> taken = new HashSet<>();
            List<PaletteColour> palette = new ArrayList<>();
            for (int at = 0; at < kept.size(); at++) {
                Band home = colouring.home(kept.get(at));
                Rgb colour = unlike(shown(home.fillings().get(kept.get(at)), home), taken);
                palette.add(new PaletteColour(at, colour, cells[at], cells[at] / (double) labels.length));
            }
            return new PointPaper(paper.ends(), paper.lines(), labels, new Palette(palette), paper.density());
        }

        /** What is woven, or as much nearer to its yarns as keeps them from being seen as others. */
        private Rgb shown(Filling filling, Band band) {
            Lab woven = Lab.of(filling.woven());
            List<Rgb> yarns = cloth.looks(filling.face(), band);
            double furthest = yarns.stream()
                    .mapToDouble(yarn -> woven.difference(Lab.of(yarn)))
                    .max()
                    .orElse(0);
            if (furthest <= Dyes.SEEN) {
                return filling.woven();
            }
            Lab mean = yarns.stream()
                    .map(Light::of)
                    .reduce((one, other) -> one.mixed(other, 0.5))
                    .map(light -> Lab.of(light.rgb()))
                    .orElseThrow();
            return woven.towards(mean, Math.min(0.5, 1 - Dyes.SEEN / furthest)).rgb();
        }

        /** Programs tell the colours of a point paper apart by their values, so no two may be the same. */
        private static Rgb unlike(Rgb colour, Set<Rgb> taken) {
            int packed = colour.packed();
            int step = colour.blue() < 128 ? 1 : -1;
            while (!taken.add(Rgb.of(packed))) {
                packed += step;
            }
            return Rgb.of(packed);
        }

        private List<Filling> fillings(Palette palette, List<Filling> of, Band band) {
            List<Filling> fillings = new ArrayList<>();
            for (int label = 0; label < kept.size(); label++) {
                fillings.add(filling(label, palette.rgb(label), of.get(kept.get(label)), band));
            }
            return fillings;
        }

        private Filling filling(int label, Rgb asked, Filling of, Band band) {
            Lab wanted = Lab.of(asked);
            double lost = cloth.looks(of.face(), band).stream()
                    .mapToDouble(yarn -> wanted.difference(Lab.of(yarn)) > Filling.LOST ? 1 : 0)
                    .average()
                    .orElse(0);
            return new Filling(label, asked, of.woven(), Lab.of(of.woven()).difference(wanted), lost, of.face());
        }

        /** A colour over all bands: as it is woven at home, its differences means over all. */
        private Filling over(int label, List<Band> bands, Band home, PointPaper drawn) {
            Filling main = home.fillings().get(label);
            double difference = 0;
            double lost = 0;
            long cells = 0;
            for (Band band : bands) {
                long here = count(drawn, label, band);
                Filling of = band.fillings().get(label);
                difference += here * of.difference();
                lost += here * of.lost();
                cells += here;
            }
            long all = Math.max(1, cells);
            return new Filling(label, main.asked(), main.woven(), difference / all, lost / all, main.face());
        }

        private static long count(PointPaper drawn, int label, Band band) {
            long cells = 0;
            for (int cell = band.from() * drawn.ends();
                    cell < Math.min(band.to(), drawn.lines()) * drawn.ends();
                    cell++) {
                cells += (drawn.labels()[cell] & 255) == label ? 1 : 0;
            }
            return cells;
        }

        private Set<Integer> seen(Band band) {
            Set<Integer> seen = new TreeSet<>();
            band.seen().forEach(index -> seen.add(kept.indexOf(first[index])));
            return seen;
        }
    }
}
