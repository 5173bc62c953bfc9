package dev.shuttle.recipe;

import dev.shuttle.loom.design.Gradients;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.print.PrintSize;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.dashscope.Models;
import dev.shuttle.recipe.Rule.Choice;
import dev.shuttle.recipe.Rule.Either;
import dev.shuttle.recipe.Rule.Fields;
import dev.shuttle.recipe.Rule.Flag;
import dev.shuttle.recipe.Rule.Form;
import dev.shuttle.recipe.Rule.Real;
import dev.shuttle.recipe.Rule.Several;
import dev.shuttle.recipe.Rule.Text;
import dev.shuttle.recipe.Rule.Whole;
import java.util.Arrays;

/** Every key that a ticket or a preset may have, with its rule. The schema for editors is written from this table. */
final class Vocabulary {
    private static final Rule COLOUR = new Form(
            "^#?[0-9a-fA-F]{6}$", "a colour as \"#rrggbb\", in quotes because YAML takes a bare # for a comment");

    private static final Several COLOURS = new Several(COLOUR, 1, 256);

    /** A name, never a path: a card lies in the cards folder itself. */
    private static final Rule CARD = new Form(
            "^(?:silk|[^./\\\\:*?\"<>|\\u0000-\\u001f\\u007f][^/\\\\:*?\"<>|\\u0000-\\u001f\\u007f]{0,199}\\.(gpl|csv|ase|GPL|CSV|ASE))$",
            "the name of a yarn card, .gpl, .csv or .ase, or silk");

    private static final Rule THREADS = new Whole(2, 30_000);
    private static final Rule CENTIMETRES = new Real(0.1, 1000);
    private static final Rule PER_CENTIMETRE = new Real(0.5, 500);

    private static final Fields FABRIC = new Fields(
            Keys.of(
                    new Key("width_cm", CENTIMETRES, "Width of the motif on the cloth."),
                    new Key("height_cm", CENTIMETRES, "Height of the motif on the cloth."),
                    new Key("ends_per_cm", PER_CENTIMETRE, "Warp density on the face."),
                    new Key("picks_per_cm", PER_CENTIMETRE, "Lines of the point paper per cm."),
                    new Key("ends", THREADS, "Width of the point paper in ends."),
                    new Key("picks", THREADS, "Height of the point paper in lines."),
                    new Key("hooks", new Whole(8, 30_000), "Hooks that the machine has for the figure."),
                    new Key(
                            "densities",
                            new Several(
                                    new Fields(
                                            Keys.of(
                                                    new Key("cm", CENTIMETRES, "How long it goes, on the cloth."),
                                                    new Key("lines", THREADS, "How long, in lines of the point paper."),
                                                    new Key("share", new Real(0.001, 1), "How long, of the height."),
                                                    new Key(
                                                            "picks_per_cm",
                                                            PER_CENTIMETRE,
                                                            true,
                                                            "Lines of the point paper per cm there.")),
                                            PickDensity::oneLength),
                                    1,
                                    64,
                                    true),
                            "Pick densities along the length, from the top; one may take the rest.")),
            Cloth::contradiction);

    private static final Fields SATIN = new Fields(
            Keys.of(
                    new Key("ends", new Whole(Satin.FEWEST_ENDS, Satin.MOST_ENDS), true, "Ends of the satin."),
                    new Key(
                            "step",
                            new Whole(2, Satin.MOST_ENDS - 2),
                            true,
                            "Its step; has no divisor in common with the ends.")),
            WeaveKeys::satinContradiction);

    private static final Key COLOUR_COUNT = new Key(
            "colours", new Whole(Recipe.FEWEST_COLOURS, Recipe.MOST_COLOURS), "How many colours the loom image has.");
    private static final Key CLOTH = new Key(
            "fabric", FABRIC, "The cloth; what is left out follows from the rest and the picture's proportion.");
    private static final Key GROUND =
            new Key("ground", COLOUR, "What lies under a transparent picture; left out: white.");
    private static final Key REPEAT = new Key(
            "repeat",
            new Choice(Arrays.stream(Repeat.values()).map(Word::of).toList()),
            "How the motif is repeated over the cloth.");
    private static final Key MIN_REGION = new Key(
            "min_region", new Whole(1, 10_000), "The smallest area in cells; smaller ones merge into a neighbour.");
    private static final Key GRADIENTS = new Key(
            "gradients",
            new Choice(Arrays.stream(Gradients.values()).map(Word::of).toList()),
            "How smooth gradients are drawn; auto: as the weave suits.");
    private static final Key STRUCTURE = new Key("structure", new Choice(WeaveKeys.structures()), "The weave.");
    private static final Key SATIN_KEY = new Key("satin", SATIN, "The satin that the structure is built on.");
    private static final Key WEFTS = new Key(
            "wefts",
            new Rule.WordOr(Wefts.AUTO, new Whole(1, 8)),
            "How many wefts make one line; auto: as few as show the colours.");
    private static final Key BOXES =
            new Key("boxes", new Whole(2, 8), "The most wefts that the loom has, where their number is auto.");
    private static final Key CHANGING = new Key(
            "changing",
            new Fields(
                    Keys.of(
                            new Key("wefts", new Whole(0, 7), "How many of the wefts change; 0: none."),
                            new Key("band", new Whole(1, 30_000), "The fewest lines that a yarn stays.")),
                    nothing -> null),
            "Wefts that change their yarn along the length.");
    /** A file's name without its end; never a path. */
    static final String CALIBRATION_NAME =
            "^[^./\\\\:*?\"<>|\\u0000-\\u001f\\u007f][^/\\\\:*?\"<>|\\u0000-\\u001f\\u007f]{0,99}$";

