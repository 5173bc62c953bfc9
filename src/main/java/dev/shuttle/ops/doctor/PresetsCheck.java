package dev.shuttle.ops.doctor;

import dev.shuttle.recipe.preset.PresetException;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.page.Text;
import java.nio.file.Path;
import java.util.List;

/** Whether the presets can be read, and the default one is among them. */
record PresetsCheck(Path folder, String usual) implements Check {
    @Override
    public String name() {
        return "presets";
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        try {
            Presets presets = Presets.load(folder);
            return List.of(
                    presets.knows(usual)
                            ? words.ok("presets", presets.all().size(), usual)
                            : words.fail("presets.usual", usual, presets.names()));
        } catch (PresetException e) {
            return List.of(words.told(Level.FAIL, Text.plain(e.hint()), "said", String.valueOf(e.getMessage())));
        }
    }
}
