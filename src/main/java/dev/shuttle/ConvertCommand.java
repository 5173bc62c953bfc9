package dev.shuttle;

import dev.shuttle.disk.Disk;
import dev.shuttle.job.Order;
import dev.shuttle.loom.Recipe;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.TicketFile;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        name = "convert",
        description = {
            "Convert pictures now, without a watch.",
            "A folder gets everything a job leaves, a .png the point paper alone."
        },
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    private static final String STREAM = "-";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Mixin
    private Feedback feedback = new Feedback();

    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "Pictures; - reads one from standard input.")
    private List<String> images = List.of();

    @Option(
            names = {"-p", "--preset"},
            paramLabel = "PRESET",
            description = "A preset; see shuttle presets.")
    private @Nullable String preset;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR|FILE.png",
            description = "Where to; - writes the point paper to standard output. Default: the outbox.")
    private @Nullable String output;

    @Option(
            names = {"-k", "--colours"},
            paramLabel = "COLOURS",
            description = "How many colours, 2 to 64.")
    private @Nullable Integer colours;

    @Option(names = "--ticket", paramLabel = "FILE", description = "A ticket for all the pictures; -p and -k beat it.")
    private @Nullable Path ticket;

    @Option(names = "--cloud", description = "By way of the cloud; needs a key.")
    private boolean cloud;

    @Override
    public Integer call() throws Exception {
        check();
        Settings settings = settingsOption.settings();
        Order order = order(settings);
        List<Path> files = new ArrayList<>();
        for (String image : images) {
            files.add(image.equals(STREAM) ? standardInput() : Path.of(image));
        }
        Target target = target(files.size());
        return cloud
                ? new CloudConversion(settings, settingsOption.configuration(), spec.commandLine(), feedback)
                        .convert(files, order, ticket, target)
                : new LocalConversion(settings, spec.commandLine(), feedback).convert(files, order, ticket, target);
    }

    private Order order(Settings settings) throws IOException {
        Ticket asked = ticket == null ? Ticket.NONE : read(ticket);
        Ticket counted = colours == null ? asked : asked.withColours(colours);
        return preset == null ? Order.of(settings.intake().preset(), counted) : new Order(preset, counted);
    }

    private Ticket read(Path file) throws IOException {
        try {
            if (Files.size(file) > TicketFile.MOST_BYTES) {
                throw new RecipeException("is too large", "a ticket has " + TicketFile.MOST_BYTES + " bytes at most");
            }
            return TicketFile.read(Files.readAllBytes(file));
        } catch (RecipeException e) {
            throw new StartException(file + ": " + e.getMessage(), e.hint());
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), file + " is not a file");
        }
    }

    private void check() {
        if (colours != null && (colours < Recipe.FEWEST_COLOURS || colours > Recipe.MOST_COLOURS)) {
            throw new ParameterException(spec.commandLine(), "-k must be 2 to 64, not " + colours);
        }
        if (images.size() > 1 && (images.contains(STREAM) || isPaper())) {
            throw new ParameterException(spec.commandLine(), "one picture at a time into a stream or a .png");
        }
        for (String image : images) {
            if (!image.equals(STREAM) && !Files.isRegularFile(Path.of(image))) {
                throw new ParameterException(spec.commandLine(), image + " is not a file");
            }
        }
    }

    private boolean isPaper() {
        return output != null && (output.equals(STREAM) || isPng(output));
    }

    private static boolean isPng(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".png");
    }

    private Target target(int count) {
        boolean streamed = output == null ? images.contains(STREAM) : output.equals(STREAM);
        if (streamed && feedback.isJson()) {
            throw new ParameterException(spec.commandLine(), "standard output is the picture's; --json needs -o FILE");
        }
        if (streamed) {
            return new Target.Stream();
        }
        if (output == null) {
            return new Target.Outbox();
        }
        Path path = Path.of(output);
        return isPng(output) ? new Target.Paper(path) : new Target.Folder(path, count == 1);
    }

    private static Path standardInput() throws IOException {
        Path folder = Files.createTempDirectory("shuttle");
        Path file = folder.resolve("stdin");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Disk.deleteTree(folder);
            } catch (IOException left) {
                // The system clears its temporary folder.
            }
        }));
        Files.copy(System.in, file);
        return file;
    }
}
