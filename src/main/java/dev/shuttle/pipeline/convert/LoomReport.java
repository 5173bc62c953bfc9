package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.analysis.Fidelity;
import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.cloth.WovenPaper;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Fitting;
import dev.shuttle.loom.convert.GradientUse;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.design.Gradients;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Seam;
import dev.shuttle.loom.design.Stretch;
import dev.shuttle.loom.harness.Harness;
import dev.shuttle.loom.weave.HookFit;
import dev.shuttle.recipe.Prices;
import dev.shuttle.report.Cleaned;
import dev.shuttle.report.Colourway;
import dev.shuttle.report.Loom;
import dev.shuttle.report.LoomBuilder;
import dev.shuttle.report.Machine;
import dev.shuttle.report.Patch;
import dev.shuttle.report.PickDensity;
import dev.shuttle.report.Pinned;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A design in the words of the report. */
final class LoomReport {
    private LoomReport() {}

    /**
     * What is known beside the design.
     *
     * @param fitting how the cloud's picture was laid on the source's proportions
     * @param paper of the picture as a point paper; null where it is none
     * @param ways other colours of the same cloth
     * @param prices null where none are given
     * @param plan how it is woven; null without a cloth
     * @param harness how the machine is tied; null where none is named
     */
    record Known(
            Fitting fitting,
            Loom.@Nullable Paper paper,
            Colourways ways,
            @Nullable Prices prices,
            @Nullable LoomPlan plan,
            @Nullable Harness harness) {}

    /**
     * @param words for the colours
     * @param threads how many threads the measuring of fidelity may use
     */
    static Loom of(LoomDesign design, Known known, Recipe recipe, ColourWords words, int threads) {
        PointPaper paper = design.pointPaper();
        Cloth cloth = design.cloth();
        Fidelity near = Fidelity.of(design.source(), paper, threads);
        LoomBuilder loom = Loom.of(paper.ends(), paper.lines(), words.swatches())
                .cleaned(new Cleaned(
                        design.cleaning().regionsRemoved(),
                        design.cleaning().pixelsChanged(),
                        design.cleaning().minRegion()))
                .fidelity(new dev.shuttle.report.Fidelity(
                        near.de2000Mean(), near.de2000P95(), near.ssim(), near.edgeF1()));
        loom.coloursAsked(design.coloursAsked()).paper(known.paper()).pinned(pinned(recipe, paper, cloth));
        List<Colourway> ways = known.ways().report(recipe.fabric() != null);
        loom.colourways(ways);
        GradientUse gradients = design.gradients();
        if (gradients.used() != null) {
            loom.gradients(word(gradients.asked()), word(gradients.used()), gradients.share());
        }
        if (cloth != null) {
            Fidelity woven = Fidelity.of(design.source(), WovenPaper.of(paper, cloth), threads);
            loom.cloth(
                    new Loom.ClothFidelity(
                            woven.de2000Mean(),
                            woven.de2000P95(),
                            woven.edgeF1(),
                            cloth.colouring().lostShare(paper.palette())),
                    cloth.asked().stream()
                            .map(asked -> new Loom.Asked(
                                    asked.rgb().hex(),
                                    asked.share(),
                                    asked.woven().hex(),
                                    asked.difference()))
                            .toList());
        }
        Fitting fitting = known.fitting();
        if (fitting.cut() > 0 || fitting.added() > 0) {
            loom.fitted(fitting.cut(), fitting.added());
        }
        if (design.repeat() != Repeat.NONE) {
            loom.seam(Seam.mismatch(paper, design.repeat()));
        }
        if (cloth != null && known.plan() != null) {
            loom.harness(known.plan().report(cloth));
        } else if (known.harness() != null) {
            loom.harness(LoomPlan.unwoven(known.harness()));
        }
        return woven(paper, cloth, recipe, words.names(), ways, known.prices(), known.harness(), loom);
    }

