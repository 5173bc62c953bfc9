package dev.shuttle.report;

import dev.shuttle.report.page.Facts;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.ArrayList;
import java.util.List;

/** Areas of small bobbins, a line each; of many the first. */
final class BrocadingFacts {
    private static final int MOST = 30;

    private BrocadingFacts() {}

    static List<Facts.Fact> of(Brocading brocading, Texts texts) {
        List<Facts.Fact> facts = new ArrayList<>(new Facts(texts)
                .addText(
                        "brocading.all",
                        texts.say(
                                "brocading.all.value",
                                Figure.count(brocading.areas().size()),
                                Figure.count(brocading.bobbinsAtOnce()),
                                Figure.count(brocading.picks())))
                .list());
        brocading.areas().stream()
                .limit(MOST)
                .map(area -> new Facts.Fact(Text.plain(area.number() + " · " + area.rgb()), value(area, texts)))
                .forEach(facts::add);
        return facts;
    }

    private static Text value(Brocading.Area area, Texts texts) {
        Double width = area.widthCm();
        Double grams = area.grams();
        String lines = area.fromLine() + "–" + area.toLine();
        String ends = area.fromEnd() + "–" + area.toEnd();
        return width == null || grams == null
                ? texts.say("brocading.area", lines, ends, Figure.count(area.bobbins()))
                : texts.say(
                        "brocading.area.sized",
                        lines,
                        ends,
                        Figure.count(area.bobbins()),
                        Figure.decimal(width, 2),
                        Figure.decimal(grams, 3));
    }
}
