package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import java.util.List;

/** The whole point paper, with the pages of its print. */
final class PicturePart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        return List.of(new SheetBlock.Whole(words.say("picture"), true));
    }
}
