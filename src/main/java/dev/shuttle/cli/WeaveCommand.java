package dev.shuttle.cli;

import dev.shuttle.loom.paper.Fit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        name = "weave",
        description = {
            "Weave point papers as they are, cell for cell.",
            "What is known of a paper stands in its file or in the .pointpaper.json beside it."
        },
        mixinStandardHelpOptions = true)
final class WeaveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Mixin
    private Feedback feedback = new Feedback();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Point papers: PNG, BMP, TIFF or GIF.")
    private List<String> papers = List.of();

    @Option(
            names = "--from",
            paramLabel = "report.json",
            description = "The report of the job that issued them, or its .pointpaper.json.")
    private @Nullable Path from;

    @Option(
            names = {"-p", "--preset"},
            paramLabel = "PRESET",
            description = "A preset; default: the one by which they were issued.")
    private @Nullable String preset;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to. Default: the outbox.")
    private @Nullable String output;

    @Option(names = "--ticket", paramLabel = "FILE", description = "A ticket for all of them; other options beat it.")
    private @Nullable Path ticket;

    @Option(
            names = "--fit",
            paramLabel = "tile|pad|crop|refuse",
            description = "What is done with a paper that the weave does not fit.")
    private @Nullable String fit;

    @Option(names = "--machine", paramLabel = "NAME", description = "The machine that it is woven on.")
    private @Nullable String machine;

    @Option(names = "--snap", description = "Every cell takes the most similar of the paper's colours.")
    private boolean snap;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        ConvertRequest request = new ConvertRequest(papers, preset, output, null, ticket, false, machine);
        String problem = problem(request);
        if (problem != null) {
            throw new ParameterException(command, problem);
        }
        return PaperRunner.run(
                request,
                new PaperRunner.Options(from, fit, snap),
                settingsOption.configuration(),
                new Terminal(command.getOut(), command.getErr()),
                feedback);
    }

    private @Nullable String problem(ConvertRequest request) {
        List<String> fits = Arrays.stream(Fit.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (fit != null && !fits.contains(fit)) {
            return "--fit is one of " + String.join(", ", fits) + ", not " + fit;
        }
        if (papers.contains(ConvertRequest.STREAM)) {
            return "name the point papers; - is for convert";
        }
        return PaperRunner.isFolder(request.target()) ? request.problem() : "a woven paper needs a folder: -o DIR";
    }
}
