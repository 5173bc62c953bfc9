package dev.shuttle.report;

import dev.shuttle.report.page.Facts;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section on floats. */
record FloatsView(List<Facts.Fact> facts, @Nullable Bars histogram) {
    static @Nullable FloatsView of(@Nullable Loom loom, Texts texts, Sheet sheet) {
        Floats floats = loom == null ? null : loom.floats();
        if (floats == null) {
            return null;
        }
        Integer limit = floats.limit();
        Facts facts = new Facts(texts)
                .addText("floats.warp", threads(floats.warpMax(), texts))
                .addText("floats.weft", threads(floats.weftMax(), texts))
                .addText("floats.limit", limit == null ? null : threads(limit, texts))
                .add("floats.over", floats.overLimit(), Figure::count);
        return new FloatsView(facts.list(), Bars.histogram(floats.histogram(), limit, sheet));
    }

    private static Text threads(int count, Texts texts) {
        return texts.say("floats.threads", Figure.count(count));
    }
}
