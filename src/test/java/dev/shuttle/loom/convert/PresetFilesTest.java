package dev.shuttle.loom.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Style;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetFilesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "weaving_machine",
                "embroidery",
                "pixel_art",
                "shu_brocade",
                "damask",
                "tapestry",
                "tc2_photo",
                "faithful"
            })
    void everyPresetIsComplete(String name) throws IOException {
        JsonNode preset = read(name);
        assertThat(preset.at("/title/en").asText()).isNotBlank();
        assertThat(preset.at("/title/zh").asText()).isNotBlank();
        assertThat(preset.at("/description/zh").asText()).isNotBlank();
        assertThat(preset.get("prompt").asText()).isNotBlank().hasSizeLessThanOrEqualTo(400);
        assertThat(preset.get("strength").asDouble()).isBetween(0.0, 1.0);
        JsonNode style = preset.get("style");
        Recipe recipe = Recipe.faithful(preset.get("colours").asInt())
                .withMinRegion(preset.get("min_region").asInt())
                .withRepeat(Repeat.valueOf(
                        preset.get("repeat").asText().toUpperCase(Locale.ROOT).replace('-', '_')))
                .withStyle(new Style(
                        style.get("contrast").asDouble(),
                        style.get("saturation").asDouble(),
                        style.get("smoothing").asInt(),
                        style.get("edges").asBoolean(),
                        style.path("one_hue").asBoolean(),
                        style.path("redrawn").asBoolean()));
        PointPaper paper =
                new LoomEngine(2).design(Pictures.photo(200, 150), recipe).pointPaper();
        assertThat(paper.palette().size()).isBetween(2, recipe.colours());
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = PresetFilesTest.class.getResourceAsStream("/presets/" + name + ".yaml")) {
            return new YAMLMapper().readTree(in);
        }
    }
}
