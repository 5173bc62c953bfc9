package dev.shuttle.report.gallery;

import dev.shuttle.report.State;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Markup;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job's card as it stands in the page; {@code card.js} makes the same of a shelf's line. */
record Card(
        String href,
        String name,
        @Nullable String src,
        String code,
        List<String> stripes,
        @Nullable String size,
        @Nullable String preset,
        @Nullable String node,
        boolean isLed,
        String time,
        String date,
        String state,
        @Nullable Text stateText,
        @Nullable String path,
        @Nullable Text pathText) {
    private static final int DIGITS = 6;
    private static final int DAY = 10;

    static Card of(Entry entry, Texts texts, Sheet sheet) {
        String at = Instant.ofEpochMilli(entry.at()).toString();
        boolean done = entry.state() == State.DONE;
        Integer ends = entry.ends();
        Integer lines = entry.lines();
        return new Card(
                Markup.href(entry.folder() + "/report.html"),
                entry.name(),
                entry.thumbnail() == null ? null : Markup.href(entry.folder() + "/" + entry.thumbnail()),
                done || entry.code() == null ? "" : entry.code(),
                stripes(entry.palette(), sheet),
                ends == null || lines == null ? null : Figure.count(ends) + " × " + Figure.count(lines),
                entry.preset(),
                entry.node(),
                entry.preset() != null || (ends != null && lines != null),
                at,
                at.substring(0, DAY),
                entry.state().name(),
                done ? null : texts.say("state." + entry.state()),
                entry.path() == null ? null : entry.path().word(),
                entry.path() == null ? null : texts.say("path." + entry.path().word()));
    }

    private static List<String> stripes(@Nullable String palette, Sheet sheet) {
        List<String> stripes = new ArrayList<>();
        for (int i = 0; palette != null && i + DIGITS <= palette.length(); i += DIGITS) {
            stripes.add(sheet.fill("#" + palette.substring(i, i + DIGITS)));
        }
        return stripes;
    }
}
