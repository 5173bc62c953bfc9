package dev.shuttle.cli;

import dev.shuttle.app.StartException;
import dev.shuttle.ops.logging.Logs;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.paper.IssuedPapers;
import dev.shuttle.pipeline.paper.SidecarException;
import dev.shuttle.pipeline.paper.SidecarName;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weaves point papers that a command names as they are. */
final class PaperRunner {
    private PaperRunner() {}

    /**
     * What only {@code weave} has.
     *
     * @param from a report, or a sidecar; null: what lies beside each paper
     * @param fit a ticket's word; null: the ticket's
     */
    record Options(@Nullable Path from, @Nullable String fit, boolean snap) {
        static final Options NONE = new Options(null, null, false);
    }

    /** Whether the target can take all that a paper leaves. */
    static boolean isFolder(Target target) {
        return target instanceof Target.Folder || target instanceof Target.Outbox;
    }

    /** The exit code. */
    static int run(
            ConvertRequest request, Options options, Configuration configuration, Terminal terminal, Feedback feedback)
            throws IOException {
        Settings settings = Settings.of(configuration);
        Logs.settle(settings.service().log());
        Path sidecar = options.from() == null ? null : sidecar(options.from());
        Path folder = Files.createTempDirectory("shuttle");
        try {
            Path ticket = folder.resolve("ticket.yaml");
            Disk.write(ticket, ticket(request, options).written());
            List<Path> papers = request.images().stream().map(Path::of).toList();
            return new LocalConversion(settings, terminal, feedback).weave(papers, ticket, sidecar, request.target());
        } finally {
            Disk.deleteTree(folder);
        }
    }

    private static Ticket ticket(ConvertRequest request, Options options) throws IOException {
        Ticket asked = ConvertRunner.ticket(request);
        Map<String, Object> keys = new LinkedHashMap<>(asked.given());
        keys.putAll(Ticket.NONE.asIs().given());
        if (request.preset() != null) {
            keys.put("preset", request.preset());
        }
        if (options.fit() != null) {
            keys.put("fit", options.fit());
        }
        if (options.snap()) {
            keys.put("snap", true);
        }
        try {
            return Ticket.of(keys);
        } catch (RecipeException e) {
            throw new StartException("the ticket: " + e.getMessage(), e.hint());
        }
    }

    /** The sidecar itself, or the one that lies beside a report. */
    private static Path sidecar(Path from) throws IOException {
        if (!Files.isRegularFile(from)) {
            throw new StartException(from + " is not a file", "--from takes a job's report.json");
        }
        Path file = SidecarName.isOne(from.getFileName().toString()) ? from : beside(from);
        try {
            IssuedPapers.read(file);
            return file;
        } catch (SidecarException e) {
            throw new StartException(from + ": " + e.getMessage(), e.hint());
        }
    }

    private static Path beside(Path report) throws IOException {
        try (Stream<Path> files = Files.list(report.toAbsolutePath().getParent())) {
            return files.filter(file -> SidecarName.isOne(file.getFileName().toString()))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new StartException(
                            "there is no point paper's .pointpaper.json beside " + report,
                            "name the preset with -p; the paper's colours are taken as they are"));
        }
    }
}
