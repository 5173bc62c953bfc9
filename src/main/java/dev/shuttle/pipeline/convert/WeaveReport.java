package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.cloth.WeftTrial;
import dev.shuttle.loom.cloth.YarnAmounts;
import dev.shuttle.loom.cloth.YarnRules;
import dev.shuttle.loom.cloth.YarnSystem;
import dev.shuttle.loom.cloth.YarnUse;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.draft.Drafting;
import dev.shuttle.loom.weave.FloatBounds;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.LiftLoad;
import dev.shuttle.loom.weave.Mending;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.weave.Selvedge;
import dev.shuttle.loom.weave.UnitWeave;
import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.weave.WeaveAnalysis;
import dev.shuttle.loom.weave.WeftFloats;
import dev.shuttle.recipe.Prices;
import dev.shuttle.report.Colourway;
import dev.shuttle.report.Floats;
import dev.shuttle.report.Loom;
import dev.shuttle.report.LoomBuilder;
import dev.shuttle.report.Weave;
import dev.shuttle.report.Yarn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cloth in the words of the report. */
final class WeaveReport {
    private static final double MM_PER_CM = 10;
    private static final double MINUTES_AN_HOUR = 60;

    private WeaveReport() {}

    /**
     * @param sized whether the density is the cloth's, so that centimetres mean something
     * @param names of the yarns, and their counts
     * @param ways other colours of the same cloth
     * @param prices null where none are given
     */
    static void add(
            Cloth cloth,
            boolean sized,
            YarnNames names,
            List<Colourway> ways,
            @Nullable Prices prices,
            LoomBuilder loom) {
        WeaveAnalysis analysis = cloth.analysis();
        FloatBounds longest = analysis.longest();
        YarnAmounts amounts = sized ? YarnAmounts.of(cloth, YarnRules.USUAL) : null;
        List<Yarn> yarn = amounts == null ? List.of() : yarn(cloth, amounts, names);
        if (amounts != null && prices != null) {
            loom.cost(CostReport.of(yarn, ways, cloth.heightCm() / 100, cloth.allPicksPerCm(), prices));
        }
        calibration(cloth, loom);
        loom.structure(word(cloth.order().kind()), analysis.picks())
                .floats(new Floats(
                        Math.max(longest.warpFace(), longest.warpBack()),
                        Math.max(longest.weftFace(), longest.weftBack()),
                        cloth.floatLimit(),
                        analysis.all().over(cloth.floatLimit()),
                        new TreeMap<>(analysis.all().counts())))
                .hooks(analysis.ends() + cloth.selvedgeEnds())
                .interlacings(analysis.interlacings())
                .hangsTogether(analysis.hangsTogether())
                .yarn(yarn)
                .weftsConsidered(cloth.trials().stream()
                        .map(trial -> considered(trial, cloth, amounts))
                        .toList())
                .brocading(BrocadingReport.of(cloth, amounts, names))
                .weave(weave(cloth, amounts));
    }

    private static void calibration(Cloth cloth, LoomBuilder loom) {
        Calibration by = cloth.order().calibration();
        if (by != null) {
            List<Rgb> yarns = new ArrayList<>(cloth.colouring().warp());
            yarns.add(cloth.colouring().binder());
            cloth.colouring().bands().forEach(band -> yarns.addAll(band.wefts()));
            loom.calibration(new Loom.Calibration(
                    by.name(),
                    by.quality().patches(),
                    by.quality().leftOut(),
                    by.unmeasured(yarns).stream().map(Rgb::hex).toList()));
        }
    }

    private static Loom.WeftsConsidered considered(WeftTrial trial, Cloth cloth, @Nullable YarnAmounts amounts) {
        boolean sized = amounts != null;
        double hours =
                trial.picks() / (YarnRules.USUAL.picksPerMinute() * YarnRules.USUAL.efficiency()) / MINUTES_AN_HOUR;
        return new Loom.WeftsConsidered(
                trial.wefts(),
                word(trial.kind()),
                trial.lost(),
                trial.difference(),
                sized ? Double.valueOf(trial.picksPerLine() * cloth.density().linesPerCm()) : null,
                amounts == null ? null : Double.valueOf(amounts.gramsPerSquareMetre(cloth, trial)),
                sized ? Double.valueOf(hours) : null,
                sized ? Double.valueOf(trial.tex()) : null,
                sized ? Double.valueOf(trial.cover()) : null);
    }

