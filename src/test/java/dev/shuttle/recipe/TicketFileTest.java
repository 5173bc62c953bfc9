package dev.shuttle.recipe;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.Gradients;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.draft.WifStyle;
import dev.shuttle.loom.paper.Fit;
import dev.shuttle.loom.print.PrintSize;
import dev.shuttle.loom.weave.Satin;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets as people write them, and what they are told. */
final class TicketFileTest {
    private static final String WHOLE = """
            # yaml-language-server: $schema=ticket.schema.json
            preset: shu_brocade
            prompt: 牡丹，平涂
            function: stylization_all
            models: [wan2.5-i2i-preview, wanx2.1-imageedit]
            cloud: true
            seed: 7
            strength: 0.25
            colours: 6
            palette: ["#F4EFE0", "b3202a"]
            pinned: ["#101010"]
            protect: ["#b3202a"]
            style: {contrast: 1.2, one_hue: false}
            fabric: {width_cm: 20, ends_per_cm: 40.5, picks: 800, densities: [{cm: 3, picks_per_cm: 28}, {picks_per_cm: 21}]}
            ground: "#1d3f72"
            repeat: half-drop
            min_region: 12
            gradients: grain
            structure: shaded-satin
            satin: {ends: 8, step: 3}
            wefts: 1
            boxes: 4
            changing: {wefts: 1, band: 30}
            weaves: {"#B3202a": satin 8/3 weft, ground: rose.wif}
            brocading: [{colour: "#d8a21b"}, {colour: "#2f6b3a", area: {ends: 101-300}, mask: leaf.png}]
            colourways: [{name: 夜, yarns: {A: "#1d3f72", warp: "101010"}}]
            selvedge: {ends: 24, weave: basket}
            machine: tc2-3x2
            harness: {tie: point, auxiliary: {selector: [1, 2]}}
            calibration: silk-lampas
            float_limit: 7
            wif: treadles
            pointpaper: as-is
            fit: pad
            snap: true
            outputs: [tif, palette]
            print: a3
            prices: {currency: CNY, metres: 50, warp: 380, binder: 400, weft: 300, wefts: {B: 2400}, pick: 0.03, fixed: 2000}
            """;

    private static Ticket read(String yaml) throws RecipeException {
        return TicketFile.read(yaml.getBytes(UTF_8));
    }

    private static ObjectAssert<RecipeException> reading(byte[] yaml) {
        return assertThatThrownBy(() -> TicketFile.read(yaml)).asInstanceOf(type(RecipeException.class));
    }

    private static ObjectAssert<RecipeException> reading(String yaml) {
        return reading(yaml.getBytes(UTF_8));
    }

    @Test
    void everyKeyIsRead() throws Exception {
        Ticket ticket = read(WHOLE);

        assertThat(ticket)
                .isEqualTo(new Ticket(
                        "shu_brocade",
                        "牡丹，平涂",
                        "stylization_all",
                        List.of("wan2.5-i2i-preview", "wanx2.1-imageedit"),
                        true,
                        7,
                        0.25,
                        6,
                        new Yarns(List.of("#F4EFE0", "b3202a"), null),
                        List.of("#101010"),
                        List.of("#b3202a"),
                        new StyleKeys(1.2, null, null, null, false, null),
                        new Cloth(
                                20.0,
                                null,
                                40.5,
                                null,
                                null,
                                800,
                                null,
                                List.of(new PickDensity(3.0, null, null, 28), new PickDensity(null, null, null, 21))),
                        "#1d3f72",
                        Repeat.HALF_DROP,
                        12,
                        Gradients.GRAIN,
                        StructureKind.SHADED_SATIN,
                        new Satin(8, 3),
                        new Wefts(1),
                        4,
                        new ChangingWefts(1, 30),
                        Map.of("#B3202a", "satin 8/3 weft", "ground", "rose.wif"),
                        List.of(
                                new Brocade("#d8a21b", null, null),
                                new Brocade("#2f6b3a", new Brocade.Area("101-300", null), "leaf.png")),
                        List.of(new Way("夜", Map.of("A", "#1d3f72", "warp", "101010"))),
                        new Edges(24, "basket"),
                        "tc2-3x2",
                        Map.of("tie", "point", "auxiliary", Map.of("selector", List.of(1, 2))),
                        "silk-lampas",
                        7,
                        WifStyle.TREADLES,
                        PaperUse.AS_IS,
                        Fit.PAD,
                        true,
                        List.of(Output.TIF, Output.PALETTE),
                        PrintSize.A3,
                        new Prices("CNY", 50.0, 380.0, 400.0, 300.0, Map.of("B", 2400.0), 0.03, 2000.0)));
        assertThat(ticket.given().keySet()).containsExactlyElementsOf(Vocabulary.TICKET.names());
    }

