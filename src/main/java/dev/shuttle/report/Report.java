package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is reported of a finished job. {@link Reports} writes it as {@code report.json}, the report page shows it to people.
 *
 * @param version the format's version, {@value #VERSION}
 * @param job the job's id
 * @param state how it ended
 * @param path the road the picture took; absent where it took none
 * @param reason why it went local: the service's code, or BREAKER_OPEN, CLOUD_BUSY, DEADLINE, NO_KEY, TICKET
 * @param source the picture that came in
 * @param preset the recipe's name
 * @param ticket the ticket's keys and values as given
 * @param cloud the service's part
 * @param loom the loom engine's part
 * @param files the files of the folder
 * @param timings key {@code timings_ms}; absent where nothing was measured
 * @param problem what was wrong; REJECTED and FAILED only
 * @param notices what was asked for and is not made; DONE only
 * @param node which node of several made it; absent where one program has the journal
 */
public record Report(
        int version,
        String job,
        State state,
        @Nullable Road path,
        @Nullable String reason,
        Source source,
        @Nullable String preset,
        Map<String, Object> ticket,
        @Nullable Cloud cloud,
        @Nullable Loom loom,
        List<OutputFile> files,
        @JsonProperty("timings_ms") @Nullable Timings timings,
        @Nullable Problem problem,
        List<Notice> notices,
        @Nullable String node) {

    /** The version this program writes. */
    public static final int VERSION = 1;

    public Report {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(source, "source");
        ticket = ticket == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(ticket));
        notices = notices == null ? List.of() : List.copyOf(notices);
        files = files == null ? List.of() : List.copyOf(files);
        timings = Timings.NONE.equals(timings) ? null : timings;
    }

    /** A report of a finished job; the rest by the builder's steps. */
    public static ReportBuilder of(String job, State state, Source source) {
        return new ReportBuilder(job, state, source);
    }

    /** The same report with another list of files: they are known only once everything else is written. */
    public Report withFiles(List<OutputFile> written) {
        return new Report(
                version, job, state, path, reason, source, preset, ticket, cloud, loom, written, timings, problem,
                notices, node);
    }

    /** The same report with other timings. */
    public Report withTimings(Timings millis) {
        return new Report(
                version, job, state, path, reason, source, preset, ticket, cloud, loom, files, millis, problem, notices,
                node);
    }
}
