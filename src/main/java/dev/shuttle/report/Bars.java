package dev.shuttle.report;

import dev.shuttle.report.outcome.Timings;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Values drawn as bars, the longest over the whole width. */
record Bars(List<Bar> bars) {
    /**
     * One bar.
     *
     * @param width the class that draws it, a share of the longest
     * @param over whether it is beyond a limit
     */
    record Bar(Text label, String value, String width, boolean over) {}

    static @Nullable Bars timings(@Nullable Timings timings, Texts texts, Sheet sheet) {
        Map<String, Long> millis = timings == null ? Map.of() : timings.byStage();
        long longest = millis.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        millis.forEach((stage, took) -> bars.add(
                new Bar(texts.say("stage." + stage), Figure.duration(took), width(took, longest, sheet), false)));
        return bars.isEmpty() ? null : new Bars(bars);
    }

    static @Nullable Bars histogram(SortedMap<Integer, Long> counts, @Nullable Integer limit, Sheet sheet) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        counts.forEach((length, count) -> bars.add(new Bar(
                Text.plain(length), Figure.count(count), width(count, most, sheet), limit != null && length > limit)));
        return bars.isEmpty() ? null : new Bars(bars);
    }

    private static String width(long value, long longest, Sheet sheet) {
        double percent = longest <= 0 ? 0 : 100.0 * Math.max(0, value) / longest;
        return sheet.classOf("width:" + Figure.decimal(percent, 2) + "%");
    }
}