    @Test
    void writtenAndReadAgainItIsTheSame() throws Exception {
        Ticket ticket = read(WHOLE);

        assertThat(TicketFile.read(ticket.written())).isEqualTo(ticket);
        assertThat(TicketFile.read(Ticket.NONE.written())).isEqualTo(Ticket.NONE);
    }

    @Test
    void theNumberOfWeftsMayBeLeftToTheColours() throws Exception {
        Ticket ticket = read("structure: lampas\nwefts: auto\nboxes: 4\n");

        assertThat(ticket.wefts()).isEqualTo(new Wefts(null));
        assertThat(TicketFile.read(ticket.written())).isEqualTo(ticket);
        WeaveOrder order = Objects.requireNonNull(
                ticket.over(Recipe.faithful(8), List.of()).weave());
        assertThat(order.wefts()).isNull();
        assertThat(order.boxes()).isEqualTo(4);
    }

    @Test
    void whatIsNotSaidIsLeftToThePreset() throws Exception {
        Recipe usual = Recipe.faithful(20).withRepeat(Repeat.MIRROR).withFabric(Fabric.ofDensity(40, 20));

        Recipe recipe = read("colours: 4\npalette: wool.gpl").over(usual, List.of(Rgb.WHITE, Rgb.BLACK));

        assertThat(recipe).isEqualTo(usual.withColours(4).withPalette(List.of(Rgb.WHITE, Rgb.BLACK)));
        assertThat(Ticket.NONE.over(usual, List.of())).isEqualTo(usual);
    }

    @Test
    void whatIsPinnedProtectedOrStyledBeatsThePreset() throws Exception {
        Recipe usual = Recipe.faithful(20)
                .withPinned(List.of(Rgb.WHITE))
                .withProtect(List.of(Rgb.BLACK))
                .withStyle(new Style(1.5, 0.8, 2, true));

        Recipe styled = read("style: {contrast: 1.1}").over(usual, List.of());
        Recipe guarded = read("protect: [\"#b3202a\"]").over(usual, List.of());
        Recipe pinned = read("pinned: [\"#b3202a\"]").over(usual, List.of());

        assertThat(styled).isEqualTo(usual.withStyle(new Style(1.1, 0.8, 2, true)));
        assertThat(guarded.protect()).containsExactly(Rgb.parse("#b3202a"));
        assertThat(guarded.pinned()).containsExactly(Rgb.WHITE, Rgb.parse("#b3202a"));
        assertThat(pinned.pinned()).containsExactly(Rgb.parse("#b3202a"), Rgb.BLACK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // ticket                       | the cloth that comes of the preset's 18 cm at 58.4 x 21 and the ticket
                "{width_cm: 30}                 | 30 | -  | 58.4 | 21 | -    | -",
                "{ends: 1200}                   | -  | -  | 58.4 | 21 | 1200 | -",
                "{picks_per_cm: 30}             | 18 | -  | 58.4 | 30 | -    | -",
                "{height_cm: 9}                 | -  | 9  | 58.4 | 21 | -    | -",
                "{width_cm: 10, ends: 500}      | 10 | -  | -    | 21 | 500  | -",
                "{width_cm: 10, ends_per_cm: 5} | 10 | -  | 5    | 21 | -    | -",
            })
    void aFabricsMissingValuesComeFromThePreset(
            String fabric, Double width, Double height, Double warp, Double weft, Integer ends, Integer picks)
            throws Exception {
        Recipe usual = Recipe.faithful(8).withFabric(new Fabric(18.0, null, 58.4, 21.0, null, null));

        assertThat(read("fabric: " + fabric).over(usual, List.of()).fabric())
                .isEqualTo(new Fabric(width, height, warp, weft, ends, picks));
    }

