package dev.shuttle.cli;

import dev.shuttle.loom.design.Recipe;
import dev.shuttle.recipe.preset.Preset;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "presets", description = "List the presets.", mixinStandardHelpOptions = true)
final class PresetsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Override
    public Integer call() {
        Settings settings = settingsOption.settings();
        PrintWriter out = spec.commandLine().getOut();
        for (Preset preset : Presets.load(settings.folders().presets()).all()) {
            Recipe recipe = preset.recipe();
            out.printf(
                    "%-16s %2d colours  regions of %d and more  %s%n",
                    preset.name(),
                    recipe.colours(),
                    recipe.minRegion(),
                    preset.title().in(settings.locale()));
            out.printf("%-16s %s%n", "", preset.description().in(settings.locale()));
        }
        out.flush();
        return ShuttleCommand.DONE;
    }
}
