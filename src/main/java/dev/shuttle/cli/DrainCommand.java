package dev.shuttle.cli;

import dev.shuttle.app.StartException;
import dev.shuttle.app.ThisNode;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.pipeline.job.KnownNode.Standing;
import dev.shuttle.pipeline.job.Nodes;
import dev.shuttle.pipeline.job.Nodes.Asked;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "drain",
        description = {
            "Ask a node that shares a journal to take nothing more, and wait until what it has is finished or handed on.",
            "Exit code 0: it is drained, with --stop stopped; 1: not yet, it goes on draining, or it fell silent."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class DrainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NODE",
            description = "the node's name; default: that of this work folder")
    private @Nullable String node;

    @Option(names = "--stop", description = "The node ends once it is drained.")
    private boolean stop;

    @Option(names = "--undo", description = "The node takes pictures and jobs again.")
    private boolean undo;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "Wait no longer than that; 0: not at all.")
    private int patience = 3600;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = settingsOption.settings();
        Settings.Database database = settings.journal();
        if (JdbcJournal.isInAFile(database.url())) {
            throw new StartException(
                    "the journal " + database.url() + " is one program's alone",
                    "stop that program: nothing is lost, and what was under way goes on with its next start");
        }
        try (JdbcJournal journal = JdbcJournal.open(database.url(), database.user(), database.password())) {
            Nodes nodes = journal.nodes();
            String name = name(settings);
            if (!nodes.ask(name, undo ? Asked.NOTHING : stop ? Asked.STOP : Asked.DRAIN)) {
                throw new StartException("no node " + name + " is there", "shuttle jobs nodes lists them");
            }
            if (undo) {
                say(name + " takes pictures and jobs again");
                return ShuttleCommand.DONE;
            }
            return patience == 0 ? ShuttleCommand.DONE : await(nodes, name);
        }
    }

    private String name(Settings settings) throws IOException {
        if (node != null) {
            return node;
        }
        return ThisNode.name(settings)
                .orElseThrow(() -> new StartException(
                        "no node has worked in " + settings.folders().work() + " yet",
                        "name the node; shuttle jobs nodes lists them"));
    }

    private int await(Nodes nodes, String name) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
        int said = -1;
        while (System.nanoTime() < end) {
            Optional<KnownNode> now = nodes.known().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst();
            if (now.isEmpty()) {
                say(name + " has stopped");
                return ShuttleCommand.DONE;
            }
            KnownNode known = now.get();
            if (known.standing() == Standing.SILENT) {
                say(name + " has fallen silent with " + known.jobs() + " jobs; other nodes take them over");
                return ShuttleCommand.SOME_FAILED;
            }
            if (known.standing() == Standing.DRAINED && !stop) {
                say(name + " is drained");
                return ShuttleCommand.DONE;
            }
            if (known.jobs() != said) {
                said = known.jobs();
                say(name + " drains: " + said + " open jobs");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        say(name + " is not drained after " + patience + " s, and goes on draining");
        return ShuttleCommand.SOME_FAILED;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
