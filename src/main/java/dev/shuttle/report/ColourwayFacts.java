package dev.shuttle.report;

import dev.shuttle.report.page.Facts;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Colourways, a line each. */
final class ColourwayFacts {
    private ColourwayFacts() {}

    static List<Facts.Fact> of(List<Colourway> ways, Texts texts) {
        return ways.stream()
                .map(way -> new Facts.Fact(
                        Text.plain(way.number() + " · " + way.name()),
                        texts.say(
                                way.newWarp() ? "colourways.newwarp" : "colourways.value",
                                yarns(way),
                                Figure.tenths(way.de2000()),
                                Figure.tenths(way.contrast()))))
                .toList();
    }

    /** {@code A #1d3f72, B #f4efe0}; all of them, so that a line can be handed on. */
    private static String yarns(Colourway way) {
        return way.yarns().stream().map(yarn -> yarn.place() + " " + yarn.rgb()).collect(Collectors.joining(", "));
    }
}
