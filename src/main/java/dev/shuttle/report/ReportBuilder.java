package dev.shuttle.report;

import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Report}; what is not said is left out. */
public final class ReportBuilder {
    private final String job;
    private final State state;
    private final Source source;
    private final List<OutputFile> files = new ArrayList<>();
    private @Nullable Timings timings;
    private @Nullable Road path;
    private @Nullable String reason;
    private @Nullable String preset;
    private Map<String, Object> ticket = Map.of();
    private @Nullable Cloud cloud;
    private @Nullable Loom loom;
    private @Nullable Problem problem;
    private List<Notice> notices = List.of();
    private @Nullable String node;

    ReportBuilder(String job, State state, Source source) {
        this.job = job;
        this.state = state;
        this.source = source;
    }

    /** The road taken. */
    public ReportBuilder path(@Nullable Road taken) {
        this.path = taken;
        return this;
    }

    /** The local road, and the code that says why. */
    public ReportBuilder local(String why) {
        this.path = Road.LOCAL;
        this.reason = why;
        return this;
    }

    public ReportBuilder reason(@Nullable String why) {
        this.reason = why;
        return this;
    }

    public ReportBuilder preset(@Nullable String name) {
        this.preset = name;
        return this;
    }

    public ReportBuilder ticket(Map<String, Object> given) {
        this.ticket = given;
        return this;
    }

    public ReportBuilder cloud(@Nullable Cloud part) {
        this.cloud = part;
        return this;
    }

    public ReportBuilder loom(@Nullable Loom part) {
        this.loom = part;
        return this;
    }

    public ReportBuilder file(OutputFile file) {
        this.files.add(file);
        return this;
    }

    public ReportBuilder files(List<OutputFile> written) {
        this.files.addAll(written);
        return this;
    }

    public ReportBuilder timings(Timings measured) {
        this.timings = measured;
        return this;
    }

    public ReportBuilder problem(@Nullable Problem found) {
        this.problem = found;
        return this;
    }

    public ReportBuilder notices(List<Notice> given) {
        this.notices = given;
        return this;
    }

    /** Which node of several made it. */
    public ReportBuilder node(@Nullable String name) {
        this.node = name;
        return this;
    }

    public Report build() {
        return new Report(
                Report.VERSION,
                job,
                state,
                path,
                reason,
                source,
                preset,
                ticket,
                cloud,
                loom,
                files,
                timings,
                problem,
                notices,
                node);
    }
}
