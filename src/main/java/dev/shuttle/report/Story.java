package dev.shuttle.report;

import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened at the service, in plain words, oldest first; the last step says who made the picture. */
record Story(List<Step> steps) {
    /**
     * One step.
     *
     * @param mood {@code failed}, {@code made} or {@code ended}
     * @param message the service's own words
     * @param means what its code means, where the step before did not say so
     * @param then what was done next
     */
    record Step(
            String mood,
            @Nullable String instant,
            @Nullable String at,
            Text what,
            @Nullable String code,
            @Nullable String message,
            @Nullable String http,
            @Nullable Text means,
            @Nullable Text then,
            List<Id> ids) {}

    /** A number that the service's support asks for. */
    record Id(Text label, String id) {}

    static Story of(Report report, Cloud cloud, Texts texts) {
        List<Step> steps = new ArrayList<>();
        List<Attempt> attempts = cloud.attempts();
        Road path = report.path();
        for (int i = 0; i < attempts.size(); i++) {
            String next = i + 1 < attempts.size()
                    ? attempts.get(i + 1).model()
                    : path != null && path.isOfTheService() ? cloud.model() : null;
            boolean explained = i > 0
                    && Objects.equals(
                            attempts.get(i).code(), attempts.get(i - 1).code());
            steps.add(attempt(attempts.get(i), next, explained, texts));
        }
        if (path != null && path.isOfTheService()) {
            steps.add(made(cloud, texts));
        }
        steps.add(last(path, texts));
        return new Story(steps);
    }

    private static Step attempt(Attempt attempt, @Nullable String next, boolean explained, Texts texts) {
        String code = attempt.code();
        Text model = attempt.model() == null ? texts.say("story.anyone") : Text.plain(attempt.model());
        return new Step(
                "failed",
                attempt.at().toString(),
                Figure.time(attempt.at()),
                filled(texts, "story." + stage(attempt), model),
                code,
                attempt.message(),
                attempt.http() == null ? null : attempt.http().toString(),
                code == null || explained ? null : texts.known("reason.", code).orElse(null),
                texts.say("then." + then(attempt.model(), next)),
                ids(attempt.requestId(), attempt.taskId(), texts));
    }

    private static Step made(Cloud cloud, Texts texts) {
        Instant end = cloud.finishedAt();
        Text model = cloud.model() == null ? texts.say("story.anyone") : Text.plain(cloud.model());
        Integer polls = cloud.polls();
        Text what = polls == null || polls == 0
                ? filled(texts, "story.answered", model)
                : filled(texts, "story.made", model, Text.plain(Figure.count(polls)));
        return new Step(
                "made",
                end == null ? null : end.toString(),
                end == null ? null : Figure.time(end),
                what,
                null,
                null,
                null,
                null,
                null,
                ids(cloud.requestId(), cloud.taskId(), texts));
    }

    private static Step last(@Nullable Road path, Texts texts) {
        String what = path == null ? "ended" : path == Road.LOCAL ? "local" : "woven";
        String mood = path == null ? "ended" : "made";
        return new Step(mood, null, null, texts.say("story." + what), null, null, null, null, null, List.of());
    }

    private static String stage(Attempt attempt) {
        String stage = attempt.stage().toLowerCase(Locale.ROOT);
        return List.of("submit", "encode", "poll", "download").contains(stage) ? stage : "other";
    }

    private static String then(@Nullable String model, @Nullable String next) {
        if (next == null) {
            return "stop";
        }
        return Objects.equals(model, next) ? "again" : "next";
    }

    private static List<Id> ids(@Nullable String request, @Nullable String task, Texts texts) {
        List<Id> ids = new ArrayList<>();
        if (request != null && !request.isEmpty()) {
            ids.add(new Id(texts.say("id.request"), request));
        }
        if (task != null && !task.isEmpty()) {
            ids.add(new Id(texts.say("id.task"), task));
        }
        return ids;
    }

    private static Text filled(Texts texts, String key, Text... values) {
        Object[] english = java.util.Arrays.stream(values).map(Text::en).toArray();
        Object[] chinese = java.util.Arrays.stream(values).map(Text::zh).toArray();
        return new Text(texts.say(key, english).en(), texts.say(key, chinese).zh());
    }
}
