package dev.shuttle;

import dev.shuttle.job.JournalException;
import dev.shuttle.preset.PresetException;
import dev.shuttle.settings.SettingsException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The entry point: {@code shuttle [COMMAND]}; without a command it runs. */
@Command(
        name = "shuttle",
        description = {
            "Pictures in, loom images out (飞梭). Drop a picture into inbox/, take the loom image out of outbox/.",
            "Without a command: run."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            ConvertCommand.class,
            JobsCommand.class,
            PresetsCommand.class,
            EmulatorCommand.class,
            VersionCommand.class
        })
public final class Shuttle {
    /** Exit codes of every command. */
    static final int DONE = 0;

    static final int SOME_FAILED = 1;
    static final int UNUSABLE = 2;

    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(execute(args));
    }

    /** Runs a command and gives its exit code: 0 done, 1 some job rejected or failed, 2 bad usage or configuration. */
    static int execute(String... args) {
        String[] named = withDefault(args);
        return commandLine(named).execute(arguments(named));
    }

    /** The same with all that is said going to one writer. */
    static int execute(PrintWriter said, String... args) {
        String[] named = withDefault(args);
        return commandLine(named).setOut(said).setErr(said).execute(arguments(named));
    }

    private static CommandLine commandLine(String[] named) {
        CommandLine line = isConvert(named)
                ? new CommandLine(new ConvertCommand()).setCommandName("shuttle convert")
                : new CommandLine(new Shuttle());
        return line.setExecutionExceptionHandler(TELL).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static String[] arguments(String[] named) {
        return isConvert(named) ? Arrays.copyOfRange(named, 1, named.length) : named;
    }

    /** Scripts call it picture by picture, so it does not wait for the other commands to be read. */
    private static boolean isConvert(String[] named) {
        return named[0].equals("convert");
    }

    /** {@code shuttle --once} means {@code shuttle run --once}. */
    private static String[] withDefault(String[] args) {
        boolean named = args.length > 0 && (!args[0].startsWith("-") || OWN_OPTIONS.contains(args[0]));
        if (named) {
            return args;
        }
        List<String> run = new ArrayList<>(List.of("run"));
        run.addAll(List.of(args));
        return run.toArray(String[]::new);
    }

    /** A user reads what is wrong and what to do; a stack trace is for the log. */
    private static final IExecutionExceptionHandler TELL = (failure, command, parsed) -> {
        if (failure instanceof SettingsException settings) {
            settings.problems().forEach(problem -> say(command, problem));
        } else if (failure instanceof StartException start) {
            say(command, start.getMessage());
            command.getErr().println("hint: " + start.hint());
        } else if (failure instanceof PresetException preset) {
            say(command, preset.getMessage());
            command.getErr().println("hint: " + preset.hint());
        } else if (failure instanceof JournalException journal) {
            say(command, journal.getMessage());
            command.getErr().println("hint: " + journal.hint());
        } else {
            LoggerFactory.getLogger(Shuttle.class).error("unexpected", failure);
            say(command, failure.toString());
        }
        return UNUSABLE;
    };

    private static void say(CommandLine command, @org.jspecify.annotations.Nullable String what) {
        command.getErr().println("shuttle: " + what);
    }
}
