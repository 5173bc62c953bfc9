package dev.shuttle.pipeline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveTable;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.TicketFile;
import dev.shuttle.recipe.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weaves that tickets and presets name for colours. */
class WeavesTest {
    @TempDir
    private Path root = Path.of("");

    private Recipe recipe(String preset, String ticket) throws IOException, RecipeException {
        Files.createDirectories(root.resolve("presets"));
        Cards cards = new Cards(root.resolve("cards"));
        return cards.recipe(
                TicketFile.read(ticket.getBytes(UTF_8)),
                Presets.load(root.resolve("presets")).named(preset));
    }

    private static WeaveTable weaves(Recipe recipe) {
        return Objects.requireNonNull(recipe.weave()).weaves();
    }

    @Test
    void coloursThatAreNamedAreInThePalette() throws Exception {
        Recipe recipe = recipe("faithful", "weaves: {\"#b3202a\": satin 8/3 weft, others: plain}");
        assertThat(recipe.pinned()).containsExactly(Rgb.of(0xb3202a));
        assertThat(weaves(recipe).colours())
                .hasEntrySatisfying(
                        Rgb.of(0xb3202a), weave -> assertThat(weave.name()).isEqualTo("satin 8/3 weft"));
        assertThat(Objects.requireNonNull(weaves(recipe).others()).name()).isEqualTo("plain");
    }

    @Test
    void withoutAStructureOneWarpAndOneWeftAreWoven() throws Exception {
        Recipe recipe = recipe("faithful", "weaves: {ground: plain}");
        assertThat(Objects.requireNonNull(recipe.weave()).kind()).isEqualTo(StructureKind.SHADED_SATIN);
    }

    @Test
    void aYarnOfTheCardIsNamedAsItIsThere() throws Exception {
        Files.createDirectories(root.resolve("cards"));
        Files.writeString(root.resolve("cards/wool.csv"), "name,hex\n牡丹红,#b3202a\nwhite,#ffffff\n");
        Recipe recipe = recipe("faithful", "palette: wool.csv\nweaves: {牡丹红: 斜纹 3/1}");
        assertThat(weaves(recipe).colours()).containsOnlyKeys(Rgb.of(0xb3202a));
    }

    @Test
    void aColourNearOneOfThePaletteIsThatColour() throws Exception {
        Recipe recipe = recipe("faithful", "palette: [\"#b3202a\", \"#ffffff\"]\nweaves: {\"#b2212b\": plain}");
        assertThat(weaves(recipe).colours()).containsOnlyKeys(Rgb.of(0xb3202a));
    }

    @Test
    void aPresetNamesWeavesAndTheTicketsBeatThem() throws Exception {
        Files.createDirectories(root.resolve("presets"));
        Files.writeString(root.resolve("presets/mine.yaml"), "structure: shaded-satin\nweaves: {ground: plain}\n");
        assertThat(Objects.requireNonNull(weaves(recipe("mine", "colours: 4")).ground())
                        .name())
                .isEqualTo("plain");
        WeaveTable own = weaves(recipe("mine", "weaves: {others: twill 2/2}"));
        assertThat(own.ground()).isNull();
        assertThat(weaves(recipe("mine", "structure: taquete")).isNone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weaves: {ground: silk} | silk is no weave",
                "weaves: {ground: satin 8/2} | [3, 5]",
                "weaves: {ground: rose.wif} | there is no file rose.wif",
                "weaves: {ground: ../../etc/passwd.txt} | there is no file",
                "weaves: {leaf: plain} | leaf is no colour",
                "weaves: {\"#b3202a\": plain, b3202a: twill 2/2} | named twice",
                "structure: none ~ weaves: {ground: plain} | nothing is woven",
                "structure: taquete ~ weaves: {ground: plain} | taquete",
                "structure: samitum ~ weaves: {ground: plain} | samitum",
                "structure: jin ~ weaves: {ground: plain} | jin",
                "structure: brocade ~ weaves: {others: plain} | only the ground",
                "structure: lampas ~ weaves: {\"#b3202a\": plain} | only the ground",
                "palette: [\"#ffffff\", \"#000000\"] ~ weaves: {\"#b3202a\": plain} | not in the palette",
                "colours: 2 ~ weaves: {\"#b3202a\": plain, \"#1d3f72\": plain, \"#000000\": plain} | 3 colours",
                "float_limit: 5 ~ weaves: {others: satin 8/3 weft} | floats over 7",
                "structure: weft-backed ~ satin: {ends: 8, step: 3} ~ weaves: {others: satin 16/3 weft} | allows 7"
            })
    void whatDoesNotGoIsRefusedWithAHint(String ticket, String said) {
        assertThatThrownBy(() -> recipe("faithful", ticket.replace(" ~ ", "\n")))
                .isInstanceOfSatisfying(RecipeException.class, e -> {
                    assertThat(e.getMessage()).startsWith("weaves: ").contains(said);
                    assertThat(e.hint()).isNotBlank();
                });
    }

    @Test
    void whatAJobWasWovenWithIsThereAgainWhereItIsGone(@TempDir Path root) throws IOException {
        Path result = Files.createDirectories(root.resolve("peony-1"));
        Path folder = root.resolve("weaves");
        Files.writeString(result.resolve("weave.leaf.txt"), "X.\n.X\n");
        Files.writeString(result.resolve("weave.rose.txt"), "XX.\n.XX\nX.X\n");
        List<String> named = List.of("leaf.txt", "rose.txt#rose", "satin 8/3 weft", "gone.wif", "../weave.leaf.txt");

        assertThat(Weaves.again(named, result, "weave.", folder)).containsExactly("leaf.txt", "rose.txt");
        assertThat(folder.resolve("rose.txt")).hasSameTextualContentAs(result.resolve("weave.rose.txt"));

        Files.writeString(folder.resolve("leaf.txt"), "drawn anew");
        assertThat(Weaves.again(named, result, "weave.", folder)).isEmpty();
        assertThat(folder.resolve("leaf.txt")).hasContent("drawn anew");
    }
}
