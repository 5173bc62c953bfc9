package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import java.util.List;

/** The yarn that one repeat takes 用丝量. */
final class YarnPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        return List.of(new SheetBlock.Table(
                words.say("need"),
                words.headings("system", "yarn", "need.threads", "need.metres", "need.grams"),
                facts.loom().yarn().stream()
                        .map(yarn -> Row.of(
                                YarnCells.chip(yarn),
                                List.of(
                                        SheetValue.of(words.say("system." + yarn.system())),
                                        YarnCells.name(yarn),
                                        YarnCells.threads(yarn),
                                        SheetValue.computed(SheetWords.number(yarn.metres(), 1)),
                                        YarnCells.grams(yarn))))
                        .toList()));
    }
}
