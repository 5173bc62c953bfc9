package dev.shuttle.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Mixin
    private Feedback feedback = new Feedback();

    @Parameters(paramLabel = "IMAGE", arity = "0..*", description = "Pictures; - reads one from standard input.")
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

    @Option(
            names = "--machine",
            paramLabel = "NAME",
            description = "The machine that it is woven on, such as tc2-3x2, or a file in the folder of machines.")
    private @Nullable String machine;

    @Option(names = "--cloud", description = "By way of the cloud; needs a key.")
    private boolean cloud;

    @Option(
            names = "--blanket",
            description = "No picture: a weave blanket, every tone and mixture that the recipe weaves of its yarns.")
    private boolean blanket;

    @Option(
            names = "--hook-test",
            description = "No picture: lift plans that try the machine of the recipe hook by hook; needs -o DIR.")
    private boolean hookTest;

    @Override
    public Integer call() throws Exception {
        ConvertRequest request = request();
        CommandLine command = spec.commandLine();
        String problem = problem(request);
        if (problem != null) {
            throw new ParameterException(command, problem);
        }
        if (feedback.isJson() && request.target() instanceof Target.Stream) {
            throw new ParameterException(command, "standard output is the picture's; --json needs -o FILE");
        }
        Terminal terminal = new Terminal(command.getOut(), command.getErr());
        if (hookTest) {
            return ConvertRunner.hookTest(request, settingsOption.configuration(), terminal, feedback);
        }
        return blanket
                ? ConvertRunner.blanket(request, settingsOption.configuration(), terminal, feedback)
                : ConvertRunner.run(request, settingsOption.configuration(), terminal, feedback);
    }

    private @Nullable String problem(ConvertRequest request) {
        if (blanket && hookTest) {
            return "--blanket or --hook-test, not both";
        }
        if (hookTest && output == null) {
            return "--hook-test needs -o DIR";
        }
        return blanket || hookTest ? request.sampleProblem(blanket ? "--blanket" : "--hook-test") : request.problem();
    }

    ConvertRequest request() {
        return new ConvertRequest(images, preset, output, colours, ticket, cloud, machine);
    }
}