    private static final Key CALIBRATION = new Key(
            "calibration",
            new Form(CALIBRATION_NAME, "the name of a calibration, without .json, or none"),
            "Measured patches by which colours are predicted.");
    private static final Key WEAVES = new Key(
            "weaves",
            new Rule.Pairs(
                    "1 to 64 pairs of a colour as \"#rrggbb\", a yarn of the card, ground or others, and a weave such as"
                            + " satin 8/3 weft or the name of a file in the folder of weaves",
                    new Text(200),
                    new Text(200),
                    64),
            "The weave of each colour: a formula, or a file in the folder of weaves.");
    private static final Key COLOURWAYS = new Key(
            "colourways",
            new Several(
                    new Fields(
                            Keys.of(
                                    new Key("name", new Text(100), true, "What it is called."),
                                    new Key(
                                            "yarns",
                                            new Rule.Pairs(
                                                    "1 to 64 pairs of a yarn (A, B, C for the wefts, C2 for the second yarn of a"
                                                            + " weft that changes, warp, binder, or the yarn's colour) and a"
                                                            + " colour as \"#rrggbb\"",
                                                    new Form(Way.PLACE, "A to H, warp, binder or a colour"),
                                                    COLOUR,
                                                    64),
                                            true,
                                            "Its yarns; what is left out is that of the first way.")),
                            nothing -> null),
                    1,
                    24),
            "Other colours of the same lift plan.");
    private static final Rule THREAD_RANGE = new Form(Brocade.THREADS, "threads such as 101-300, from 1");
    private static final Key BROCADING = new Key(
            "brocading",
            new Several(
                    new Fields(
                            Keys.of(
                                    new Key("colour", COLOUR, true, "The colour; it is pinned too."),
                                    new Key(
                                            "area",
                                            new Fields(
                                                    Keys.of(
                                                            new Key(
                                                                    "ends",
                                                                    THREAD_RANGE,
                                                                    "From the left; left out: all."),
                                                            new Key(
                                                                    "lines",
                                                                    THREAD_RANGE,
                                                                    "From the top; left out: all.")),
                                                    Brocade::contradiction),
                                            "Where on the point paper; elsewhere wefts weave it."),
                                    new Key(
                                            "mask",
                                            new Form(Brocade.MASK, "the name of a picture in the folder of weaves"),
                                            "A picture in black, where bobbins weave, and white.")),
                            nothing -> null),
                    1,
                    64),
            "Colours that small bobbins weave, area by area.");
    private static final Key SELVEDGE = new Key(
            "selvedge",
            new Fields(
                    Keys.of(
                            new Key("ends", new Whole(0, 500), true, "Ends on each side; 0: none."),
                            new Key("weave", new Choice(Edges.words()), "How they are woven.")),
                    nothing -> null),
            "The edges of the cloth.");
    private static final Rule PRICE = new Real(0, 1_000_000_000);
    private static final Key PRICES = new Key(
            "prices",
            new Fields(
                    Keys.of(
                            new Key("currency", new Text(10), true, "What all of them are in, such as CNY."),
                            new Key("metres", new Real(0.01, 1_000_000), "Length of the order."),
                            new Key("warp", PRICE, "A kg of warp, selvedges among it."),
                            new Key("binder", PRICE, "A kg of binding warp."),
                            new Key("weft", PRICE, "A kg of any weft."),
                            new Key(
                                    "wefts",
                                    new Fields(
                                            Keys.of(Prices.LETTERS.stream()
                                                    .map(letter -> new Key(letter, PRICE, "A kg of this weft."))
                                                    .toArray(Key[]::new)),
                                            nothing -> null),
                                    "A kg of single wefts, by their letters."),
                            new Key("pick", PRICE, "Weaving: for each pick an inch, a metre."),
                            new Key("fixed", PRICE, "For the whole order: design, cards, warping.")),
                    nothing -> null),
            "What the mill pays; with them the work sheet has costs.");
    private static final Key PRINT = new Key(
            "print",
            new Choice(Arrays.stream(PrintSize.values()).map(Word::of).toList()),
            "The sheets that the point paper is printed on; overview: all of it on one.");
    private static final Key FUNCTION =
            new Key("function", new Choice(Models.FUNCTIONS), "What the cloud is asked to do.");
    private static final Key PROMPT = new Key("prompt", new Text(5000), "In what words; cut to the model's limit.");
    private static final Key STRENGTH = new Key("strength", new Real(0, 1), "How far from the original.");

