package dev.shuttle.report;

import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.page.Facts;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section on the way the picture took: why, what happened step by step, and what was asked for. */
record RoadView(
        @Nullable Text way,
        @Nullable Reason reason,
        @Nullable Story story,
        @Nullable Asked asked,
        @Nullable String prompt) {

    /** Why it went local. */
    record Reason(String code, Text words) {}

    /** What the service was asked for. */
    record Asked(List<Facts.Fact> facts) {}

    static @Nullable RoadView of(Report report, Texts texts) {
        Road path = report.path();
        Cloud cloud = report.cloud();
        String code = report.reason();
        if (path == null && cloud == null && code == null) {
            return null;
        }
        return new RoadView(
                path == null ? null : texts.say("road." + path.word()),
                code == null ? null : new Reason(code, texts.code("reason.", code)),
                cloud == null ? null : Story.of(report, cloud, texts),
                cloud == null ? null : asked(cloud, texts),
                cloud == null ? null : cloud.prompt());
    }

    private static @Nullable Asked asked(Cloud cloud, Texts texts) {
        List<Facts.Fact> facts = new Facts(texts)
                .add("road.model", cloud.model())
                .add("road.function", cloud.function())
                .add("road.polls", cloud.polls(), Figure::count)
                .list();
        return facts.isEmpty() ? null : new Asked(facts);
    }
}