    @Test
    void aSizeInTheTicketBeatsThePresetsInBothDirections() throws Exception {
        Recipe usual = Recipe.faithful(8).withFabric(new Fabric(18.0, 18.0, 40.0, 20.0, null, null));

        Fabric fabric = Objects.requireNonNull(
                read("fabric: {width_cm: 30}").over(usual, List.of()).fabric());

        assertThat(fabric.grid(200, 100).heightCm()).isEqualTo(15);
    }

    @Test
    void anUnknownKeyIsToldWithItsLineAndTheNearest() {
        reading("preset: damask\ncolors: 5")
                .satisfies(e -> assertThat(e.code()).isEqualTo("BAD_TICKET"))
                .satisfies(e -> assertThat(e).hasMessage("line 2: unknown key colors; did you mean colours?"))
                .satisfies(e -> assertThat(e.hint()).contains("preset", "colours", "float_limit", "outputs"));
        reading("fabric:\n  width_cm: 3\n  ends_per_inch: 60")
                .satisfies(e -> assertThat(e).hasMessageContaining("line 3: unknown key fabric.ends_per_inch"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colours: 65                        | line 1: colours is 65; allowed is a whole number from 2 to 64",
                "colours: many                      | colours is many; allowed is a whole number",
                "colours:                           | colours is empty; allowed is a whole number",
                "colours: [4]                       | colours is not a plain value",
                "strength: 1.5                      | strength is 1.5; allowed is a number from 0.0 to 1.0",
                "strength: .nan                     | strength is .nan",
                "cloud: no                          | cloud is no; allowed is true or false",
                "cloud: \"true\"                    | cloud is true; allowed is true or false",
                "repeat: diagonal                   | repeat is diagonal; allowed is one of none, straight, half-drop, third-drop",
                "structure: velvet                  | allowed is one of none, auto, shaded-satin, damask, weft-backed, taquete, samitum, "
                        + "jin, lampas, brocade",
                "function: paint                    | function is paint; allowed is one of stylization_all",
                "models: [wanx]                     | models is wanx; allowed is one of wanx2.1-imageedit",
                "models: wanx2.1-imageedit          | allowed is a list of 1 to",
                "palette: [red]                     | palette is red; allowed is a colour as \"#rrggbb\"",
                "palette: ../secret.gpl             | palette is ../secret.gpl; allowed is the name of a yarn card",
                "palette: /etc/wool.gpl             | allowed is the name of a yarn card",
                "satin: {ends: 8, step: 4}          | satin: the steps of a satin of 8 ends are [3, 5]",
                "satin: {ends: 6, step: 2}          | satin: there is no regular satin of 6 ends",
                "satin: {ends: 8}                   | satin.step is missing",
                "'fabric: {width_cm: 10, ends_per_cm: 20, ends: 300}' | width_cm × ends_per_cm is 200, not ends 300; leave one",
                "'fabric: {ends: 1320, hooks: 880}' | fabric: ends 1320 need more than the 880 hooks; make ends smaller",
                "'fabric: {hooks: many}'            | fabric.hooks is many; allowed is a whole number from 8 to 30000",
                "'fabric: {hook: 880}'              | unknown key fabric.hook; did you mean hooks?",
                "outputs: [jpeg]                    | outputs is jpeg; allowed is one of png, bmp, tif",
                "outputs: [tif, tif]                | outputs has tif twice",
                "seed: 1e99                         | seed is 1e99; allowed is a whole number from 0 to 2147483647",
                "seed: 99999999999999999999         | allowed is a whole number",
                "prompt: \"  \"                     | allowed is a text of 1 to",
            })
    void aBadValueIsToldWithItsKeyAndWhatIsAllowed(String line, String told) {
        reading(line).satisfies(e -> assertThat(e).hasMessageContaining(told));
    }

    @Test
    void coloursWithoutQuotesAreToldAboutTheQuotes() {
        reading("palette:\n  - #c8102e\n  - #ffffff")
                .satisfies(e -> assertThat(e)
                        .hasMessageContaining("line 2: palette is empty")
                        .hasMessageContaining("in quotes"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        reading("colours: 1\npresett: x\nseed: -1")
                .satisfies(e -> assertThat(e)
                        .hasMessageContainingAll(
                                "line 1", "colours", "line 2", "did you mean preset?", "line 3", "seed"));
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        reading("colours: 4\ncolours: 5")
                .satisfies(e -> assertThat(e).hasMessage("line 2: colours stands there twice"));
    }

    @Test
    void anAliasIsRefusedBeforeItIsFollowed() {
        StringBuilder bomb = new StringBuilder("a: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("b")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        reading(bomb.toString()).satisfies(e -> assertThat(e).hasMessageContaining("line 2: an alias"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: "})
    void whatIsNestedWithoutEndIsRefused(String opening) {
        reading(opening.repeat(10_000)).satisfies(e -> assertThat(e).hasMessageContaining("nested too deeply"));
    }

    @Test
    void aLongFileIsRefusedUnread() {
        reading("#".repeat(TicketFile.MOST_BYTES + 1))
                .satisfies(e -> assertThat(e).hasMessageContaining("65536"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "- colours",
                "colours",
                "---\ncolours: 4\n---\ncolours: 5",
                "colours: [4",
                "colours: 4\n\tseed: 3",
                "%TAG"
            })
    void whatIsNoMappingIsRefused(String text) {
        reading(text).satisfies(e -> assertThat(e.hint()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!javax.script.ScriptEngineManager [a]", "!<x> 4", "!!str 4", "!!binary aGk="})
    void aTagMakesNoObjectAndNoNumber(String value) {
        reading("colours: " + value).satisfies(e -> assertThat(e).hasMessageContaining("colours"));
    }

    @Test
    void whateverEditorWroteItItIsRead() throws Exception {
        assertThat(read("\uFEFFcolours: 4").colours()).isEqualTo(4);
        assertThat(TicketFile.read("\uFEFFcolours: 5\r\n".getBytes(UTF_16LE)).colours())
                .isEqualTo(5);
        assertThat(TicketFile.read("colours: 6".getBytes(UTF_16)).colours()).isEqualTo(6);
        assertThat(TicketFile.read("prompt: 牡丹".getBytes(Charset.forName("GBK")))
                        .prompt())
                .isEqualTo("牡丹");
    }

    @Test
    void whatIsInNoKnownEncodingIsNamed() {
        reading(new byte[] {'a', ':', ' ', (byte) 0xC4, (byte) 0xB5, (byte) 0xFF})
                .satisfies(e -> assertThat(e).hasMessageContaining("UTF-8"));
    }

    @Test
    void theNameTellsThePicture() {
        assertThat(TicketFile.isTicket("peony.jpg.yaml")).isTrue();
        assertThat(TicketFile.isTicket("peony.jpg.YML")).isTrue();
        assertThat(TicketFile.isTicket("peony.yaml.jpg")).isFalse();
        assertThat(TicketFile.isTicket(".yaml")).isFalse();
        assertThat(TicketFile.pictureOf("peony.jpg.yaml")).isEqualTo("peony.jpg");
        assertThat(TicketFile.ticketOf("peony.jpg")).isEqualTo("peony.jpg.yaml");
    }

    /** Nobody would see that the ticket's height does not count. */
    @ParameterizedTest
    @ValueSource(strings = {"{height_cm: 40}", "{picks: 900}"})
    void aHeightBesideDensitiesOfThePresetThatAreTheHeightIsRefused(String fabric) throws Exception {
        Recipe usual =
                read("fabric: {ends_per_cm: 20, densities: [{cm: 3, picks_per_cm: 28}, {lines: 90, picks_per_cm: 20}]}")
                        .over(Recipe.faithful(8), List.of());
        Ticket ticket = read("fabric: " + fabric);

        assertThatThrownBy(() -> ticket.over(usual, List.of()))
                .hasMessageContaining("densities say themselves how high the cloth is");
    }
}