    private static final Fields STYLE = new Fields(
            Keys.of(
                    new Key("contrast", new Real(0.2, 4), "Factor on the local contrast."),
                    new Key("saturation", new Real(0, 4), "Factor on chroma."),
                    new Key("smoothing", new Whole(0, 64), "Reach of the smoothing, cells of the grid."),
                    new Key("edges", new Flag(), "Whether edges are sharpened."),
                    new Key("one_hue", new Flag(), "Whether all colours get the picture's strongest hue."),
                    new Key("redrawn", new Flag(), "Whether thin lines are kept and rare colours count more.")),
            nothing -> null);

    private static final Key STYLE_KEY = new Key("style", STYLE, "The tone given to the picture first.");
    private static final Key PINNED = new Key("pinned", COLOURS, "Colours that must be there exactly.");
    private static final Key PROTECT = new Key(
            "protect", COLOURS, "Colours that must not be lost, be their areas ever so small; they are pinned too.");

    /** DashScope's by its bare name, any provider's as {@code provider:model}. */
    private static final Rule MODEL = new Rule.Named(
            String.join("|", Models.names()).replace(".", "\\.") + "|[a-z][a-z0-9]{0,30}:[A-Za-z0-9._/-]{1,100}",
            "one of " + String.join(", ", Models.names()) + ", or provider:model",
            Providers::isModel);

    static final Keys TICKET = Keys.of(
            new Key("preset", new Text(200), "A preset by its name; beats the inbox folder's."),
            PROMPT,
            FUNCTION,
            new Key("models", new Several(MODEL, 1, 6), "The cloud's models, tried in order."),
            new Key("cloud", new Flag(), "false: the picture does not leave this machine."),
            new Key("seed", new Whole(0, Integer.MAX_VALUE), "The service's seed."),
            STRENGTH,
            COLOUR_COUNT,
            new Key(
                    "palette",
                    new Either(CARD, COLOURS),
                    "Yarns the colours are chosen from: a list, or a card in the cards folder."),
            PINNED,
            PROTECT,
            STYLE_KEY,
            CLOTH,
            GROUND,
            REPEAT,
            MIN_REGION,
            GRADIENTS,
            STRUCTURE,
            SATIN_KEY,
            WEFTS,
            BOXES,
            CHANGING,
            WEAVES,
            BROCADING,
            COLOURWAYS,
            SELVEDGE,
            MachineVocabulary.NAME,
            MachineVocabulary.HARNESS,
            CALIBRATION,
            new Key("float_limit", new Whole(2, 999), "The longest float allowed, in threads."),
            new Key("wif", new Choice(WeaveKeys.wifs()), "How a WIF states what is lifted; programs differ."),
            new Key(
                    "pointpaper",
                    new Choice(PaperUse.words()),
                    "as-is: the picture is a point paper, woven cell for cell."),
            new Key("fit", new Choice(PaperUse.fits()), "What is done with a point paper that the weave does not fit."),
            new Key("snap", new Flag(), "true: every cell of a point paper takes the most similar of its colours."),
            new Key(
                    "outputs",
                    new Several(new Choice(Output.words()), 1, Output.values().length),
                    "The files wanted beside the report and the point paper as PNG."),
            PRINT,
            PRICES);

    private static final Fields BOTH_LANGUAGES = new Fields(
            Keys.of(
                    new Key("en", new Text(1000), true, "In English."),
                    new Key("zh", new Text(1000), true, "In Chinese.")),
            nothing -> null);

    static final Keys PRESET = Keys.of(
            new Key("title", BOTH_LANGUAGES, "Its name for people."),
            new Key("description", BOTH_LANGUAGES, "What it makes."),
            COLOUR_COUNT,
            MIN_REGION,
            GRADIENTS,
            STYLE_KEY,
            CLOTH,
            GROUND,
            REPEAT,
            new Key(
                    "palette",
                    new Either(CARD, COLOURS),
                    "Yarns the colours are chosen from: a list, or a card beside it."),
            PINNED,
            PROTECT,
            STRUCTURE,
            SATIN_KEY,
            WEFTS,
            BOXES,
            CHANGING,
            WEAVES,
            BROCADING,
            SELVEDGE,
            MachineVocabulary.NAME,
            MachineVocabulary.HARNESS,
            CALIBRATION,
            PRICES,
            FUNCTION,
            PROMPT,
            STRENGTH);

    private Vocabulary() {}
}
