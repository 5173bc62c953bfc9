package dev.shuttle.cli;

import dev.shuttle.app.StartException;
import dev.shuttle.app.WorkLock;
import dev.shuttle.ops.logging.Logs;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.intake.Weaves;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalMove;
import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.pipeline.paper.SidecarName;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.pipeline.publish.Publisher;
import dev.shuttle.recipe.TicketFile;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Json;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "jobs",
        description =
                "Look into the journal; retry or cancel a job; list the nodes; move the journal to another database.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class JobsCommand implements Callable<Integer> {
    enum Action {
        LIST,
        SHOW,
        RETRY,
        CANCEL,
        NODES,
        MOVE
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Parameters(index = "0", defaultValue = "list", description = "list, show, retry, cancel, nodes or move")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "the job")
    private @Nullable String id;

    @Option(names = "-n", paramLabel = "N", description = "How many jobs to list.")
    private int count = 50;

    @Option(names = "--json", description = "list, show and nodes: a line of JSON for each.")
    private boolean json;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "move: the database to copy the journal to, such as jdbc:postgresql://host/shuttle; user and"
                    + " password are shuttle.journal.user and shuttle.journal.password.")
    private @Nullable String to;

    @Override
    public Integer call() throws IOException {
        Settings settings = settingsOption.settings();
        if (action == Action.MOVE) {
            return move(settings);
        }
        Files.createDirectories(settings.folders().work());
        Settings.Database database = settings.journal();
        try (Journal journal = JdbcJournal.open(database.url(), database.user(), database.password())) {
            if (action == Action.LIST) {
                list(journal);
                return ShuttleCommand.DONE;
            }
            if (action == Action.NODES) {
                NodesTable.print(journal.knownNodes(), json, out());
                return ShuttleCommand.DONE;
            }
            Job job = required(journal);
            switch (action) {
                case SHOW -> show(job, journal, new Outbox(settings.folders().outbox()));
                case RETRY -> retry(job, settings);
                case CANCEL -> cancel(job, journal);
                case LIST, NODES, MOVE -> {}
            }
            return ShuttleCommand.DONE;
        } finally {
            out().flush();
        }
    }

    /** The names are those of {@code report.json}. */
    private record JobLine(
            String picture,
            String job,
            String state,
            String preset,
            @Nullable String node,
            Instant admittedAt,
            @Nullable Problem problem) {
        JobLine(Job job, @Nullable String node) {
            this(
                    job.source().name(),
                    job.id().value(),
                    job.state().name(),
                    job.order().preset(),
                    node,
                    job.admittedAt(),
                    problemOf(job));
        }
    }

    private void list(Journal journal) {
        List<Job> jobs = journal.newest(count);
        Map<JobId, String> nodes =
                new HashMap<>(journal.nodes(jobs.stream().map(Job::id).toList()));
        if (json) {
            jobs.forEach(job -> out().println(Json.line(new JobLine(job, nodes.get(job.id())))));
            return;
        }
        Map<String, String> standings = journal.knownNodes().stream()
                .filter(node -> node.standing() != KnownNode.Standing.THERE)
                .collect(Collectors.toMap(
                        KnownNode::name, node -> " (" + node.standing().word() + ")", (a, b) -> a));
        nodes.replaceAll((job, node) -> node + standings.getOrDefault(node, ""));
        int width = nodes.values().stream().mapToInt(String::length).max().orElse(0);
        if (jobs.isEmpty()) {
            out().println("no jobs yet");
        }
        for (Job job : jobs) {
            out().printf(
                            "%s  %-10s  %-16s  %s%s%s%n",
                            job.id(),
                            job.state().name(),
                            job.order().preset(),
                            width == 0 ? "" : padded(nodes.getOrDefault(job.id(), "-"), width) + "  ",
                            Logs.printable(job.source().name()),
                            problem(job));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void show(Job job, Journal journal, Outbox outbox) {
        String node = journal.nodes(List.of(job.id())).get(job.id());
        if (json) {
            out().println(Json.line(new JobLine(job, node)));
            return;
        }
        out().println("job      " + job.id());
        out().println("picture  " + Logs.printable(job.source().name()) + ", "
                + job.source().bytes() + " bytes");
        out().println("preset   " + job.order().preset());
        out().println("state    " + job.state().name() + problem(job));
        if (node != null) {
            out().println("node     " + node);
        }
        if (job.isFinal()) {
            out().println("folder   " + outbox.placeOf(job).map(Path::toString).orElse("no longer in the outbox"));
        }
        journal.history(job.id())
                .forEach(step -> out().println("         " + step.at() + "  " + step.state()
                        + (step.node() == null ? "" : "  " + step.node())));
        for (Attempt attempt : job.attempts()) {
            out().println("attempt  " + attempt.at() + "  " + attempt.model() + "  " + attempt.stage() + "  "
                    + attempt.code() + ": " + Logs.printable(String.valueOf(attempt.message())));
        }
        if (job.cloud() != null) {
            out().println("task     " + job.cloud().taskId() + " of "
                    + job.cloud().model() + ", request " + job.cloud().requestId());
        }
    }

    /** A retry is a new job of the same picture: what the old one left stays where it is. */
    private void retry(Job job, Settings settings) throws IOException {
        if (!job.isFinal()) {
            throw new StartException("job " + job.id() + " has not ended yet", "cancel it first, or wait");
        }
        Path original = new Outbox(settings.folders().outbox())
                .placeOf(job)
                .map(place -> place.resolve("source." + job.source().extension()))
                .filter(Files::exists)
                .orElseThrow(() -> new StartException(
                        "the original of job " + job.id() + " is no longer in the outbox", "drop the picture again"));
        Path inbox = settings.folders().inbox();
        String preset = job.order().preset();
        boolean usual = preset.equals(settings.intake().preset())
                || !Presets.load(settings.folders().presets()).knows(preset);
        Path folder = usual ? inbox : inbox.resolve(preset);
        Files.createDirectories(folder);
        Path again = free(folder, job.source().name());
        Path ticket = original.resolveSibling(Publisher.TICKET);
        if (Files.exists(ticket)) {
            Disk.copy(
                    ticket,
                    again.resolveSibling(TicketFile.ticketOf(again.getFileName().toString())));
        }
        Path sidecar = original.resolveSibling(Publisher.SIDECAR);
        if (Files.exists(sidecar)) {
            Disk.copy(sidecar, SidecarName.of(again).get(0));
        }
        Path weaves = settings.folders().weaves();
        Path result = Objects.requireNonNull(original.getParent());
        for (String weave : Weaves.again(Weaves.written(job.order().ticket()), result, Publisher.WEAVE, weaves)) {
            out().println("the weave " + weave + " is in " + weaves + " again");
        }
        Disk.copy(original, again);
        out().println("the picture is in the inbox again");
    }

    private static Path free(Path folder, String name) {
        Path path = folder.resolve(name);
        for (int i = 1; Files.exists(path); i++) {
            path = folder.resolve("retry-" + i + "-" + name);
        }
        return path;
    }

    /** Nobody may work on the journal meanwhile: what is committed during the copy would be lost. */
    private int move(Settings settings) throws IOException {
        Settings.Database database = settings.journal();
        String target = to;
        if (target == null || !target.matches("jdbc:(sqlite|postgresql):.+")) {
            throw new StartException(
                    "jobs move needs the database to move to",
                    "--to jdbc:postgresql://host/shuttle or --to jdbc:sqlite:FILE");
        }
        if (target.equals(database.url())) {
            throw new StartException("the journal is in " + target + " already", "name another database");
        }
        Files.createDirectories(settings.folders().work());
        FileChannel lock = WorkLock.take(settings.folders().work());
        Map<String, Long> moved;
        try (JdbcJournal from = JdbcJournal.open(database.url(), database.user(), database.password());
                JdbcJournal into = JdbcJournal.open(target, database.user(), database.password())) {
            moved = JournalMove.move(from, into);
        } finally {
            lock.close();
        }
        out().println(moved.get("job") + " jobs and " + moved.get("transition") + " transitions are in " + target);
        out().println("to use it: shuttle.journal.url=" + target + "; the former journal is as it was");
        return ShuttleCommand.DONE;
    }

    private void cancel(Job job, Journal journal) {
        if (job.isFinal()) {
            throw new StartException(
                    "job " + job.id() + " has ended as " + job.state().name(), "nothing to cancel");
        }
        journal.requestCancel(job.id());
        out().println("the job will be given up at its next step");
    }

    private Job required(Journal journal) {
        String name = id == null ? "" : id;
        if (!JobId.isOne(name)) {
            throw new StartException("'" + name + "' is no job id", "shuttle jobs list shows them");
        }
        return journal.find(new JobId(name))
                .orElseThrow(() -> new StartException("there is no job " + name, "shuttle jobs list shows them"));
    }

    private static @Nullable Problem problemOf(Job job) {
        JobState state = job.state();
        return state instanceof JobState.Rejected rejected
                ? rejected.problem()
                : state instanceof JobState.Failed failed ? failed.problem() : null;
    }

    private static String problem(Job job) {
        Problem problem = problemOf(job);
        return problem == null
                ? ""
                : "  " + problem.code() + ": " + Logs.printable(problem.message() + " (" + problem.hint() + ")");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
