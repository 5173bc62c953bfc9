package dev.shuttle.recipe;

import dev.shuttle.loom.harness.Section;
import dev.shuttle.loom.harness.Span;
import dev.shuttle.recipe.Rule.Choice;
import dev.shuttle.recipe.Rule.Fields;
import dev.shuttle.recipe.Rule.Form;
import dev.shuttle.recipe.Rule.Real;
import dev.shuttle.recipe.Rule.Several;
import dev.shuttle.recipe.Rule.Text;
import dev.shuttle.recipe.Rule.Whole;

/** The part of the {@link Vocabulary} that names a machine and how it is tied. */
final class MachineVocabulary {
    private static final Rule HOOK = new Whole(1, 60_000);

    private static final Keys HARNESS_KEYS = Keys.of(
            new Key(
                    "tie",
                    new Choice(HarnessKeys.ties()),
                    "How the cloth's ends hang on the hooks; left out: straight."),
            new Key("hooks", new Whole(2, 60_000), "Hooks of the whole machine."),
            new Key(
                    "offset",
                    new Rule.WordOr(HarnessKeys.CENTRE, new Rule.WordOr(HarnessKeys.LEFT, new Whole(0, 60_000))),
                    "Where the figure lies: in the middle, at the left, or after so many free hooks."),
            new Key(
                    "cast_out",
                    new Several(new Form("^" + Span.FORM + "$", "hooks such as 1-8"), 1, 256),
                    "Hooks that are not tied."),
            new Key("row", new Whole(1, 64), "Hooks of a row; idle hooks beside the figure are whole rows."),
            new Key("selvedge_hooks", new Whole(1, 500), "Hooks of each selvedge; left out: one an end."),
            new Key(
                    "auxiliary",
                    new Fields(
                            Keys.of(
                                    new Key("selector", new Several(HOOK, 1, 8), "The weft selector's hooks."),
                                    new Key("regulator", HOOK, "The hook that stops the take-up."),
                                    new Key(
                                            "box",
                                            new Several(HOOK, 2, 16),
                                            "The shuttle boxes' hooks, left, then right.")),
                            nothing -> null),
                    "Hooks that lift no end."),
            new Key("repeats", new Whole(1, 1000), "How often the design, or a bordered one's centre, lies across."),
            new Key("border", new Whole(1, 30_000), "Ends of the border of a bordered tie."),
            new Key("middle", new Whole(1, 2), "Cords of the hook where a point turns; left out: 2."),
            new Key(
                    "sections",
                    new Form(
                            "^" + Section.FORM + "$",
                            "the design's ends in the order of the cloth, such as 1-100, 101-300 x3, 100-1"),
                    "A mixed tie."),
            new Key(
                    "drawn",
                    new Choice(HarnessKeys.drawn()),
                    "For what the design is drawn: the hooks, or the whole cloth; left out: the hooks."),
            new Key(
                    "shuttle_boxes",
                    new Fields(
                            Keys.of(
                                    new Key("left", new Whole(1, 8), true, "On the left side."),
                                    new Key("right", new Whole(1, 8), true, "On the right side.")),
                            nothing -> null),
                    "Boxes of a shuttle loom; left out: it has none."));
    static final Key HARNESS =
            new Key("harness", new Fields(HARNESS_KEYS, nothing -> null), "The machine's hooks and how they are tied.");
    static final Key NAME = new Key(
            "machine",
            new Form(Vocabulary.CALIBRATION_NAME, "the name of a machine, without .yaml, or none"),
            "The machine by name: one of the program's, or a file in the folder of machines.");

    /** The keys of a machine's file. */
    static final Keys FILE = HARNESS_KEYS.and(
            new Key("about", new Text(1000), "What it is."),
            new Key("ends_per_cm", new Real(0.5, 500), "Its warp density."));

    private MachineVocabulary() {}
}
