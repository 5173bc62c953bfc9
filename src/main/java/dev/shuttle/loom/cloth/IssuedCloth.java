package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.weave.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the cloth of a point paper was woven when the paper was issued: the same threads are thrown for the same colours when it comes
 * back, whatever was painted in between.
 *
 * @param order settled
 * @param threads wefts of a line, for jin warps of a group
 * @param warp the warp's colours
 * @param binder the binders' colour
 * @param bands from the top
 */
public record IssuedCloth(WeaveOrder order, int threads, List<Rgb> warp, Rgb binder, List<IssuedBand> bands) {
    public IssuedCloth {
        warp = List.copyOf(warp);
        bands = List.copyOf(bands);
        if (threads < 1
                || threads > Satin.MOST_ENDS + 1
                || warp.isEmpty()
                || bands.isEmpty()
                || bands.get(0).from() != 0) {
            throw new IllegalArgumentException("a cloth has threads, a warp and bands from its first line on");
        }
        for (int at = 0; at < bands.size(); at++) {
            IssuedBand band = bands.get(at);
            boolean follows = at == 0 || band.from() == bands.get(at - 1).to();
            boolean alike = band.fillings().size() == bands.get(0).fillings().size()
                    && band.wefts().size() == bands.get(0).wefts().size();
            if (!follows || !alike || band.to() <= band.from()) {
                throw new IllegalArgumentException("bands follow one another and have the same colours and wefts");
            }
        }
    }

    /**
     * A part of the length.
     *
     * @param wefts the yarns' colours
     * @param fillings what each colour of the paper is, by index
     */
    public record IssuedBand(int from, int to, List<Rgb> wefts, List<Filling> fillings) {
        public IssuedBand {
            wefts = List.copyOf(wefts);
            fillings = List.copyOf(fillings);
            if (wefts.isEmpty() || fillings.isEmpty()) {
                throw new IllegalArgumentException("a band has wefts and colours");
            }
        }
    }

    /** That of a cloth. */
    public static IssuedCloth of(Cloth cloth) {
        Colouring colouring = cloth.colouring();
        return new IssuedCloth(
                cloth.order(),
                cloth.structure().threads(),
                colouring.warp(),
                colouring.binder(),
                colouring.bands().stream()
                        .map(band -> new IssuedBand(band.from(), band.to(), band.wefts(), band.fillings()))
                        .toList());
    }

    /** The order that is woven where a recipe asks for nothing else than this cloth; empty where it does. */
    public Optional<WeaveOrder> orderFor(@Nullable WeaveOrder asked) {
        if (asked == null || !isFor(asked)) {
            return Optional.empty();
        }
        WeaveOrder same = new WeaveOrder(
                order.kind(),
                order.satin(),
                order.wefts(),
                asked.floatLimit(),
                order.changing(),
                asked.selvedge(),
                asked.boxes(),
                asked.calibration(),
                asked.counts(),
                asked.weaves(),
                asked.brocading(),
                false);
        return Optional.of(same);
    }

    private boolean isFor(WeaveOrder asked) {
        WeaveOrder settled = asked.settled(Math.max(2, bands.get(0).fillings().size()), false);
        boolean sameKind = settled.kind() == order.kind()
                || asked.kind() == StructureKind.AUTO
                || (settled.kind().hasGround() && order.kind().hasGround() && asked.wefts() == null);
        boolean sameSatin = asked.satin() == null || asked.satin().equals(order.satin());
        boolean isOfWefts = !order.kind().isOfTones() && order.kind() != StructureKind.JIN;
        boolean sameWefts = asked.wefts() == null || !isOfWefts || threads <= asked.wefts();
        boolean sameBands = order.changing() == null || order.changing().equals(asked.changing());
        return sameKind
                && sameSatin
                && asked.brocading().isEmpty()
                && hasTheWeaves(asked)
                && sameWefts
                && sameBands
                && (!isOfWefts || threads <= asked.boxes())
                && Objects.equals(asked.floatLimit(), order.floatLimit());
    }

    /** Whether an order has as many weaves as this cloth's colours lie in. */
    private boolean hasTheWeaves(WeaveOrder asked) {
        int most = bands.stream()
                .flatMap(band -> band.fillings().stream())
                .mapToInt(Filling::weave)
                .max()
                .orElse(0);
        return most <= asked.weaves().weaves().size();
    }

