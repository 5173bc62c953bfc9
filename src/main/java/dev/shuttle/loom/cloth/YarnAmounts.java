package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.weave.PickPlan;
import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.weave.WeftFaced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The yarn that one repeat takes. A weft runs the whole width on each of its picks, whether it shows or not.
 *
 * @param uses one for each yarn of a system
 * @param gramsPerSquareMetre of the cloth, without waste
 * @param minutes to weave it
 */
public record YarnAmounts(List<YarnUse> uses, double gramsPerSquareMetre, double minutes) {
    /** A bobbin turns at both edges of its area on each pick, 5 mm each; a guess, as no source has it. */
    private static final double TURNS_CM = 1;

    public YarnAmounts {
        uses = List.copyOf(uses);
    }

    /** The amounts of a cloth whose density is known; counts that its order does not know are assumed from it. */
    public static YarnAmounts of(Cloth cloth, YarnRules rules) {
        YarnCounts counts = cloth.order().counts();
        List<YarnUse> wefts = new ArrayList<>();
        wefts(cloth, rules, counts, wefts);
        List<YarnUse> uses = new ArrayList<>();
        warp(cloth, rules, counts, meanTex(wefts), uses);
        uses.addAll(wefts);
        brocading(cloth, rules, counts, uses);
        double grams = uses.stream().mapToDouble(YarnUse::grams).sum() / (1 + rules.waste());
        double squareMetres = (cloth.widthCm() + cloth.selvedgeCm()) * cloth.heightCm() / 10_000;
        double minutes = cloth.plan().picks().picks() / (rules.picksPerMinute() * rules.efficiency());
        return new YarnAmounts(uses, grams / squareMetres, minutes);
    }

    /** What a square metre of the same cloth would weigh with other wefts. */
    public double gramsPerSquareMetre(Cloth cloth, WeftTrial trial) {
        List<YarnUse> wefts =
                uses.stream().filter(use -> use.system() == YarnSystem.WEFT).toList();
        double all = uses.stream().mapToDouble(YarnUse::grams).sum();
        double share = 1 - wefts.stream().mapToDouble(YarnUse::grams).sum() / all;
        double interlacings = interlacingsPerCm(cloth);
        double longer = (1 + YarnRules.warpCrimp(interlacings, trial.tex()))
                / (1 + YarnRules.warpCrimp(interlacings, meanTex(wefts)));
        double picksPerCm = trial.picksPerLine() * cloth.density().linesPerCm();
        return gramsPerSquareMetre * share * longer + picksPerCm * trial.tex() * (1 + YarnRules.USUAL.weftCrimp()) / 10;
    }

    /** The wefts' diameters in the room of a line where lines lie closest, all together, on average. */
    public double weftCover(Cloth cloth, YarnRules rules) {
        return uses.stream()
                        .filter(use -> use.system() == YarnSystem.WEFT)
                        .mapToDouble(use ->
                                use.threads() * rules.cover(cloth.density().mostLinesPerCm(), use.tex()))
                        .sum()
                / cloth.faces().lines();
    }

    private static double meanTex(List<YarnUse> wefts) {
        return wefts.stream().mapToDouble(use -> use.threads() * use.tex()).sum()
                / wefts.stream().mapToLong(YarnUse::threads).sum();
    }

    private static void warp(Cloth cloth, YarnRules rules, YarnCounts counts, double weftTex, List<YarnUse> uses) {
        double crimp = YarnRules.warpCrimp(interlacingsPerCm(cloth), weftTex);
        double lengthM = cloth.heightCm() / 100 * (1 + crimp);
        List<Rgb> colours = cloth.colouring().warp();
        int mains = cloth.plan().hooks();
        boolean jin = cloth.structure() instanceof WarpFaced;
        double assumed = warpTex(cloth, rules);
        double tex = counts.warp(assumed);
        for (int i = 0; i < colours.size(); i++) {
            double own = jin ? counts.shown(colours.get(i), tex) : tex;
            uses.add(use(YarnSystem.WARP, i, colours.get(i), mains / colours.size(), own, lengthM, rules));
        }
        if (cloth.selvedgeEnds() > 0) {
            uses.add(use(YarnSystem.SELVEDGE, 0, colours.get(0), cloth.selvedgeEnds(), tex, lengthM, rules));
        }
        int binders = cloth.plan().binders().columns();
        if (binders > 0) {
            double own = counts.binder(YarnRules.BINDER_COUNT * assumed);
            uses.add(use(YarnSystem.BINDER, 0, cloth.colouring().binder(), binders, own, lengthM, rules));
        }
    }