    static String word(StructureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Weave weave(Cloth cloth, @Nullable YarnAmounts amounts) {
        WeaveAnalysis analysis = cloth.analysis();
        FloatBounds bounds = cloth.structure().bounds();
        FloatBounds longest = analysis.longest();
        double warpMm = Math.max(longest.warpFace(), longest.warpBack()) * MM_PER_CM / cloth.allPicksPerCm();
        double weftMm = Math.max(longest.weftFace(), longest.weftBack()) * MM_PER_CM / cloth.allEndsPerCm();
        LiftLoad load = analysis.load();
        return new Weave(
                satin(cloth),
                analysis.ends(),
                cloth.plan().binders().columns(),
                amounts == null ? null : Double.valueOf(cloth.allEndsPerCm()),
                amounts == null ? null : Double.valueOf(cloth.allPicksPerCm()),
                new Weave.Proved(bounds.warpFace(), bounds.warpBack(), bounds.weftFace(), bounds.weftBack()),
                amounts == null ? null : Double.valueOf(warpMm),
                amounts == null ? null : Double.valueOf(weftMm),
                wefts(cloth),
                bands(cloth),
                selvedge(cloth),
                cloth.colouring().fillings().stream()
                        .map(filling -> colour(cloth, filling))
                        .toList(),
                analysis.liftedShare(),
                new Weave.Lift(load.fewest(), load.most(), load.mean(), load.jump()),
                List.of(analysis.fewestOfAnEnd(), analysis.mostOfAnEnd()),
                analysis.firmness(),
                Drafting.shafts(cloth.lifts()),
                amounts == null ? null : Double.valueOf(amounts.gramsPerSquareMetre()),
                amounts == null ? null : Double.valueOf(amounts.minutes()),
                amounts == null ? null : Double.valueOf(amounts.weftCover(cloth, YarnRules.USUAL)),
                named(cloth),
                mended(cloth.plan().mending()));
    }

    private static List<Weave.Named> named(Cloth cloth) {
        List<UnitWeave> weaves = cloth.structure().weaves().weaves();
        List<Weave.Named> named = new ArrayList<>();
        for (int i = 0; i < weaves.size(); i++) {
            UnitWeave weave = weaves.get(i);
            int number = i + 1;
            named.add(new Weave.Named(
                    weave.name(),
                    weave.ends(),
                    weave.lines(),
                    weave.longestFloat(),
                    weave.warpShare(),
                    cloth.colouring().fillings().stream()
                            .filter(filling -> filling.weave() == number)
                            .map(Filling::index)
                            .toList()));
        }
        return named;
    }

    private static Weave.@Nullable Mended mended(@Nullable Mending mending) {
        if (mending == null) {
            return null;
        }
        FloatBounds before = mending.before();
        return new Weave.Mended(
                mending.lifted(),
                mending.lowered(),
                mending.share(),
                Math.max(before.warpFace(), before.warpBack()),
                Math.max(before.weftFace(), before.weftBack()));
    }

    private static @Nullable String satin(Cloth cloth) {
        StructureKind kind = cloth.order().kind();
        if (!kind.isOfTones() && !kind.hasGround() && kind != StructureKind.WEFT_BACKED) {
            return null;
        }
        if (cloth.structure() instanceof Lampas lampas && lampas.groundWeave() != null) {
            return lampas.groundWeave().name();
        }
        Satin satin = Objects.requireNonNull(cloth.order().satin());
        return satin.ends() + "/" + satin.step();
    }

    private static List<Weave.Weft> wefts(Cloth cloth) {
        int[] uses = cloth.plan().picks().uses();
        List<Weave.Weft> wefts = new ArrayList<>();
        for (int weft = 0; weft < Math.min(uses.length, cloth.colouring().weftCount()); weft++) {
            WeftFloats floats = cloth.analysis().wefts().get(weft);
            wefts.add(new Weave.Weft(
                    weft + 1,
                    cloth.colouring().yarns(weft).stream().map(Rgb::hex).toList(),
                    uses[weft],
                    floats.face().longest(),
                    floats.back().longest()));
        }
        return wefts;
    }

    private static Weave.@Nullable Selvedge selvedge(Cloth cloth) {
        Selvedge selvedge = cloth.order().selvedge();
        return selvedge == null
                ? null
                : new Weave.Selvedge(
                        selvedge.ends(),
                        selvedge.weave().name().toLowerCase(Locale.ROOT),
                        selvedge.warpFloat(cloth.plan().picks(), cloth.shuttles()),
                        selvedge.weftFloat(cloth.lifts()),
                        selvedge.longestWarp(cloth.structure(), cloth.plan().picks(), cloth.shuttles()));
    }

    /** Where yarns change; none where no weft changes. */
    private static List<Weave.Band> bands(Cloth cloth) {
        List<Band> bands = cloth.colouring().bands();
        return bands.size() == 1
                ? List.of()
                : bands.stream().map(band -> band(cloth, band)).toList();
    }

    private static Weave.Band band(Cloth cloth, Band band) {
        int picks = cloth.plan().picks().picks();
        return new Weave.Band(
                band.from() + 1,
                band.to(),
                picks - cloth.firstRow(band.to()) + 1,
                picks - cloth.firstRow(band.from()),
                band.wefts().stream().map(Rgb::hex).toList());
    }

    private static Weave.Colour colour(Cloth cloth, Filling filling) {
        OptionalInt with = cloth.colouring().mergedWith(filling.index());
        return new Weave.Colour(
                filling.index(),
                filling.woven().hex(),
                filling.difference(),
                with.isPresent() ? with.getAsInt() : null);
    }

    static List<Yarn> yarn(Cloth cloth, YarnAmounts amounts, YarnNames names) {
        YarnSystem shown = cloth.structure() instanceof WarpFaced ? YarnSystem.WARP : YarnSystem.WEFT;
        return amounts.uses().stream()
                .map(use -> new Yarn(
                        use.system().name().toLowerCase(Locale.ROOT),
                        (use.number() + 1) + " · " + names.of(use, use.system() == shown),
                        use.colour().hex(),
                        use.tex(),
                        use.metres(),
                        use.grams(),
                        use.threads(),
                        isKnown(use, cloth.order().counts(), shown) ? Yarn.CARD : Yarn.ASSUMED))
                .toList();
    }

    private static boolean isKnown(YarnUse use, YarnCounts counts, YarnSystem shown) {
        if (use.system() == shown && counts.shown().containsKey(use.colour())) {
            return true;
        }
        return switch (use.system()) {
            case WARP, SELVEDGE -> counts.warp() != null;
            case BINDER -> counts.binder() != null;
            case WEFT -> shown == YarnSystem.WARP && use.number() == 1 && counts.binder() != null;
            case BROCADING -> counts.shown().containsKey(use.colour());
        };
    }
}
