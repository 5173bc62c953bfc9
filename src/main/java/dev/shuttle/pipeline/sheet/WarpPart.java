package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Weave;
import java.util.List;

/** The ends 经纱, and in which order they lie. */
final class WarpPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        Weave weave = facts.weave();
        List<Row> rows = facts.loom().yarn().stream()
                .filter(yarn -> !yarn.system().equals("weft") && !yarn.system().equals("brocading"))
                .map(yarn -> Row.of(
                        YarnCells.chip(yarn),
                        List.of(
                                SheetValue.of(words.say("system." + yarn.system())),
                                YarnCells.name(yarn),
                                YarnCells.count(yarn),
                                YarnCells.threads(yarn),
                                SheetValue.BLANK,
                                SheetValue.BLANK)))
                .toList();
        int mains = weave.ends() - weave.binders();
        return List.of(
                new SheetBlock.Table(
                        words.say("warp"),
                        words.headings("system", "yarn", "count", "warp.ends", "material", "ply_twist"),
                        rows),
                new SheetBlock.Facts(
                        words.say("warp.order"),
                        List.of(
                                words.fact("warp.all", SheetValue.computed(String.valueOf(weave.ends()))),
                                words.fact(
                                        "warp.ratio",
                                        weave.binders() == 0
                                                ? SheetValue.of(words.say("none"))
                                                : SheetValue.computed(
                                                        words.say("warp.ratio.value", mains, weave.binders()))),
                                words.blank("warp.beams"),
                                words.blank("warp.length"),
                                words.blank("warp.draft"),
                                words.blank("warp.sizing"))));
    }
}