    private static List<Pinned> pinned(Recipe recipe, PointPaper paper, @Nullable Cloth cloth) {
        List<Pinned> pinned = new ArrayList<>();
        for (Rgb named : recipe.pinned()) {
            PaletteColour shown = paper.palette().colours().stream()
                    .filter(colour -> colour.rgb().equals(named))
                    .findFirst()
                    .orElse(null);
            double lost = shown == null || cloth == null ? 0 : lost(cloth, shown.index());
            pinned.add(
                    new Pinned(named.hex(), recipe.protect().contains(named), shown == null ? 0 : shown.share(), lost));
        }
        return pinned;
    }

    /** The share of a colour's cells that show another one: all of them where it is woven as one. */
    private static double lost(Cloth cloth, int index) {
        Filling filling = cloth.colouring().fillings().get(index);
        return filling.difference() > Filling.LOST ? 1 : filling.lost();
    }

    private static String word(Gradients way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    /** A blanket, of which nothing was cleaned and which is near to nothing. */
    static Loom of(
            Blanket blanket,
            LoomPlan plan,
            Recipe recipe,
            ColourWords words,
            List<Patch> patches,
            @Nullable Prices prices) {
        PointPaper paper = blanket.paper();
        LoomBuilder loom =
                Loom.of(paper.ends(), paper.lines(), words.swatches()).patches(patches);
        loom.harness(plan.report(blanket.cloth()));
        return woven(paper, blanket.cloth(), recipe, words.names(), List.of(), prices, plan.harness(), loom);
    }

    private static Loom woven(
            PointPaper paper,
            @Nullable Cloth cloth,
            Recipe recipe,
            YarnNames names,
            List<Colourway> ways,
            @Nullable Prices prices,
            @Nullable Harness harness,
            LoomBuilder loom) {
        if (harness == null) {
            machine(paper, cloth, recipe, loom);
        }
        boolean sized = recipe.fabric() != null;
        if (cloth != null) {
            WeaveReport.add(cloth, sized, names, ways, prices, loom);
        }
        // Without a fabric a cell is a pixel, and a size in cm would be invented.
        return !sized
                ? loom.build()
                : loom.density(paper.density().endsPerCm(), paper.density().linesPerCm())
                        .densities(densities(paper, cloth))
                        .build();
    }

    /** Where the pick density changes; none where it does not. */
    private static List<PickDensity> densities(PointPaper paper, @Nullable Cloth cloth) {
        List<PickDensity> densities = new ArrayList<>();
        int line = 0;
        int picks = cloth == null ? paper.lines() : cloth.plan().picks().picks();
        for (Stretch stretch : paper.density().stretches()) {
            int to = line + stretch.lines();
            int top = cloth == null ? line : cloth.firstRow(line);
            int bottom = cloth == null ? to : cloth.firstRow(to);
            densities.add(new PickDensity(
                    line + 1,
                    to,
                    picks - bottom + 1,
                    picks - top,
                    stretch.linesPerCm(),
                    (bottom - top) / stretch.cm(),
                    stretch.cm()));
            line = to;
        }
        return densities;
    }

    /** How the repeat lies on a machine of which the hooks are known and no more; of a harness its own plan tells. */
    private static void machine(PointPaper paper, @Nullable Cloth cloth, Recipe recipe, LoomBuilder loom) {
        Integer hooks = recipe.fabric() == null ? null : recipe.fabric().hooks();
        if (hooks != null) {
            int used = cloth == null ? paper.ends() : cloth.plan().hooks();
            int repeat = cloth == null ? 1 : cloth.hooksRepeat();
            int selvedges = cloth == null ? 0 : cloth.selvedgeEnds();
            HookFit fit = HookFit.of(Math.max(1, hooks - selvedges), used);
            List<Integer> nearest = fit.idle() == 0 ? List.of() : HookFit.nearest(fit.machineHooks(), used, repeat);
            loom.machine(new Machine(hooks, selvedges, used, fit.repeats(), fit.idle(), nearest));
        }
    }
}
