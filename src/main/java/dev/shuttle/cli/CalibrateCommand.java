package dev.shuttle.cli;

import dev.shuttle.app.StartException;
import dev.shuttle.loom.calibration.Calibrating;
import dev.shuttle.loom.calibration.CalibrationException;
import dev.shuttle.loom.calibration.MeasuredPatch;
import dev.shuttle.loom.calibration.PatchTable;
import dev.shuttle.loom.calibration.Viewing;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.recipe.CalibrationFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "calibrate",
        description = {
            "Learn from measured patches of a weave blanket how its yarns look and mix.",
            "Fill in measured_L, measured_a and measured_b in its patches.csv; recipes then name the calibration."
        },
        mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Parameters(paramLabel = "FILE", description = "The blanket's patches.csv with measured values.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "What recipes call it. Default: the file's name.")
    private @Nullable String name;

    @Option(
            names = "--under",
            paramLabel = "LIGHT/OBSERVER",
            description =
                    "What was measured for, where the table does not say: D65/10 (default), D65/2, D50/2, D50/10.")
    private @Nullable String under;

    @Override
    public Integer call() throws IOException {
        String called = name != null ? name : usualName();
        if (!CalibrationFile.isName(called)) {
            throw new ParameterException(spec.commandLine(), "--name: " + called + " cannot be a calibration's name");
        }
        Path folder = settingsOption.settings().folders().calibrations();
        try {
            PatchTable table = PatchTable.read(bytes(), viewing());
            Calibrating found = Calibrating.of(called, table.patches());
            Files.createDirectories(folder);
            Path written = folder.toAbsolutePath().resolve(CalibrationFile.file(called));
            Disk.writeAtomically(written, CalibrationFile.written(found.calibration()));
            say(found, table, written);
            return ShuttleCommand.DONE;
        } catch (CalibrationException e) {
            throw new StartException(file + ": " + e.message(), e.hint());
        }
    }

    private String usualName() {
        return file.getFileName().toString().replaceFirst("(?i)\\.csv$", "").replaceFirst("\\.patches$", "");
    }

    private @Nullable Viewing viewing() {
        return under == null
                ? null
                : Viewing.of(under)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "--under is one of " + Arrays.toString(Viewing.values()) + ", not " + under));
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StartException(file + " cannot be read", "name the patches.csv of a weave blanket");
        }
    }

    private void say(Calibrating found, PatchTable table, Path written) {
        PrintWriter out = spec.commandLine().getOut();
        Calibration calibration = found.calibration();
        Calibration.Quality quality = calibration.quality();
        out.printf(
                "%d patches measured under %s, %d without a value%n", quality.patches(), table.viewing(), table.left());
        out.printf(
                "mean CIEDE2000: %.2f before, %.2f fitted, %.2f for patches left out%n",
                quality.before(), quality.fitted(), quality.leftOut());
        out.printf(
                "Yule-Nielsen n %.2f, spread %.2f, %d yarns%n",
                calibration.law().n(),
                calibration.law().spread(),
                calibration.yarns().size());
        for (MeasuredPatch patch : found.doubtful()) {
            out.printf("look at patch %d (line %d): the others do not explain it%n", patch.number(), patch.line());
        }
        out.println(written);
        out.println("in a ticket or a preset: calibration: " + calibration.name());
        out.flush();
    }
}
