package dev.shuttle.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code shuttle [COMMAND]}; without a command it runs. */
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
            WeaveCommand.class,
            CalibrateCommand.class,
            DoctorCommand.class,
            JobsCommand.class,
            DrainCommand.class,
            PresetsCommand.class,
            WeavesCommand.class,
            EmulatorCommand.class,
            VersionCommand.class
        })
public final class ShuttleCommand {
    /** Exit codes of every command. */
    static final int DONE = 0;

    static final int SOME_FAILED = 1;
    static final int UNUSABLE = 2;

    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    /** Runs a command and gives its exit code: 0 done, 1 some job rejected or failed, 2 bad usage or configuration. */
    public static int execute(String... args) {
        return execute(Terminal.ofProcess(), args);
    }

    /** The same with all that is said going to one writer. */
    static int execute(PrintWriter said, String... args) {
        return execute(new Terminal(said, said), args);
    }

    private static int execute(Terminal terminal, String... args) {
        if (args.length > 1 && args[0].equals("convert")) {
            List<String> words = Arrays.asList(args).subList(1, args.length);
            Optional<ConvertRequest> plain = ConvertRequest.plain(words);
            return plain.isPresent()
                    ? converted(plain.get(), terminal)
                    : Commands.convert(terminal).execute(words.toArray(String[]::new));
        }
        return Commands.line(new ShuttleCommand(), terminal).execute(withDefault(args));
    }

    /** Scripts call it picture by picture, so it waits neither for picocli nor for the other commands. */
    private static int converted(ConvertRequest request, Terminal terminal) {
        try {
            return ConvertRunner.run(request, SettingsOption.withoutAny(), terminal, new Feedback());
        } catch (Exception e) {
            return Failures.print(e, terminal.err());
        }
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
}
