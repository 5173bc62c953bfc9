package dev.shuttle.cli;

import dev.shuttle.app.Program;
import dev.shuttle.app.Stop;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.ops.logging.Logs;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Watch the inbox until stopped (Ctrl-C).",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Mixin
    private Feedback feedback = new Feedback();

    @Option(names = "--once", description = "End when the inbox is empty and every job has ended.")
    private boolean once;

    @Option(names = "--emulator", description = "Use the built-in DashScope emulator: no key, no cost, no real cloud.")
    private boolean emulator;

    @Override
    public Integer call() throws Exception {
        if (!feedback.isForPeople()) {
            Logs.onlyErrors();
        } else if (once && CommandLine.Help.Ansi.AUTO.enabled()) {
            // On a terminal the bar and the table show the progress.
            Logs.quiet();
        }
        Configuration configuration = settingsOption.configuration();
        Settings settings = Settings.of(configuration);
        Logs.settle(settings.service().log());
        if (!emulator) {
            return run(settings, configuration);
        }
        try (Emulator service = BuiltInEmulator.start(settings)) {
            return run(BuiltInEmulator.use(settings, service), configuration);
        }
    }

    private int run(Settings settings, Configuration configuration) throws InterruptedException {
        return once ? runOnce(settings, configuration) : serve(settings, configuration);
    }

    private int runOnce(Settings settings, Configuration configuration) throws InterruptedException {
        JobEvents events = new JobEvents();
        Once progress = new Once(
                new Outbox(settings.folders().outbox()),
                events,
                feedback,
                spec.commandLine().getOut());
        try (Program program = Program.start(settings, configuration, true, events)) {
            Stop.onSignal(program, settings.service().stop());
            greet(settings);
            return progress.await(program);
        }
    }

    private int serve(Settings settings, Configuration configuration) throws InterruptedException {
        ResultTable results = new ResultTable(new Outbox(settings.folders().outbox()));
        JobEvents events = new JobEvents();
        events.onEnd(job -> feedback.ended(spec.commandLine().getOut(), results, job));
        try (Program program = Program.serve(settings, configuration, events)) {
            Stop.onSignal(program, settings.service().stop());
            greet(settings);
            program.port().ifPresent(port -> LOG.info("pages and REST: http://{}:{}/", host(settings), port));
            program.managementPort()
                    .ifPresent(port -> LOG.info("operators: http://{}:{}/hawtio/", managementHost(settings), port));
            program.awaitStop();
            LOG.info("drained, and asked to stop");
            return ShuttleCommand.DONE;
        }
    }

    private static String host(Settings settings) {
        return address(Objects.requireNonNull(settings.http()).host());
    }

    private static String managementHost(Settings settings) {
        return address(Objects.requireNonNull(settings.management()).at().host());
    }

    private static String address(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** The program's own words at the start: where it looks, and whether the cloud is on. */
    private static void greet(Settings settings) {
        LOG.info(
                "watching {}; results appear in {}",
                settings.folders().inbox(),
                settings.folders().outbox());
        if (!settings.cloudIsOn()) {
            LOG.warn("the cloud is off: no API key in DASHSCOPE_API_KEY, TONGYI_API_KEY or dashscope.api-key-file,"
                    + " nor one for another provider of shuttle.models; every picture takes the local road");
        }
    }
}
