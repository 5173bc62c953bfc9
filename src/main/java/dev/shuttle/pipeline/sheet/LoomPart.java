package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Fact;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Machine;
import dev.shuttle.report.Weave;
import java.util.ArrayList;
import java.util.List;

/** Loom 上机 and jacquard 装造. */
final class LoomPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        return List.of(
                new SheetBlock.Facts(words.say("loom"), loom(facts, words)),
                new SheetBlock.Facts(words.say("jacquard"), jacquard(facts, words)));
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

    private static List<Fact> jacquard(SheetFacts facts, SheetWords words) {
        Machine machine = facts.loom().machine();
        List<Fact> all = new ArrayList<>();
        all.add(words.fact(
                "jacquard.used",
                SheetValue.computed(SheetWords.number(facts.loom().hooks(), 0))));
        if (machine == null) {
            all.add(words.blank("jacquard.hooks"));
            all.add(words.blank("jacquard.repeats"));
            all.add(words.blank("jacquard.idle"));
        } else {
            all.add(words.fact("jacquard.hooks", SheetValue.given(String.valueOf(machine.hooks()))));
            all.add(words.fact("jacquard.repeats", SheetValue.computed(String.valueOf(machine.repeats()))));
            all.add(words.fact("jacquard.idle", SheetValue.computed(String.valueOf(machine.idle()))));
            all.add(words.fact("jacquard.selvedges", SheetValue.computed(String.valueOf(machine.selvedges()))));
        }
        all.add(words.blank("jacquard.cords"));
        all.add(words.blank("jacquard.sections"));
        all.add(words.blank("jacquard.board"));
        all.add(words.blank("jacquard.auxiliary"));
        return all;
    }
}
