package dev.shuttle.recipe.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.Repeat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled presets, and the user's own over them. */
final class PresetsTest {
    @TempDir
    private Path folder = Path.of("");

    private void own(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private ObjectAssert<PresetException> loading() {
        return assertThatThrownBy(() -> Presets.load(folder)).asInstanceOf(type(PresetException.class));
    }

    @ParameterizedTest
    @CsvSource({"weaving_machine,16", "embroidery,20", "pixel_art,12"})
    void theSeedsPresetsHaveTheSeedsColourCounts(String name, int colours) {
        assertThat(Presets.load(folder).named(name).recipe().colours()).isEqualTo(colours);
    }

    @Test
    void theEightPromisedPresetsAreThereInBothLanguages() {
        assertThat(Presets.load(folder).all())
                .extracting(Preset::name)
                .containsExactlyInAnyOrder(
                        "weaving_machine",
                        "embroidery",
                        "pixel_art",
                        "shu_brocade",
                        "damask",
                        "tapestry",
                        "tc2_photo",
                        "faithful");
        assertThat(Presets.load(folder).all()).allSatisfy(preset -> {
            assertThat(preset.title().in(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
            assertThat(preset.title().in(Locale.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(preset.description().in(Locale.ENGLISH)).isNotBlank();
        });
    }

    @Test
    void shuBrocadeHasTheDensitiesOfTheRealCloth() {
        Fabric fabric =
                Objects.requireNonNull(Presets.bundled("shu_brocade").recipe().fabric());

        assertThat(fabric.endsPerCm()).isEqualTo(58.4);
        assertThat(fabric.picksPerCm()).isEqualTo(21);
    }

    @Test
    void aMissingFolderMeansTheBundledOnes() {
        assertThat(Presets.load(folder.resolve("nowhere")).knows("damask")).isTrue();
    }

    @Test
    void anOwnFileAddsAPreset() throws Exception {
        own("织锦.yaml", "colours: 5", "repeat: half-drop", "strength: 0.3", "palette: ['#c8102e', '#ffffff']");

        Preset preset = Presets.load(folder).named("织锦");

        assertThat(preset.recipe().repeat()).isEqualTo(Repeat.HALF_DROP);
        assertThat(preset.recipe().palette()).hasSize(2);
        assertThat(preset.strength()).isEqualTo(0.3);
        assertThat(preset.prompt()).as("the configured one").isNull();
        assertThat(preset.title().en()).isEqualTo("织锦");
    }

    @Test
    void anOwnFileOfTheSameNameReplacesTheBundledOne() throws Exception {
        own("damask.yml", "colours: 3");

        assertThat(Presets.load(folder).named("damask").recipe().colours()).isEqualTo(3);
    }

    @Test
    void whatAnEditorLeavesBesideItIsNotRead() throws Exception {
        own(".damask.yaml.swp", "colours: x");
        own(".hidden.yaml", "colours: x");
        own("damask.yaml~", "colours: x");
        own("README.md", "# presets");

        assertThat(Presets.load(folder).all()).hasSize(8);
    }

    @Test
    void anUnknownKeyIsToldWithItsFileAndLine() throws Exception {
        own("mine.yaml", "colours: 5", "colors: 5");

        loading()
                .satisfies(e -> assertThat(e.code()).isEqualTo("BAD_PRESET"))
                .satisfies(e -> assertThat(e).hasMessageContaining("mine.yaml").hasMessageContaining("colors"))
                .satisfies(e -> assertThat(e).hasMessageContainingAll("line 2", "did you mean colours?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colours: many", "colours: [1", "- colours", ""})
    void whatIsNoPresetIsToldWithItsFile(String text) throws Exception {
        own("mine.yaml", text);

        loading()
                .satisfies(e -> assertThat(e.code()).isEqualTo("BAD_PRESET"))
                .satisfies(e -> assertThat(e).hasMessageContaining("mine.yaml"));
    }

    @ParameterizedTest
    @CsvSource({
        "colours: 1,colours",
        "colours: 65,colours",
        "repeat: diagonal,half-drop",
        "strength: 1.5,strength",
        "strength: -0.1,strength",
        "'palette: [''red'']',red",
    })
    void aValueThatDoesNotFitIsToldWithWhatIsAllowed(String line, String told) throws Exception {
        own("mine.yaml", line);

        loading()
                .satisfies(e -> assertThat(e.code()).isEqualTo("BAD_PRESET"))
                .satisfies(e -> assertThat(e).hasMessageContaining("mine.yaml").hasMessageContaining(told))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("dev.shuttle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"silk.gpl", "silk.csv"})
    void aPaletteCanBeAYarnCardBesideThePreset(String card) throws Exception {
        own("silk.gpl", "GIMP Palette", "Name: silk", "#", "200 16 46 Crimson", "255 255 240 Ivory");
        own("silk.csv", "Garn;Rot;Grün;Blau", "Crimson;200;16;46", "Ivory;255;255;240");
        own("mine.yaml", "palette: " + card);

        assertThat(Presets.load(folder).named("mine").recipe().palette())
                .containsExactly(Rgb.parse("#c8102e"), Rgb.parse("#fffff0"));
    }

    @Test
    void aYarnCardThatCannotBeUsedIsToldWithPresetCardAndLine() throws Exception {
        own("silk.csv", "name,hex", "Crimson,crimson");
        own("mine.yaml", "palette: silk.csv");

        loading()
                .satisfies(e -> assertThat(e.code()).isEqualTo("BAD_PRESET"))
                .satisfies(e -> assertThat(e).hasMessageContainingAll("mine.yaml", "silk.csv", "line 2"))
                .satisfies(e -> assertThat(e.hint()).contains("Mend that entry"));
    }

    @Test
    void aYarnCardThatIsNotThereIsTold() throws Exception {
        own("mine.yaml", "palette: silk.ase");

        loading().satisfies(e -> assertThat(e).hasMessageContainingAll("mine.yaml", "silk.ase", "cannot be read"));
    }

    @Test
    void aPresetThatIsNotThereIsToldWithThoseThatAre() {
        Presets presets = Presets.load(folder);

        assertThat(presets.knows("damsk")).isFalse();
        assertThatThrownBy(() -> presets.named("damsk"))
                .asInstanceOf(type(PresetException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo("UNKNOWN_PRESET"))
                .satisfies(e -> assertThat(e.hint()).contains("damask", "weaving_machine"));
        assertThatThrownBy(() -> Presets.bundled("../journal/V1__jobs"))
                .asInstanceOf(type(PresetException.class))
                .extracting(PresetException::code)
                .isEqualTo("UNKNOWN_PRESET");
    }

    @Test
    void theNamesAreListedForMessages() {
        assertThat(Presets.load(folder).names()).startsWith("damask, embroidery, faithful, pixel_art, shu_brocade");
    }
}
