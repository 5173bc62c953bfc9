package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.harness.Harness;
import dev.shuttle.loom.harness.HarnessException;
import dev.shuttle.loom.harness.Hook;
import dev.shuttle.loom.harness.Hook.Area;
import dev.shuttle.loom.harness.HookMap;
import dev.shuttle.loom.harness.LoomPick;
import dev.shuttle.loom.harness.LoomPicks;
import dev.shuttle.loom.harness.Warp;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.PickPlan;
import dev.shuttle.loom.weave.WeaveAnalysis;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A cloth as its machine weaves it.
 *
 * @param picks in the order of weaving
 * @param harness null where no machine is named
 * @param map which hook lifts which ends; null where there is no machine, or it does not fit
 * @param lifts of the machine's hooks; null likewise
 * @param misfit why it does not fit; null where it does
 */
record LoomPlan(
        List<LoomPick> picks,
        @Nullable Harness harness,
        @Nullable HookMap map,
        @Nullable BitGrid lifts,
        @Nullable String misfit) {
    LoomPlan {
        picks = List.copyOf(picks);
    }

    /**
     * @param harness null where no machine is named
     * @throws HarnessException where two unlike ends hang on one hook, the tie has no such width, or the weft selector too few hooks;
     *     a machine that is too narrow is told of
     */
    static LoomPlan of(Cloth cloth, @Nullable Harness harness) throws HarnessException {
        if (harness == null) {
            return new LoomPlan(LoomPicks.of(rows(cloth), cloth.lifts(), null), null, null, null, null);
        }
        List<LoomPick> picks = picks(cloth, harness);
        Warp warp = new Warp(cloth.plan().hooks(), cloth.plan().mainsPerBinder(), cloth.selvedgeEnds() / 2);
        int most = harness.most(warp.selvedge());
        if (warp.mains() > most) {
            String misfit = "the design has " + warp.mains() + " ends, and the machine of " + harness.hooks()
                    + " hooks takes " + most;
            return new LoomPlan(picks, harness, null, null, misfit);
        }
        HookMap map = HookMap.of(harness, warp);
        BitGrid lifts = map.lift(cloth.lifts());
        LoomPicks.liftAuxiliary(lifts, harness, picks);
        return new LoomPlan(picks, harness, map, lifts, null);
    }

    /** A blanket shows what yarns make of each other, also where the tie is for other designs: then its hooks have no plan. */
    static LoomPlan ofBlanket(Cloth cloth, @Nullable Harness harness) {
        try {
            return of(cloth, harness);
        } catch (HarnessException e) {
            return new LoomPlan(picks(cloth, Objects.requireNonNull(harness)), harness, null, null, e.message());
        }
    }

    private static List<LoomPick> picks(Cloth cloth, Harness harness) {
        return LoomPicks.of(rows(cloth), cloth.lifts(), harness.boxes());
    }

    private static LoomPicks.Rows rows(Cloth cloth) {
        PickPlan wefts = cloth.plan().picks();
        int[] lines = cloth.lines();
        int[] bands = new int[lines.length];
        boolean[] advances = new boolean[lines.length];
        boolean[] bobbins = new boolean[lines.length];
        List<Band> all = cloth.colouring().bands();
        for (int row = 0; row < lines.length; row++) {
            int line = lines[row];
            bands[row] = (int) all.stream().filter(band -> band.to() <= line).count();
            // the further wefts of a brocade, and bobbins, lie over the ground and take no room of their own
            bobbins[row] = cloth.isOfBobbins(row);
            advances[row] = !bobbins[row] && (cloth.order().kind() != StructureKind.BROCADE || wefts.weft(row) == 0);
        }
        return new LoomPicks.Rows(wefts, cloth.shuttles(), lines, bands, takeUps(cloth, lines, advances), bobbins);
    }

    /** The height of its line in equal parts on the picks after which the take-up goes on, mm. */
    private static double[] takeUps(Cloth cloth, int[] lines, boolean[] advances) {
        if (!cloth.isOfLines()) {
            return Arrays.stream(cloth.rooms()).map(cm -> 10 * cm).toArray();
        }
        Density density = cloth.density();
        Map<Integer, Long> onALine = IntStream.range(0, lines.length)
                .filter(row -> advances[row])
                .boxed()
                .collect(Collectors.groupingBy(row -> lines[row], Collectors.counting()));
        return IntStream.range(0, lines.length)
                .mapToDouble(row ->
                        advances[row] ? 10 / density.linesPerCm(lines[row]) / onALine.getOrDefault(lines[row], 1L) : 0)
                .toArray();
    }

    /** In the words of the report; null where no machine is named. */
    dev.shuttle.report.@Nullable Harness report(Cloth cloth) {
        return harness == null ? null : report(harness, cloth);
    }

    /** In the words of the report, a machine on which nothing is woven. */
    static dev.shuttle.report.Harness unwoven(Harness harness) {
        return new LoomPlan(List.of(), harness, null, null, "no structure is named, and nothing is woven on it")
                .report(harness, null);
    }

    private dev.shuttle.report.Harness report(Harness harness, @Nullable Cloth cloth) {
        int weaveRepeat = cloth == null ? 0 : cloth.hooksRepeat();
        return new dev.shuttle.report.Harness(
                harness.machine(),
                harness.tie().name().toLowerCase(Locale.ROOT),
                map == null ? null : sections(map),
                harness.hooks(),
                map == null ? 0 : map.first(Area.FIGURE),
                count(Area.FIGURE),
                count(Area.SELVEDGE_LEFT) + count(Area.SELVEDGE_RIGHT),
                harness.auxiliary().selector(),
                harness.auxiliary().regulator(),
                harness.auxiliary().box(),
                count(Area.CAST_OUT),
                count(Area.IDLE),
                map == null ? 0 : idleLeft(map),
                map == null ? 0 : map.mostCords(),
                map == null ? 0 : map.cloth().size(),
                weaveRepeat,
                map == null ? 0 : map.breaks(weaveRepeat),
                map == null || cloth == null ? 0 : longestWeft(cloth),
                harness.boxes() == null ? null : Integer.valueOf(harness.boxes().left()),
                harness.boxes() == null ? null : Integer.valueOf(harness.boxes().right()),
                flights(LoomPick.Flight::isOdd),
                flights(flight -> flight.to() == 0),
                misfit);
    }

    private static String sections(HookMap map) {
        return map.sections().stream()
                .map(section ->
                        section.from() + "-" + section.to() + (section.times() == 1 ? "" : " x" + section.times()))
                .collect(Collectors.joining(", "));
    }

    private int count(Area area) {
        return map == null ? 0 : (int) map.count(area);
    }

    private static int idleLeft(HookMap map) {
        return (int) map.hooks().stream()
                .takeWhile(hook -> hook.ends().isEmpty())
                .filter(hook -> hook.area() == Area.IDLE)
                .count();
    }

    /** On either face, along the picks of the whole width. */
    private int longestWeft(Cloth cloth) {
        if (map == null || !map.isRepeated()) {
            return Math.max(
                    cloth.analysis().longest().weftFace(),
                    cloth.analysis().longest().weftBack());
        }
        WeaveAnalysis tied =
                WeaveAnalysis.of(map.cloth(cloth.lifts()), cloth.plan().picks());
        return Math.max(tied.longest().weftFace(), tied.longest().weftBack());
    }

    private @Nullable Integer flights(Predicate<LoomPick.Flight> which) {
        if (harness == null || harness.boxes() == null) {
            return null;
        }
        int count = 0;
        for (LoomPick pick : picks) {
            LoomPick.Flight flight = pick.flight();
            count += flight != null && which.test(flight) ? 1 : 0;
        }
        return count;
    }

    /** The rows of {@code hooks.csv}. */
    List<Hook> hooks() {
        return map == null ? List.of() : map.hooks();
    }
}
