package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Gradients;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.draft.WifStyle;
import dev.shuttle.loom.paper.Fit;
import dev.shuttle.loom.print.PrintSize;
import dev.shuttle.loom.weave.Satin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one picture, beside its preset. What is null or empty is left to the preset, and then to the settings.
 *
 * @param preset the preset's name; null: the folder's, or the usual one
 * @param prompt what the cloud is asked for
 * @param function the service's word for the kind of edit
 * @param models the cloud's models, tried in order
 * @param cloud false: the picture does not leave this machine
 * @param seed of the service's chance
 * @param strength how far from the original, 0 to 1
 * @param colours how many, 2 to 64
 * @param palette the yarns that the colours are chosen from
 * @param pinned colours that must be there exactly
 * @param protect colours that must not be lost
 * @param style the tone given to the picture first
 * @param fabric the cloth
 * @param ground what lies under a transparent picture, {@code #rrggbb}
 * @param repeat how the motif meets itself
 * @param minRegion the smallest area in cells
 * @param gradients how smooth gradients are drawn
 * @param structure the weave
 * @param satin what it is built on
 * @param wefts how many make one line
 * @param boxes the most wefts that the loom has
 * @param changing wefts whose yarn changes along the length
 * @param weaves of colours, by what names them: formulas, or names of files
 * @param brocading colours that small bobbins weave
 * @param colourways other colours of the same lift plan
 * @param selvedge the edges of the cloth
 * @param machine its name
 * @param harness the machine's hooks and how they are tied, as it is written
 * @param calibration by which colours are predicted
 * @param floatLimit the longest float, in threads
 * @param wif how a WIF states what is lifted; null: in every way
 * @param pointpaper what a point paper is taken for; null: a picture like any other
 * @param fit what is done with a point paper that the weave does not fit; null: it is refused
 * @param snap whether every cell of a point paper takes the most similar of its colours
 * @param outputs the files wanted; empty: the usual ones
 * @param print the sheets that the point paper is printed on; null: some A4
 * @param prices what the mill pays
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Ticket(
        @Nullable String preset,
        @Nullable String prompt,
        @Nullable String function,
        List<String> models,
        @Nullable Boolean cloud,
        @Nullable Integer seed,
        @Nullable Double strength,
        @Nullable Integer colours,
        @Nullable Yarns palette,
        List<String> pinned,
        List<String> protect,
        @Nullable StyleKeys style,
        @Nullable Cloth fabric,
        @Nullable String ground,

        @Nullable @JsonSerialize(converter = Word.Write.class) @JsonDeserialize(converter = LoomKeys.RepeatWord.class)
        Repeat repeat,

        @Nullable Integer minRegion,

        @Nullable
        @JsonSerialize(converter = Word.Write.class)
        @JsonDeserialize(converter = LoomKeys.GradientsWord.class)
        Gradients gradients,

        @Nullable
        @JsonSerialize(converter = Word.Write.class)
        @JsonDeserialize(converter = WeaveKeys.StructureWord.class)
        StructureKind structure,

        @Nullable Satin satin,
        @Nullable Wefts wefts,
        @Nullable Integer boxes,
        @Nullable ChangingWefts changing,
        Map<String, String> weaves,
        List<Brocade> brocading,
        List<Way> colourways,
        @Nullable Edges selvedge,
        @Nullable String machine,
        Map<String, Object> harness,
        @Nullable String calibration,
        @Nullable Integer floatLimit,

        @Nullable @JsonSerialize(converter = Word.Write.class) @JsonDeserialize(converter = WeaveKeys.WifWord.class)
        WifStyle wif,

        @Nullable PaperUse pointpaper,

        @Nullable @JsonSerialize(converter = Word.Write.class) @JsonDeserialize(converter = PaperUse.FitWord.class)
        Fit fit,

        @Nullable Boolean snap,
        List<Output> outputs,

        @Nullable @JsonSerialize(converter = Word.Write.class) @JsonDeserialize(converter = PrintWord.class)
        PrintSize print,

        @Nullable Prices prices) {

    /** Nothing is said. */
    public static final Ticket NONE = of(new RawRecipe(Map.of()));

    /** Takes copies. */
    public Ticket {
        models = models == null ? List.of() : List.copyOf(models);
        pinned = pinned == null ? List.of() : List.copyOf(pinned);
        protect = protect == null ? List.of() : List.copyOf(protect);
        weaves = weaves == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(weaves));
        brocading = brocading == null ? List.of() : List.copyOf(brocading);
        colourways = colourways == null ? List.of() : List.copyOf(colourways);
        harness = harness == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(harness));
        outputs = outputs == null ? List.of() : List.copyOf(outputs);
    }

    static Ticket of(RawRecipe written) {
        String repeat = written.text("repeat");
        String gradients = written.text("gradients");
        String structure = written.text("structure");
        String wif = written.text("wif");
        String paper = written.text("pointpaper");
        String fit = written.text("fit");
        String print = written.text("print");
        return new Ticket(
                written.text("preset"),
                written.text("prompt"),
                written.text("function"),
                written.texts("models"),
                written.flag("cloud"),
                written.whole("seed"),
                written.number("strength"),
                written.whole("colours"),
                written.yarns("palette"),
                written.texts("pinned"),
                written.texts("protect"),
                StyleKeys.of(written.part("style")),
                Cloth.of(written.part("fabric")),
                written.text("ground"),
                repeat == null ? null : Word.value(Repeat.class, repeat),
                written.whole("min_region"),
                gradients == null ? null : Word.value(Gradients.class, gradients),
                structure == null ? null : Word.value(StructureKind.class, structure),
                WeaveKeys.satin(written.part("satin")),
                written.wefts("wefts"),
                written.whole("boxes"),
                ChangingWefts.of(written.part("changing")),
                written.pairs("weaves"),
                Brocade.of(written.parts("brocading")),
                Way.of(written.parts("colourways")),
                Edges.of(written.part("selvedge")),
                written.text("machine"),
                written.map("harness"),
                written.text("calibration"),
                written.whole("float_limit"),
                wif == null ? null : Word.value(WifStyle.class, wif),
                paper == null ? null : PaperUse.of(paper),
                fit == null ? null : Word.value(Fit.class, fit),
                written.flag("snap"),
                Output.of(written.texts("outputs")),
                print == null ? null : Word.value(PrintSize.class, print),
                Prices.of(written.part("prices")));
    }

    /** What is said, by key, in the order of the documentation. */
    public Map<String, Object> given() {
        return Json.MAPPER.convertValue(this, new TypeReference<>() {});
    }

    /** As a ticket's file: JSON, which is YAML too. */
    public byte[] written() {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ticket is always JSON", e);
        }
    }

    /** Whether nothing is said. */
    public boolean saysNothing() {
        return equals(NONE);
    }

    /** The same for this many colours. */
    public Ticket withColours(int count) {
        return with(count, palette);
    }

    /** The same with the yarns of the card that comes with the program. */
    public Ticket withBundledCard() {
        return with(colours, new Yarns(List.of(), BundledCard.NAME));
    }

    /** Whether the picture is a point paper, to be woven as it is. */
    @JsonIgnore
    public boolean isAsIs() {
        return pointpaper == PaperUse.AS_IS;
    }

    /** The same, to be woven as it is. */
    public Ticket asIs() {
        return with(colours, palette, PaperUse.AS_IS);
    }

    /**
     * What another ticket says, with what this one says in its place.
     *
     * @throws RecipeException where the two do not go together
     */
    public Ticket over(Ticket other) throws RecipeException {
        Map<String, Object> keys = new LinkedHashMap<>(other.given());
        keys.putAll(given());
        return of(keys);
    }

    /**
     * A ticket of these keys, held against the rules.
     *
     * @throws RecipeException naming each key that is wrong
     */
    public static Ticket of(Map<String, ?> keys) throws RecipeException {
        try {
            return TicketFile.read(Json.MAPPER.writeValueAsBytes(keys));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("keys that are no JSON", e);
        }
    }

    private Ticket with(@Nullable Integer count, @Nullable Yarns yarns) {
        return with(count, yarns, pointpaper);
    }

    private Ticket with(@Nullable Integer count, @Nullable Yarns yarns, @Nullable PaperUse use) {
        return new Ticket(
                preset,
                prompt,
                function,
                models,
                cloud,
                seed,
                strength,
                count,
                yarns,
                pinned,
                protect,
                style,
                fabric,
                ground,
                repeat,
                minRegion,
                gradients,
                structure,
                satin,
                wefts,
                boxes,
                changing,
                weaves,
                brocading,
                colourways,
                selvedge,
                machine,
                harness,
                calibration,
                floatLimit,
                wif,
                use,
                fit,
                snap,
                outputs,
                print,
                prices);
    }

    /**
     * The preset's recipe with what this ticket says otherwise.
     *
     * @param card the colours of the yarn card that is named, empty where none is
     * @throws IllegalArgumentException where the two do not go together
     */
    public Recipe over(Recipe usual, List<Rgb> card) {
        return new LoomKeys(
                        colours,
                        palette == null ? null : palette.card() == null ? palette.rgb() : card,
                        rgb(pinned),
                        rgb(protect),
                        style,
                        fabric,
                        ground == null ? null : Rgb.parse(ground),
                        repeat,
                        minRegion,
                        gradients,
                        new WeaveKeys(
                                structure,
                                satin,
                                wefts,
                                boxes,
                                changing,
                                selvedge,
                                floatLimit,
                                !weaves.isEmpty(),
                                brocading))
                .over(usual);
    }

    private static @Nullable List<Rgb> rgb(List<String> written) {
        return written.isEmpty() ? null : written.stream().map(Rgb::parse).toList();
    }

    /** Reads {@code a3}; the engine does not know Jackson. */
    static final class PrintWord extends StdConverter<String, PrintSize> {
        @Override
        public PrintSize convert(String word) {
            return Word.value(PrintSize.class, word);
        }
    }

    /** Loaded only where a ticket is written. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }
}
