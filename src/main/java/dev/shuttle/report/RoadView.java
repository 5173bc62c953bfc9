package dev.shuttle.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The section on the way the picture took, with every attempt at the service. */
record RoadView(
        @Nullable Text way,
        @Nullable Reason reason,
        List<Facts.Fact> facts,
        @Nullable String prompt,
        @Nullable Attempts attempts) {

    /** Why it went local. */
    record Reason(String code, Text words) {}

    /** The table of attempts. */
    record Attempts(List<Row> rows) {}

    /** One attempt. */
    record Row(
            String instant,
            String at,
            Text stage,
            String model,
            String http,
            @Nullable String code,
            @Nullable String message,
            @Nullable String kind,
            @Nullable String request,
            @Nullable String task) {}

    static @Nullable RoadView of(Report report, Texts texts) {
        Path path = report.path();
        Cloud cloud = report.cloud();
        String code = report.reason();
        if (path == null && cloud == null && code == null) {
            return null;
        }
        return new RoadView(
                path == null ? null : texts.say("road." + path.word()),
                code == null ? null : new Reason(code, texts.code("reason.", code)),
                cloud == null ? List.of() : facts(cloud, texts),
                cloud == null ? null : cloud.prompt(),
                cloud == null || cloud.attempts().isEmpty()
                        ? null
                        : new Attempts(cloud.attempts().stream()
                                .map(a -> row(a, texts))
                                .toList()));
    }

    private static List<Facts.Fact> facts(Cloud cloud, Texts texts) {
        return new Facts(texts)
                .add("road.model", cloud.model())
                .add("road.function", cloud.function())
                .add("road.task", cloud.taskId())
                .add("road.request", cloud.requestId())
                .add("road.submitted", cloud.submittedAt(), Figure::time)
                .add("road.finished", cloud.finishedAt(), Figure::time)
                .add("road.polls", cloud.polls(), Figure::count)
                .list();
    }

    private static Row row(Attempt attempt, Texts texts) {
        String model = attempt.model();
        Integer http = attempt.http();
        return new Row(
                attempt.at().toString(),
                Figure.time(attempt.at()),
                texts.sayOr("stage." + attempt.stage().toLowerCase(Locale.ROOT), attempt.stage()),
                model == null ? "" : model,
                http == null ? "–" : http.toString(),
                attempt.code(),
                attempt.message(),
                attempt.kind(),
                attempt.requestId(),
                attempt.taskId());
    }
}
