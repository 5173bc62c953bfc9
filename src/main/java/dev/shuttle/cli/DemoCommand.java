package dev.shuttle.cli;

import dev.shuttle.app.Program;
import dev.shuttle.app.StartException;
import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.ops.logging.Logs;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.intake.RestedFiles;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Show what happens, without a key: two sample pictures go through the inbox.",
            "One is made by the (emulated) cloud, one meets InternalError and is made here."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /** In the program's resources, below {@code /demo}. */
    static final List<String> PICTURES = List.of("peony-brocade.png", "misty-river.jpg");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Mixin
    private Feedback feedback = new Feedback();

    @Override
    public Integer call() throws Exception {
        // What goes wrong here goes wrong on purpose, and stands in the table and the reports.
        Logs.onlyErrors();
        Configuration configuration = settingsOption.configuration();
        Settings settings = Settings.of(configuration);
        Logs.settle(settings.service().log());
        PrintWriter out = spec.commandLine().getOut();
        feedback.say(
                out, "Two pictures on their way through " + settings.folders().inbox() + " …");
        leaveAlone(settings.folders().inbox());
        try (Emulator emulator = BuiltInEmulator.start(settings)) {
            failFromTheSecond(emulator);
            Settings emulated =
                    BuiltInEmulator.use(settings, emulator).withOneModel().withoutRemotes();
            JobEvents events = new JobEvents();
            Once once = new Once(new Outbox(emulated.folders().outbox()), events, feedback, out);
            try (Program program = Program.start(emulated, configuration, true, events)) {
                for (String name : PICTURES) {
                    Path picture = settings.folders().inbox().resolve(name);
                    Disk.writeAtomically(picture, bytes(name));
                    Modes.publishFile(picture);
                }
                int code = once.await(program);
                feedback.say(out, "Open the report.html in each folder. The cloud was emulated: its pictures say so.");
                return code;
            }
        }
    }

    /** As a studio's requests once did: whatever is submitted after the first picture ends in InternalError. */
    private static void failFromTheSecond(Emulator emulator) {
        emulator.faults()
                .add(
                        When.every(Call.SUBMIT).between(2, Integer.MAX_VALUE),
                        new Fault.FailTask("InternalError", "submit algo service error, Internal server error!"));
    }

    static byte[] bytes(String picture) throws IOException {
        try (InputStream in = Objects.requireNonNull(DemoCommand.class.getResourceAsStream("/demo/" + picture))) {
            return in.readAllBytes();
        }
    }

    /** A user's pictures must not be sent through the emulator by a demonstration. */
    private static void leaveAlone(Path inbox) throws IOException {
        if (!Files.isDirectory(inbox)) {
            return;
        }
        try (Stream<Path> files = Files.walk(inbox)) {
            long others = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !RestedFiles.isTemporary(name) && !PICTURES.contains(name))
                    .count();
            if (others > 0) {
                throw new StartException(
                        inbox + " holds " + others + " pictures of yours",
                        "the demo would send them through the emulator; move them away, or give the demo folders of its"
                                + " own: --set shuttle.inbox=demo/inbox --set shuttle.outbox=demo/outbox --set"
                                + " shuttle.work=demo/work");
            }
        }
    }
}
