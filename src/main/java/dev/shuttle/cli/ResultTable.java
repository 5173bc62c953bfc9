package dev.shuttle.cli;

import dev.shuttle.ops.logging.Logs;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Closed;
import dev.shuttle.pipeline.job.JobState.Done;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Report;
import dev.shuttle.report.Reports;
import dev.shuttle.report.outcome.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/** The table at the end of a command: a line a picture. */
final class ResultTable {
    private static final List<String> HEAD =
            List.of("picture", "state", "made by", "colours", "ends × lines", "time", "where");

    private final Function<Job, Path> places;

    ResultTable(Outbox outbox) {
        this(job -> outbox.place(job, (Closed) job.state()));
    }

    private ResultTable(Function<Job, Path> places) {
        this.places = places;
    }

    /** All in one folder, without one of their own. */
    static ResultTable in(Path folder) {
        return new ResultTable(job -> folder);
    }

    String of(List<Job> jobs) {
        if (jobs.isEmpty()) {
            return "nothing to do\n";
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        jobs.forEach(job -> rows.add(row(job)));
        return text(rows);
    }

    /** The same of one picture, for programs. */
    Line line(Job job) {
        Closed end = (Closed) job.state();
        Path place = places.apply(job);
        Loom loom = loom(place);
        Done done = end instanceof Done well ? well : null;
        return new Line(
                job.source().name(),
                job.id().value(),
                end.name(),
                done == null ? null : done.road().name().toLowerCase(Locale.ROOT),
                done == null ? null : done.reason(),
                loom == null ? null : loom.colours(),
                loom == null ? null : loom.ends(),
                loom == null ? null : loom.lines(),
                Duration.between(job.admittedAt(), end.since()).toMillis(),
                place.toString(),
                problem(end));
    }

    /** The JSON line of a picture; the names are those of {@code report.json}. */
    record Line(
            String picture,
            String job,
            String state,
            @Nullable String path,
            @Nullable String reason,
            @Nullable Integer colours,
            @Nullable Integer ends,
            @Nullable Integer lines,
            long totalMs,
            String folder,
            @Nullable Problem problem) {}

    private static @Nullable Problem problem(Closed end) {
        if (end instanceof JobState.Rejected rejected) {
            return rejected.problem();
        }
        return end instanceof JobState.Failed failed ? failed.problem() : null;
    }

    private List<String> row(Job job) {
        Closed end = (Closed) job.state();
        Path place = places.apply(job);
        Loom loom = loom(place);
        return List.of(
                Logs.printable(job.source().name()),
                end.name(),
                madeBy(end),
                loom == null ? "" : String.valueOf(loom.colours()),
                loom == null ? "" : loom.ends() + " × " + loom.lines(),
                seconds(Duration.between(job.admittedAt(), end.since())),
                Logs.printable(relative(place)));
    }

    private static String madeBy(Closed end) {
        if (end instanceof Done done) {
            String road = done.road().name().toLowerCase(Locale.ROOT);
            return done.reason() == null ? road : road + " (" + done.reason() + ")";
        }
        return java.util.Objects.requireNonNull(problem(end)).code();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String relative(Path place) {
        Path here = Path.of("").toAbsolutePath();
        return place.startsWith(here) ? here.relativize(place).toString() : place.toString();
    }

    private static @Nullable Loom loom(Path place) {
        try (InputStream in = Files.newInputStream(place.resolve("report.json"))) {
            Report report = Reports.read(in);
            return report.loom();
        } catch (IOException gone) {
            return null;
        }
    }

    private static String text(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** A Chinese character takes two columns of a terminal. */
    private static int width(String text) {
        return text.codePoints()
                .map(WCWidth::wcwidth)
                .map(columns -> Math.max(0, columns))
                .sum();
    }
}