    /** The structure of an order for this cloth's threads. */
    public Structure structure(WeaveOrder with) {
        return with.structure(Math.max(2, threads));
    }

    /**
     * The paper woven with these threads; empty where it has other colours, or another length than the bands are made for.
     *
     * @param with what {@link #orderFor} gives
     */
    public Optional<WovenDesign> weave(PointPaper paper, Repeat repeat, WeaveOrder with) {
        LabelTile tile = new LabelTile(paper, repeat);
        Structure structure = structure(with);
        boolean isLong = bands.size() == 1 || bands.get(bands.size() - 1).to() == tile.lines();
        if (!isLong || structure.threads() != threads || !fits(paper, structure)) {
            return Optional.empty();
        }
        int[][] counts = tile.counts(paper.palette().size());
        List<Band> made = new ArrayList<>();
        for (IssuedBand band : bands) {
            int to = bands.size() == 1 ? tile.lines() : band.to();
            made.add(new Band(band.from(), to, fillings(paper, band), seen(counts, band.from(), to), band.wefts()));
        }
        List<Integer> homes = homes(counts, made);
        List<Filling> main = new ArrayList<>();
        for (int index = 0; index < homes.size(); index++) {
            main.add(made.get(homes.get(index)).fillings().get(index));
        }
        Colouring colouring = new Colouring(main, warp, binder, made, homes);
        return Optional.of(new WovenDesign(paper, Cloth.of(tile, with, structure, colouring, List.of())));
    }

    private boolean fits(PointPaper paper, Structure structure) {
        int wefts = order.kind() == StructureKind.JIN ? 2 : order.kind().isOfTones() ? 1 : threads;
        boolean hasWarp = order.kind() != StructureKind.JIN || warp.size() >= threads;
        return hasWarp
                && bands.stream().allMatch(band -> band.wefts().size() >= wefts)
                && bands.stream()
                        .allMatch(band ->
                                band.fillings().size() == paper.palette().size()
                                        && band.fillings().stream()
                                                .allMatch(filling ->
                                                        filling.weave() > 0 || isWithin(filling.face(), structure)));
    }

    private static boolean isWithin(Filling.Face face, Structure structure) {
        if (face instanceof Filling.Level level) {
            return level.level() >= structure.leastFace() && level.level() <= structure.mostFace();
        }
        int even = Filler.face(face, false);
        int odd = Filler.face(face, true);
        return Math.min(even, odd) >= structure.leastFace() && Math.max(even, odd) <= structure.mostFace();
    }

    /** For the colours that the paper has now, which its user may have changed. */
    private static List<Filling> fillings(PointPaper paper, IssuedBand band) {
        List<Filling> fillings = new ArrayList<>();
        for (PaletteColour colour : paper.palette().colours()) {
            Filling issued = band.fillings().get(colour.index());
            fillings.add(new Filling(
                    colour.index(),
                    colour.rgb(),
                    issued.woven(),
                    issued.difference(),
                    issued.lost(),
                    issued.face(),
                    issued.weave()));
        }
        return fillings;
    }

    private static Set<Integer> seen(int[][] counts, int from, int to) {
        Set<Integer> seen = new HashSet<>();
        for (int line = from; line < to; line++) {
            for (int index = 0; index < counts[line].length; index++) {
                if (counts[line][index] > 0) {
                    seen.add(index);
                }
            }
        }
        return seen;
    }

    /** The band where most of each colour lies. */
    private static List<Integer> homes(int[][] counts, List<Band> made) {
        int colours = made.get(0).fillings().size();
        Integer[] homes = new Integer[colours];
        Arrays.fill(homes, 0);
        long[] most = new long[colours];
        for (int at = 0; at < made.size(); at++) {
            long[] here = new long[colours];
            for (int line = made.get(at).from(); line < made.get(at).to(); line++) {
                for (int index = 0; index < colours; index++) {
                    here[index] += counts[line][index];
                }
            }
            for (int index = 0; index < colours; index++) {
                if (here[index] > most[index]) {
                    most[index] = here[index];
                    homes[index] = at;
                }
            }
        }
        return List.of(homes);
    }
}
