package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Brocading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brocading 挖花: the bobbins, their yarns, and each area that one weaves. */
final class BrocadingPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        Brocading brocading = facts.loom().brocading();
        if (brocading == null || brocading.areas().isEmpty()) {
            return List.of();
        }
        return List.of(
                new SheetBlock.Facts(
                        words.say("brocading"),
                        List.of(
                                words.fact(
                                        "brocading.areas",
                                        counted(brocading.areas().size())),
                                words.fact("brocading.bobbins", counted(brocading.bobbinsAtOnce())),
                                words.fact("brocading.sheds", counted(brocading.picks())))),
                new SheetBlock.Table(
                        words.say("brocading.counts"),
                        words.headings("yarn", "count", "weft.picks", "material", "ply_twist"),
                        YarnCells.counts(facts.loom(), "brocading")),
                new SheetBlock.Table(
                        words.say("brocading.list"),
                        words.headings(
                                "brocading.number",
                                "yarn",
                                "bands.lines",
                                "brocading.ends",
                                "brocading.width",
                                "brocading.at_once",
                                "weft.picks",
                                "need.metres",
                                "need.grams"),
                        brocading.areas().stream().map(BrocadingPart::row).toList()));
    }

    private static Row row(Brocading.Area area) {
        return Row.of(
                Rgb.parse(area.rgb()),
                List.of(
                        SheetValue.of(String.valueOf(area.number())),
                        SheetValue.of(area.name()),
                        SheetValue.computed(area.fromLine() + "–" + area.toLine()),
                        SheetValue.computed(area.fromEnd() + "–" + area.toEnd()),
                        area.widthCm() == null
                                ? SheetValue.of("–")
                                : SheetValue.computed(SheetWords.number(area.widthCm(), 2)),
                        counted(area.bobbins()),
                        counted(area.picks()),
                        yarn(area.metres(), 2),
                        yarn(area.grams(), 3)));
    }

    private static SheetValue counted(int number) {
        return SheetValue.computed(String.valueOf(number));
    }

    /** What a turn at the edge takes nobody has measured. */
    private static SheetValue yarn(@Nullable Double amount, int decimals) {
        return amount == null ? SheetValue.of("–") : SheetValue.assumed(SheetWords.number(amount, decimals));
    }
}
