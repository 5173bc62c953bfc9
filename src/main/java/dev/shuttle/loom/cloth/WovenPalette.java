package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The colours that a cloth of a few wefts can show, found before the point paper is drawn, so that it is drawn in them: each yarn
 * with the binding points in it, and every two yarns line by line that are hardly told apart. For structures whose wefts are all
 * thrown on every line in one yarn; of a ground or of changing wefts it matters where a colour lies.
 */
public final class WovenPalette {
    private final WeaveOrder order;
    private final Structure structure;
    private final Dyes dyes;
    private final List<Rgb> wefts;
    private final List<WeftTrial> trials;
    private final List<AskedColour> asked;
    /** What lies on the face for each colour that can be shown. */
    private final Map<Rgb, Filling.Face> faces = new LinkedHashMap<>();

    private WovenPalette(Palette wanted, WeaveOrder order, List<WeftTrial> trials, YarnColours offered, Dyes dyes) {
        this.order = order;
        this.structure = order.structure(wanted.size());
        this.dyes = dyes;
        this.trials = trials;
        List<Integer> first = offered.choose(structure.threads());
        YarnColours yarns = offered.tuned(structure, first);
        List<Integer> chosen = IntStream.range(0, first.size()).boxed().toList();
        this.wefts = new ArrayList<>(yarns.rgb(chosen));
        while (wefts.size() < structure.threads()) {
            wefts.add(wefts.get(0));
        }
        this.asked = yarns.fillings(chosen).stream()
                .map(filling -> new AskedColour(
                        filling.asked(),
                        wanted.colours().get(filling.index()).share(),
                        filling.woven(),
                        filling.difference()))
                .toList();
        for (int a = 0; a < chosen.size(); a++) {
            add(yarns, new Filling.Pure(a), chosen.get(a), chosen.get(a));
        }
        for (int a = 0; a < chosen.size(); a++) {
            for (int b = a + 1; b < chosen.size(); b++) {
                if (yarns.mayMix(chosen.get(a), chosen.get(b))) {
                    add(yarns, new Filling.Mixture(a, b), chosen.get(a), chosen.get(b));
                }
            }
        }
    }

    private void add(YarnColours yarns, Filling.Face face, int a, int b) {
        faces.putIfAbsent(yarns.shown(a, b), face);
    }

    /**
     * The palette for a picture; null where it is not known before the point paper.
     *
     * @param colours that the picture asks for
     * @param shares of the picture, by colour
     * @param order settled; null where nothing is woven
     */
    public static @Nullable WovenPalette of(List<Rgb> colours, double[] shares, @Nullable WeaveOrder order) {
        if (order == null || !isKnown(order) || colours.size() < 2) {
            return null;
        }
        Palette wanted = palette(colours, shares);
        if (!order.open()) {
            Dyes dyes = dyes(wanted, order);
            return of(wanted, order, List.of(), dyes);
        }
        List<WeftTrial> trials = new ArrayList<>();
        List<WovenPalette> all = new ArrayList<>();
        Dyes dyes = null;
        int most = Math.min(Objects.requireNonNull(order.wefts()), wanted.size());
        for (int count = 2; count <= most; count++) {
            WeaveOrder one = order.chosen(order.kind(), count, false);
            dyes = dyes == null ? dyes(wanted, one) : dyes;
            WovenPalette tried = of(wanted, one, trials, dyes);
            trials.add(tried.trial());
            all.add(tried);
            if (tried.trial().weavesWell() && tried.missing() == 0) {
                return tried;
            }
        }
        return fewest(all);
    }

    /** The fewest wefts that weave the picture well and miss no colour that more would show; if none do, those that are nearest. */
    private static WovenPalette fewest(List<WovenPalette> all) {
        return all.stream()
                .filter(one -> one.trial().weavesWell())
                .min(Comparator.comparingInt(WovenPalette::missing))
                .orElseGet(() -> all.stream()
                        .min(Comparator.comparingDouble(one -> one.trial().difference()))
                        .orElseThrow());
    }

    /** How many of the colours that the picture asks for are woven as others. */
    private int missing() {
        return (int) asked.stream()
                .filter(colour -> colour.difference() > Filling.LOST)
                .count();
    }

    private static WovenPalette of(Palette wanted, WeaveOrder order, List<WeftTrial> trials, Dyes dyes) {
        Structure structure = order.structure(wanted.size());
        return new WovenPalette(wanted, order, trials, new YarnColours(wanted, structure, dyes), dyes);
    }

    private static Dyes dyes(Palette wanted, WeaveOrder order) {
        Structure structure = order.structure(wanted.size());
        return Dyes.free(wanted, structure, Mixing.of(order.calibration())).withBetween(wanted, structure);
    }

    /** Whether what a cloth of this order shows follows from its yarns alone. */
    public static boolean isKnown(WeaveOrder order) {
        return switch (order.kind()) {
            case TAQUETE, SAMITUM, WEFT_BACKED -> order.changing() == null;
            default -> false;
        };
    }

    private static Palette palette(List<Rgb> colours, double[] shares) {
        Integer[] order = new Integer[colours.size()];
        Arrays.setAll(order, at -> at);
        Arrays.sort(order, (a, b) -> Double.compare(shares[b], shares[a]));
        List<PaletteColour> all = new ArrayList<>();
        for (int at : order) {
            all.add(new PaletteColour(all.size(), colours.get(at), 1, shares[at]));
        }
        return new Palette(all);
    }

    private WeftTrial trial() {
        double lost = 0;
        double difference = 0;
        for (AskedColour colour : asked) {
            lost += colour.difference() > Filling.LOST ? colour.share() : 0;
            difference += colour.share() * colour.difference();
        }
        return new WeftTrial(order.kind(), structure.threads(), 1, lost, difference, 0, structure.threads(), 0, 0);
    }

    /** All that can be shown. */
    public List<Rgb> colours() {
        return List.copyOf(faces.keySet());
    }

    private double lost(Filling.Face face, Lab shown) {
        List<Integer> threads = face instanceof Filling.Mixture mixture
                ? List.of(mixture.even(), mixture.odd())
                : List.of(((Filling.Pure) face).thread());
        return threads.stream()
                .mapToDouble(thread ->
                        Lab.of(dyes.mixing().light(wefts.get(thread)).rgb()).difference(shown) > Filling.LOST ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** The cloth of a point paper in these colours. */
    WovenDesign design(PointPaper paper, LabelTile tile) {
        List<Filling> fillings = new ArrayList<>();
        for (PaletteColour colour : paper.palette().colours()) {
            Rgb known = faces.containsKey(colour.rgb())
                    ? colour.rgb()
                    : colours().get(PerceptualSpace.nearest(colour.rgb(), colours()));
            Filling.Face face = Objects.requireNonNull(faces.get(known));
            Rgb woven = new WovenColours(structure, dyes.binder(), wefts, order.calibration()).of(face);
            double difference = Lab.of(woven).difference(colour.lab());
            fillings.add(new Filling(colour.index(), colour.rgb(), woven, difference, lost(face, colour.lab()), face));
        }
        List<Rgb> warp = List.of(dyes.warp(structure));
        Colouring colouring = Colouring.constant(fillings, warp, dyes.binder(), wefts, tile.lines());
        List<WeftTrial> all = trials.stream()
                .map(trial -> trial.of(tile.lines(), tile.paper().density()))
                .toList();
        return new WovenDesign(
                paper, Cloth.of(tile, order, structure, colouring, all).drawn(colouring, asked));
    }
}
