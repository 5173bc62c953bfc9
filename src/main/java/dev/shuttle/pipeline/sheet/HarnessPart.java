package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Fact;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Harness;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The jacquard 装造: its hooks, and how they are tied where a machine is named. */
final class HarnessPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        Harness harness = facts.loom().harness();
        List<Fact> all = new ArrayList<>();
        all.add(words.fact(
                "jacquard.used",
                SheetValue.computed(SheetWords.number(facts.loom().hooks(), 0))));
        if (harness == null) {
            untied(facts.loom(), words, all);
        } else {
            tied(harness, words, all);
        }
        all.add(words.blank("jacquard.sections"));
        all.add(words.blank("jacquard.board"));
        return List.of(new SheetBlock.Facts(words.say("jacquard"), all));
    }

    private static void untied(Loom loom, SheetWords words, List<Fact> all) {
        Machine machine = loom.machine();
        if (machine == null) {
            all.add(words.blank("jacquard.hooks"));
            all.add(words.blank("jacquard.repeats"));
            all.add(words.blank("jacquard.idle"));
        } else {
            all.add(words.fact("jacquard.hooks", SheetValue.given(String.valueOf(machine.hooks()))));
            all.add(words.fact("jacquard.repeats", counted(machine.repeats())));
            all.add(words.fact("jacquard.idle", counted(machine.idle())));
            all.add(words.fact("jacquard.selvedges", counted(machine.selvedges())));
        }
        all.add(words.blank("jacquard.cords"));
        all.add(words.blank("jacquard.auxiliary"));
    }

    private static void tied(Harness harness, SheetWords words, List<Fact> all) {
        all.add(
                harness.machine() == null
                        ? words.blank("jacquard.machine")
                        : words.fact("jacquard.machine", SheetValue.given(harness.machine())));
        all.add(words.fact("jacquard.hooks", SheetValue.given(String.valueOf(harness.hooks()))));
        all.add(words.fact("jacquard.tie", SheetValue.given(words.say("tie." + harness.tie()))));
        if (harness.misfit() == null) {
            fitting(harness, words, all);
        } else {
            all.add(words.fact("jacquard.misfit", SheetValue.computed(harness.misfit())));
        }
        auxiliary(harness, words, all);
    }

    private static void fitting(Harness harness, SheetWords words, List<Fact> all) {
        all.add(words.fact("jacquard.order", SheetValue.computed(Objects.requireNonNullElse(harness.sections(), "–"))));
        all.add(words.fact(
                "jacquard.figure",
                SheetValue.computed(words.say("jacquard.figure.value", harness.figureFirst(), harness.figureHooks()))));
        all.add(words.fact("jacquard.selvedges", counted(harness.selvedgeHooks())));
        all.add(words.fact(
                "jacquard.idle",
                SheetValue.computed(words.say("jacquard.idle.value", harness.idle(), harness.idleLeft()))));
        all.add(words.fact("jacquard.cast_out", counted(harness.castOut())));
        all.add(words.fact("jacquard.cords", counted(harness.mostCords())));
        all.add(words.fact("jacquard.ends", counted(harness.clothEnds())));
        all.add(words.fact("jacquard.weave", counted(harness.weaveRepeat())));
        all.add(words.fact("jacquard.breaks", counted(harness.breaks())));
        all.add(words.fact("jacquard.float", counted(harness.longestWeft())));
    }

    private static void auxiliary(Harness harness, SheetWords words, List<Fact> all) {
        all.add(hooks("jacquard.selector", harness.selector(), words));
        Integer regulator = harness.regulator();
        all.add(hooks("jacquard.regulator", regulator == null ? List.of() : List.of(regulator), words));
        all.add(hooks("jacquard.box", harness.box(), words));
        if (harness.boxesLeft() != null && harness.boxesRight() != null) {
            all.add(words.fact(
                    "jacquard.boxes",
                    SheetValue.given(words.say("jacquard.boxes.value", harness.boxesLeft(), harness.boxesRight()))));
            all.add(words.fact("jacquard.odd", counted(Objects.requireNonNullElse(harness.oddRuns(), 0))));
            all.add(words.fact("jacquard.full", counted(Objects.requireNonNullElse(harness.boxesFull(), 0))));
        }
    }

    private static Fact hooks(String key, List<Integer> hooks, SheetWords words) {
        return hooks.isEmpty()
                ? words.blank(key)
                : words.fact(
                        key,
                        SheetValue.given(hooks.stream().map(String::valueOf).collect(Collectors.joining(" "))));
    }

    private static SheetValue counted(int number) {
        return SheetValue.computed(String.valueOf(number));
    }
}
