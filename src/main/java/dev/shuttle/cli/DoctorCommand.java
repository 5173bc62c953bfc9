package dev.shuttle.cli;

import dev.shuttle.app.DoctorClient;
import dev.shuttle.app.StartException;
import dev.shuttle.ops.doctor.Bundle;
import dev.shuttle.ops.doctor.Doctor;
import dev.shuttle.ops.doctor.DoctorContext;
import dev.shuttle.ops.doctor.Finding;
import dev.shuttle.ops.doctor.Lines;
import dev.shuttle.ops.doctor.Records;
import dev.shuttle.ops.logging.Silence;
import dev.shuttle.report.outcome.Json;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Installation;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = {
            "Check folders, disk, key, network, clock and account, and say what to do.",
            "Nothing is paid for unless --submit is given. Exit code 0: well; 1: something is wrong."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    @Option(names = "--submit", description = "Make one real call with a small picture of ours. It is paid for.")
    private boolean submit;

    @Option(
            names = "--regions",
            description = "Where the key is refused, show it to DashScope's other regions, and say which one takes it.")
    private boolean regions;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "Write a zip for the vendor's support: findings, request ids, task ids; never the key.")
    private @Nullable Path bundle;

    @Option(names = "--json", description = "A line of JSON for each finding.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = settingsOption.configuration();
        Settings settings = Settings.of(configuration);
        checkBundle();
        Records records = new Records();
        Silence silence = new Silence();
        try (DoctorClient client = new DoctorClient(settings, configuration, records)) {
            DoctorContext context = client.context(System.getenv(), new DoctorContext.Wishes(submit, regions));
            Locale locale = readable(settings.locale());
            List<Finding> findings = Doctor.of(context, records).examine(finding -> print(finding, locale));
            if (!json) {
                out().println(Lines.sum(findings, locale));
            }
            if (bundle != null) {
                new Bundle(context, records, Installation.version()).write(bundle, findings);
                sayWritten(bundle);
            }
            return Doctor.isWell(findings) ? ShuttleCommand.DONE : ShuttleCommand.SOME_FAILED;
        } finally {
            silence.close();
            out().flush();
        }
    }

    /** Before anything is looked at, or paid for. */
    private void checkBundle() {
        if (bundle == null) {
            return;
        }
        Path folder = bundle.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(bundle)) {
            throw new StartException(bundle + " cannot be written", "name a file in a folder that is there");
        }
    }

    private void sayWritten(Path file) {
        if (!json) {
            out().println(file + ": look through it before you send it; no key is in it");
        }
    }

    private record Line(
            String check,
            Finding.Level level,
            String seen,
            @Nullable String hint) {}

    private void print(Finding finding, Locale locale) {
        String hint = finding.hint() == null ? null : finding.hint().in(locale);
        String line = json
                ? Json.line(new Line(
                        finding.check(), finding.level(), finding.seen().in(locale), hint))
                : Lines.of(finding, locale, DoctorCommand::coloured);
        out().println(line);
        out().flush();
    }

    private static String coloured(Finding.Level level, String word) {
        String style = switch (level) {
            case OK -> "green";
            case WARN -> "yellow";
            case FAIL -> "bold,red";
            case SKIP -> "faint";
        };
        boolean plain = "dumb".equals(System.getenv("TERM"));
        return (plain ? Ansi.OFF : Ansi.AUTO).string("@|" + style + " " + word + "|@");
    }

    /** A terminal that has no Chinese characters gets English; JSON is for programs and always UTF-8's. */
    private static Locale readable(Locale wanted) {
        boolean chinese = wanted.getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese && !Charset.defaultCharset().newEncoder().canEncode('中') ? Locale.ENGLISH : wanted;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
