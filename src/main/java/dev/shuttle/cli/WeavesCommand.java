package dev.shuttle.cli;

import dev.shuttle.app.StartException;
import dev.shuttle.loom.library.BuiltInWeaves;
import dev.shuttle.loom.library.WeaveException;
import dev.shuttle.loom.library.WeaveFile;
import dev.shuttle.loom.library.WeaveFormula;
import dev.shuttle.loom.render.WeavePicture;
import dev.shuttle.loom.weave.FloatBounds;
import dev.shuttle.loom.weave.UnitWeave;
import dev.shuttle.loom.weave.WeaveAnalysis;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "weaves",
        description = {
            "List, draw and check weaves.",
            "Files are WIF, DTX, rows of X and . as text, or a picture of one repeat in black and white. Formulas such as"
                    + " \"satin 8/3 warp\" are weaves too. With neither, the built-in weaves and your own are listed."
        },
        mixinStandardHelpOptions = true)
final class WeavesCommand implements Callable<Integer> {
    /** Larger repeats are drawn into a file alone. */
    private static final int WIDEST = 64;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Parameters(paramLabel = "FILE|FORMULA", arity = "0..*", description = "A weave's file, or a formula in quotes.")
    private List<String> named = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Draw each weave on squared paper into this folder, as PNG.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        return named.isEmpty() ? listed() : checked();
    }

    private int listed() throws IOException {
        Settings settings = settingsOption.settings();
        boolean chinese = settings.locale().getLanguage().equals("zh");
        PrintWriter out = out();
        for (BuiltInWeaves.Group group : BuiltInWeaves.groups()) {
            out.println(chinese ? group.chinese() : group.title());
            for (UnitWeave weave : group.weaves()) {
                out.println("  " + line(weave));
                drawn(weave);
            }
        }
        Path own = settings.folders().weaves();
        out.println(own.toString());
        int refused = 0;
        for (Path file : files(own)) {
            refused += file(file, false) ? 0 : 1;
        }
        out.flush();
        return refused == 0 ? ShuttleCommand.DONE : ShuttleCommand.SOME_FAILED;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> WeaveFile.isName(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private int checked() throws IOException {
        int refused = 0;
        for (String name : named) {
            Path file = path(name);
            boolean good = file == null ? formula(name) : file(file, true);
            refused += good ? 0 : 1;
        }
        out().flush();
        return refused == 0 ? ShuttleCommand.DONE : ShuttleCommand.SOME_FAILED;
    }

    /** A file that is there, or one of the folder of weaves; null for what is a formula. */
    private @Nullable Path path(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file) || !WeaveFile.isName(name)) {
                return Files.isRegularFile(file) ? file : null;
            }
            Path own = settingsOption.settings().folders().weaves().resolve(name);
            if (Files.isRegularFile(own)) {
                return own;
            }
        } catch (InvalidPathException e) {
            return null;
        }
        throw new StartException(name + " is not there", "name a file, one in the folder of weaves, or a formula");
    }

    private boolean formula(String text) throws IOException {
        try {
            told(WeaveFormula.of(text), true);
            return true;
        } catch (WeaveException e) {
            return refused(e);
        }
    }

    private boolean file(Path file, boolean drawing) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(WeaveFile.MOST_BYTES + 1);
        }
        try {
            for (UnitWeave weave : WeaveFile.all(file.getFileName().toString(), bytes)) {
                told(weave, drawing);
            }
            return true;
        } catch (WeaveException e) {
            return refused(e);
        }
    }

    private boolean refused(WeaveException e) {
        out().flush();
        PrintWriter err = spec.commandLine().getErr();
        err.println("shuttle: " + e.message());
        err.println("hint: " + e.hint());
        err.flush();
        return false;
    }

    private void told(UnitWeave weave, boolean drawing) throws IOException {
        out().println((drawing ? "" : "  ") + line(weave));
        WeaveAnalysis analysis = weave.analysis();
        if (!analysis.hangsTogether()) {
            out().println("  look at it: some of its threads lie loose on the others");
        }
        if (analysis.fewestOfAnEnd() * 2 < analysis.mostOfAnEnd()) {
            out().println("  look at it: its ends take up differently; one interlaces " + analysis.fewestOfAnEnd()
                    + " times, another " + analysis.mostOfAnEnd());
        }
        if (drawing && Math.max(weave.ends(), weave.lines()) <= WIDEST) {
            for (int line = 0; line < weave.lines(); line++) {
                StringBuilder row = new StringBuilder("  ");
                for (int end = 0; end < weave.ends(); end++) {
                    row.append(weave.isUp(end, line) ? 'X' : '.');
                }
                out().println(row);
            }
        }
        drawn(weave);
    }

    /** Name, repeat, floats on both faces, share of the warp. */
    private static String line(UnitWeave weave) {
        FloatBounds longest = weave.analysis().longest();
        return String.format(
                Locale.ROOT,
                "%-22s %3d × %-3d  floats: warp %d, weft %d  warp %.0f %%",
                weave.name(),
                weave.ends(),
                weave.lines(),
                Math.max(longest.warpFace(), longest.warpBack()),
                Math.max(longest.weftFace(), longest.weftBack()),
                100 * weave.warpShare());
    }

    private void drawn(UnitWeave weave) throws IOException {
        if (output != null) {
            Files.createDirectories(output);
            String name = weave.name().replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^[-.]+|-+$", "");
            ImageIO.write(
                    WeavePicture.of(weave), "png", output.resolve(name + ".png").toFile());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
