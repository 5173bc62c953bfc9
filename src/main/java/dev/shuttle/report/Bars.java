package dev.shuttle.report;

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
     * @param percent of the longest, 0 to 100
     * @param over whether it is beyond a limit
     */
    record Bar(Text label, String value, String percent, boolean over) {}

    static @Nullable Bars timings(Map<Stage, Long> millis, Texts texts) {
        long longest = millis.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        millis.forEach((stage, took) -> bars.add(
                new Bar(texts.say("stage." + stage.word()), Figure.duration(took), share(took, longest), false)));
        return bars.isEmpty() ? null : new Bars(bars);
    }

    static @Nullable Bars histogram(SortedMap<Integer, Long> counts, @Nullable Integer limit) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        counts.forEach((length, count) -> bars.add(
                new Bar(Text.plain(length), Figure.count(count), share(count, most), limit != null && length > limit)));
        return bars.isEmpty() ? null : new Bars(bars);
    }

    private static String share(long value, long longest) {
        return longest <= 0 ? "0" : Figure.decimal(100.0 * Math.max(0, value) / longest, 2);
    }
}
