package dev.shuttle.cli;

import dev.shuttle.app.StartException;
import dev.shuttle.ops.logging.Logs;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.TicketFile;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries a {@link ConvertRequest} out. */
final class ConvertRunner {
    private ConvertRunner() {}

    /** The exit code. */
    static int run(ConvertRequest request, Configuration configuration, Terminal terminal, Feedback feedback)
            throws IOException, InterruptedException {
        Settings settings = Settings.of(configuration);
        if (isSilent(request)) {
            try {
                return converted(request, settings, configuration, terminal, feedback);
            } catch (RuntimeException unforeseen) {
                Logs.settle(settings.service().log()); // whoever catches it prints it there
                throw unforeseen;
            }
        }
        Logs.settle(settings.service().log());
        return converted(request, settings, configuration, terminal, feedback);
    }

    /** A point paper alone says nothing to the log: setting that up would take as long as a small picture. */
    private static boolean isSilent(ConvertRequest request) {
        return !request.cloud()
                && (request.target() instanceof Target.Paper || request.target() instanceof Target.Stream);
    }

    private static int converted(
            ConvertRequest request,
            Settings settings,
            Configuration configuration,
            Terminal terminal,
            Feedback feedback)
            throws IOException, InterruptedException {
        Order order = order(request, settings);
        if (order.ticket().isAsIs()) {
            if (!PaperRunner.isFolder(request.target()) || request.images().contains(ConvertRequest.STREAM)) {
                throw new StartException("a woven point paper needs a file and a folder", "convert FILE -o DIR");
            }
            return PaperRunner.run(request, PaperRunner.Options.NONE, configuration, terminal, feedback);
        }
        List<Path> files = new ArrayList<>();
        for (String image : request.images()) {
            files.add(image.equals(ConvertRequest.STREAM) ? standardInput() : Path.of(image));
        }
        return request.cloud()
                ? new CloudConversion(settings, configuration, terminal, feedback)
                        .convert(files, order, request.ticket(), request.target())
                : new LocalConversion(settings, terminal, feedback)
                        .convert(files, order, request.ticket(), request.target());
    }

    /** Makes a weave blanket; the exit code. */
    static int blanket(ConvertRequest request, Configuration configuration, Terminal terminal, Feedback feedback)
            throws IOException {
        Settings settings = Settings.of(configuration);
        Logs.settle(settings.service().log());
        return new LocalConversion(settings, terminal, feedback)
                .blanket(order(request, settings), request.ticket(), request.target());
    }

    /** Writes lift plans that try a machine; the exit code. */
    static int hookTest(ConvertRequest request, Configuration configuration, Terminal terminal, Feedback feedback)
            throws IOException {
        Settings settings = Settings.of(configuration);
        Logs.settle(settings.service().log());
        Target.Folder target = (Target.Folder) request.target();
        return new LocalConversion(settings, terminal, feedback)
                .hookTest(order(request, settings), target.folder().toAbsolutePath());
    }

    /** What a request's ticket and options say, but for the preset. */
    static Ticket ticket(ConvertRequest request) throws IOException {
        Path file = request.ticket();
        Ticket asked = file == null ? Ticket.NONE : ticket(file);
        Integer colours = request.colours();
        return onMachine(colours == null ? asked : asked.withColours(colours), request.machine());
    }

    private static Ticket onMachine(Ticket ticket, @Nullable String machine) {
        try {
            return machine == null
                    ? ticket
                    : Ticket.of(Map.of("machine", machine)).over(ticket);
        } catch (RecipeException e) {
            throw new StartException("--machine: " + e.getMessage(), e.hint());
        }
    }

    private static Order order(ConvertRequest request, Settings settings) throws IOException {
        Ticket counted = ticket(request);
        String preset = request.preset();
        return preset == null ? Order.of(settings.intake().preset(), counted) : new Order(preset, counted);
    }

    private static Ticket ticket(Path file) throws IOException {
        try {
            if (Files.size(file) > TicketFile.MOST_BYTES) {
                throw new RecipeException("is too large", "a ticket has " + TicketFile.MOST_BYTES + " bytes at most");
            }
            return TicketFile.read(Files.readAllBytes(file));
        } catch (RecipeException e) {
            throw new StartException(file + ": " + e.getMessage(), e.hint());
        }
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
