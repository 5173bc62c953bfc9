package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import java.util.List;

/** Finishing and tests, which the mill fills in. */
final class FinishPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        return List.of(new SheetBlock.Facts(
                words.say("finish"),
                List.of(
                        words.blank("finish.finishing"),
                        words.blank("finish.width"),
                        words.blank("finish.density"),
                        words.blank("finish.fastness"),
                        words.blank("finish.de"),
                        words.blank("finish.swatch"))));
    }
}
