package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Fact;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Weave;
import java.util.List;

/** On the loom 上机. */
final class LoomPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        return List.of(new SheetBlock.Facts(words.say("loom"), loom(facts, words)));
    }

    private static List<Fact> loom(SheetFacts facts, SheetWords words) {
        Weave weave = facts.weave();
        return List.of(
                words.blank("loom.reed_width"),
                words.blank("loom.reed"),
                words.blank("loom.denting"),
                words.blank("loom.machine"),
                facts.boxes() == null
                        ? words.blank("loom.boxes")
                        : words.fact("loom.boxes", SheetValue.given(String.valueOf(facts.boxes()))),
                words.blank("loom.speed"),
                words.fact("loom.shafts", SheetValue.computed(String.valueOf(weave.shafts()))),
                words.fact(
                        "loom.lift",
                        SheetValue.computed(words.say(
                                "loom.lift.value",
                                weave.lift().fewest(),
                                weave.lift().most(),
                                weave.lift().jump()))),
                words.fact(
                        "loom.minutes",
                        weave.minutes() == null
                                ? SheetValue.BLANK
                                : SheetValue.assumed(
                                        words.say("loom.minutes.value", SheetWords.number(weave.minutes(), 2)))));
    }
}
