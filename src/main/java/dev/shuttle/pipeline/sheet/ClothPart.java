package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Fact;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Floats;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Weave;
import dev.shuttle.report.Yarn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The finished cloth 成品规格. */
final class ClothPart implements WorkSheet.Part {
    /** A momme 姆米 in g/m². */
    private static final double MOMME = 4.3056;

    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        Loom loom = facts.loom();
        Weave weave = facts.weave();
        Fabric fabric = facts.fabric();
        List<Fact> all = new ArrayList<>();
        all.add(words.fact(
                "cloth.structure", SheetValue.given(words.say("structure." + String.valueOf(loom.structure())))));
        all.add(
                weave.satin() == null
                        ? words.blank("cloth.weave")
                        : words.fact("cloth.weave", SheetValue.given(weave.satin())));
        all.add(words.fact("cloth.width", said(loom.widthCm(), "cm", fabric != null && fabric.widthCm() != null)));
        all.add(words.fact("cloth.height", said(loom.heightCm(), "cm", fabric != null && fabric.heightCm() != null)));
        all.add(words.fact(
                "cloth.ends", density(loom.endsPerCm(), fabric != null && fabric.endsPerCm() != null, words)));
        all.add(words.fact(
                "cloth.lines", density(loom.picksPerCm(), fabric != null && fabric.picksPerCm() != null, words)));
        all.add(words.fact("cloth.all_ends", density(weave.endsPerCm(), false, words)));
        all.add(words.fact("cloth.all_picks", density(weave.picksPerCm(), false, words)));
        all.add(words.fact("cloth.mass", mass(weave.gramsPerSquareMetre(), loom.yarn(), words)));
        all.add(words.blank("cloth.tolerance"));
        Floats floats = loom.floats();
        all.add(words.fact(
                "cloth.floats",
                SheetValue.computed(
                        floats == null ? "–" : words.say("cloth.floats.value", floats.warpMax(), floats.weftMax()))));
        all.add(words.fact("cloth.firmness", SheetValue.computed(SheetWords.percent(weave.firmness()))));
        Weave.Selvedge selvedge = weave.selvedge();
        all.add(words.fact(
                "cloth.selvedge",
                selvedge == null
                        ? SheetValue.given(words.say("none"))
                        : SheetValue.given(words.say(
                                "cloth.selvedge.value", selvedge.ends(), words.say("weave." + selvedge.weave())))));
        all.add(words.blank("cloth.fibres"));
        all.add(words.blank("cloth.outer_width"));
        all.add(words.blank("cloth.shrinkage"));
        return List.of(new SheetBlock.Facts(words.say("cloth"), all));
    }

    private static SheetValue said(@Nullable Double value, String unit, boolean given) {
        String text = SheetWords.number(value, 2) + " " + unit;
        return value == null ? SheetValue.BLANK : given ? SheetValue.given(text) : SheetValue.computed(text);
    }

    private static SheetValue density(@Nullable Double perCm, boolean given, SheetWords words) {
        if (perCm == null) {
            return SheetValue.BLANK;
        }
        String text = words.say("per_10cm", SheetWords.number(10 * perCm, 1), SheetWords.number(perCm, 3));
        return given ? SheetValue.given(text) : SheetValue.computed(text);
    }

    /** Reckoned where all counts are known, else as good as they are. */
    private static SheetValue mass(@Nullable Double grams, List<Yarn> yarns, SheetWords words) {
        if (grams == null) {
            return SheetValue.BLANK;
        }
        String text = SheetWords.number(grams, 1) + " g/m² = " + SheetWords.number(grams / MOMME, 1) + " "
                + words.say("momme");
        return yarns.stream().allMatch(yarn -> Yarn.CARD.equals(yarn.texFrom()))
                ? SheetValue.computed(text)
                : SheetValue.assumed(text + " ± 15 %");
    }
}
