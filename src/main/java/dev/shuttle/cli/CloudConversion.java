package dev.shuttle.cli;

import dev.shuttle.app.Folders;
import dev.shuttle.app.Program;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * {@code convert --cloud}: the same routes as {@code run}, with the inbox shut. Its work folder is its own, so that it can
 * run beside {@code run}; what a kill interrupts there goes on with the next such command.
 */
final class CloudConversion {
    private final Settings settings;
    private final Configuration configuration;
    private final Terminal terminal;
    private final Feedback feedback;

    CloudConversion(Settings settings, Configuration configuration, Terminal terminal, Feedback feedback) {
        this.settings = settings;
        this.configuration = configuration;
        this.terminal = terminal;
        this.feedback = feedback;
    }

    int convert(List<Path> pictures, Order order, @Nullable Path ticket, Target target)
            throws IOException, InterruptedException {
        feedback.settle();
        if (!settings.cloudIsOn()) {
            throw new SettingsException(
                    List.of("--cloud needs a key in DASHSCOPE_API_KEY, TONGYI_API_KEY or dashscope.api-key-file"));
        }
        Path outbox = outbox(target);
        Settings own = settings.withFolders(settings.folders().work().resolve("convert"), outbox)
                .withoutRemotes();
        Map<JobId, CompletableFuture<Job>> awaited = new ConcurrentHashMap<>();
        JobEvents events = new JobEvents();
        events.onEnd(job -> awaited.computeIfAbsent(job.id(), id -> new CompletableFuture<>())
                .complete(job));
        try (Program program = Program.start(own, configuration, false, events)) {
            List<Job> ended = new ArrayList<>();
            try (Bar bar = feedback.bar(pictures.size())) {
                events.onEnd(job -> bar.step(job.source().name()));
                for (JobId id : dispatched(program, pictures, order, ticket)) {
                    ended.add(ended(awaited.computeIfAbsent(id, unused -> new CompletableFuture<>())));
                }
            }
            return delivered(ended, program.outbox(), target);
        }
    }

    private Path outbox(Target target) {
        if (target instanceof Target.Folder folder) {
            Path results = folder.folder().toAbsolutePath();
            return folder.direct() ? Outbox.passing(results).root() : results;
        }
        return settings.folders().outbox();
    }

    private static List<JobId> dispatched(Program program, List<Path> pictures, Order order, @Nullable Path ticket)
            throws IOException {
        List<JobId> ids = new ArrayList<>();
        try (ProducerTemplate template = program.context().createProducerTemplate()) {
            for (Path picture : pictures) {
                JobFolder folder = program.claim().copy(picture, ticket, Origin.CLI);
                Job job = program.admission().admit(folder, order);
                ids.add(job.id());
                template.sendBody("direct:dispatch", job);
            }
        }
        return ids;
    }

    private static Job ended(CompletableFuture<Job> awaited) throws InterruptedException {
        try {
            return awaited.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private int delivered(List<Job> ended, Outbox outbox, Target target) throws IOException {
        Job first = ended.get(0);
        Path place = outbox.placeOf(first).orElseThrow();
        Path paper = place.resolve(first.source().stem() + ".pointpaper.png");
        boolean done = first.state() instanceof JobState.Done;
        if (target instanceof Target.Stream) {
            System.out.write(done ? Files.readAllBytes(paper) : new byte[0]);
            System.out.flush();
            return done ? ShuttleCommand.DONE : ShuttleCommand.SOME_FAILED;
        }
        if (target instanceof Target.Paper file) {
            if (done) {
                Disk.writeAtomically(file.file().toAbsolutePath(), Files.readAllBytes(paper));
                Modes.publishFile(file.file().toAbsolutePath());
            }
            return summary(ended, new ResultTable(outbox), terminal.err());
        }
        if (target instanceof Target.Folder folder && folder.direct()) {
            Folders.moveInto(place, folder.folder());
            Disk.deleteTree(outbox.root());
            return summary(ended, ResultTable.in(folder.folder()), terminal.out());
        }
        return summary(ended, new ResultTable(outbox), terminal.out());
    }

    private int summary(List<Job> ended, ResultTable results, PrintWriter people) {
        ended.forEach(job -> feedback.ended(terminal.out(), results, job));
        return feedback.ended(people, results, ended);
    }
}