    private static void wefts(Cloth cloth, YarnRules rules, YarnCounts counts, List<YarnUse> uses) {
        double lengthM = (cloth.widthCm() + cloth.selvedgeCm()) / 100 * (1 + rules.weftCrimp());
        double tex = weftTex(cloth, rules);
        PickPlan plan = cloth.plan().picks();
        List<Rgb> colours = cloth.pickColours();
        for (int weft = 0; weft < Math.min(plan.wefts(), cloth.colouring().weftCount()); weft++) {
            boolean jin = cloth.structure() instanceof WarpFaced;
            boolean binds = jin && weft == 1;
            Map<Rgb, Long> picks = new LinkedHashMap<>();
            for (int row : plan.rows(weft)) {
                picks.merge(colours.get(row), 1L, Long::sum);
            }
            int number = weft;
            picks.forEach((colour, thrown) -> uses.add(use(
                    YarnSystem.WEFT,
                    number,
                    colour,
                    thrown,
                    binds ? counts.binder(YarnRules.BINDER_COUNT * tex) : jin ? tex : counts.shown(colour, tex),
                    lengthM,
                    rules)));
        }
    }

    private static void brocading(Cloth cloth, YarnRules rules, YarnCounts counts, List<YarnUse> uses) {
        for (Rgb yarn : cloth.brocading().yarns()) {
            List<BrocadedArea> areas = cloth.brocading().areas().stream()
                    .filter(area -> area.yarn().equals(yarn))
                    .toList();
            double tex = counts.shown(yarn, weftTex(cloth, rules));
            double metres = areas.stream()
                    .mapToDouble(area -> metres(area, cloth, rules))
                    .sum();
            long picks = areas.stream().mapToLong(area -> area.spans().size()).sum();
            int number = cloth.brocading().yarns().indexOf(yarn);
            uses.add(new YarnUse(YarnSystem.BROCADING, number, yarn, picks, tex, metres, metres * tex / 1000));
        }
    }

    /** The yarn of an area: its width on each pick, and what the turns at both edges take. */
    public static double metres(BrocadedArea area, Cloth cloth, YarnRules rules) {
        double straight = area.crossed() / cloth.density().endsPerCm() * (1 + rules.weftCrimp());
        return (straight + TURNS_CM * area.spans().size()) / 100 * (1 + rules.waste());
    }

    /** As fine as they must be where lines lie closest. */
    private static double weftTex(Cloth cloth, YarnRules rules) {
        return rules.tex(cloth.density().mostLinesPerCm(), WeftCover.of(cloth));
    }

    private static double warpTex(Cloth cloth, YarnRules rules) {
        if (cloth.structure() instanceof WarpFaced jin) {
            return rules.tex(cloth.density().endsPerCm(), WeftCover.ofWarps(jin.warps()));
        }
        // half as thick where wefts have to close up over them
        boolean covered = cloth.structure() instanceof WeftFaced;
        return rules.tex(cloth.density().endsPerCm(), covered ? rules.warpCover() / 2 : rules.warpCover());
    }

    /** Of an end, on average: each float begins with one. */
    private static double interlacingsPerCm(Cloth cloth) {
        long floats = Stream.of(cloth.analysis().warpFace(), cloth.analysis().warpBack())
                .flatMap(lengths -> lengths.counts().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return floats / (cloth.analysis().ends() * cloth.heightCm());
    }

    private static YarnUse use(
            YarnSystem system, int number, Rgb colour, long threads, double tex, double lengthM, YarnRules rules) {
        double metres = threads * lengthM * (1 + rules.waste());
        return new YarnUse(system, number, colour, threads, tex, metres, metres * tex / 1000);
    }
}
