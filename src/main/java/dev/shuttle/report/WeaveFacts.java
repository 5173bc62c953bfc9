package dev.shuttle.report;

import dev.shuttle.report.page.Facts;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the cloth is woven, as named values. */
final class WeaveFacts {
    private final Weave weave;
    private final Texts texts;

    private WeaveFacts(Weave weave, Texts texts) {
        this.weave = weave;
        this.texts = texts;
    }

    static List<Facts.Fact> of(Weave weave, Texts texts) {
        WeaveFacts values = new WeaveFacts(weave, texts);
        Weave.Lift lift = weave.lift();
        return new Facts(texts)
                .add("weave.satin", weave.satin())
                .addText("weave.ends", values.ends())
                .addText("weave.density", values.density())
                .addText("weave.floats", values.floats())
                .add("weave.proved", values.proved())
                .addText(
                        "weave.lift",
                        texts.say(
                                "weave.lift.value",
                                Figure.count(lift.fewest()),
                                Figure.count(lift.most()),
                                Figure.count(lift.jump())))
                .add("weave.firmness", weave.firmness(), Figure::percent)
                .add("weave.shafts", weave.shafts(), Figure::count)
                .addText("weave.selvedge", values.selvedge())
                .addText("weave.changing", values.changing())
                .add("weave.merged", values.merged())
                .add("weave.named", values.named())
                .addText("weave.mended", values.mended())
                .add("weave.mass", weave.gramsPerSquareMetre(), grams -> Figure.tenths(grams) + " g/m²")
                .add("weave.minutes", weave.minutes(), minutes -> Figure.tenths(minutes) + " min")
                .list();
    }

    private Text ends() {
        return weave.binders() == 0
                ? texts.say("weave.ends.value", Figure.count(weave.ends()))
                : texts.say("weave.ends.binders", Figure.count(weave.ends()), Figure.count(weave.binders()));
    }

    private @Nullable Text density() {
        Double ends = weave.endsPerCm();
        Double picks = weave.picksPerCm();
        return ends == null || picks == null
                ? null
                : texts.say(
                        "weave.density.value",
                        Figure.tenths(ends),
                        Figure.tenths(picks),
                        Figure.tenths(10 * ends), // Chinese sheets count on 10 cm
                        Figure.tenths(10 * picks));
    }

    private @Nullable Text floats() {
        Double warp = weave.warpMaxMm();
        Double weft = weave.weftMaxMm();
        return warp == null || weft == null
                ? null
                : texts.say("weave.floats.value", Figure.tenths(warp), Figure.tenths(weft));
    }

    private String proved() {
        Weave.Proved proved = weave.proved();
        return "≤ " + Math.max(proved.warpFace(), proved.warpBack()) + " · ≤ "
                + Math.max(proved.weftFace(), proved.weftBack());
    }

    private @Nullable Text selvedge() {
        Weave.Selvedge edge = weave.selvedge();
        return edge == null
                ? null
                : texts.say(
                        "weave.selvedge." + edge.weave(),
                        Figure.count(edge.ends()),
                        Figure.count(edge.warpMax()),
                        Figure.count(edge.weftMax()));
    }

    private @Nullable Text changing() {
        String wefts = weave.wefts().stream()
                .filter(weft -> !weft.yarns().isEmpty())
                .map(weft -> weft.number() + ": " + String.join(", ", weft.yarns()))
                .collect(Collectors.joining("; "));
        return wefts.isEmpty()
                ? null
                : texts.say(
                        "weave.changing.value",
                        wefts,
                        Figure.count(weave.bands().size()));
    }

    /** {@code 0, 3: twill 3/1 Z (≤ 3)}. */
    private @Nullable String named() {
        String all = weave.weaves().stream()
                .filter(named -> !named.colours().isEmpty())
                .map(named -> named.colours().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": "
                        + named.name() + " (≤ " + named.floatMax() + ")")
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }

    private @Nullable Text mended() {
        Weave.Mended mended = weave.mended();
        return mended == null
                ? null
                : texts.say(
                        "weave.mended.value",
                        Figure.count(mended.lifted()),
                        Figure.count(mended.lowered()),
                        Figure.percent(mended.share()),
                        Figure.count(mended.warpMaxBefore()),
                        Figure.count(mended.weftMaxBefore()));
    }

    /** {@code 5 = 0 (ΔE 3.2), 6 = 3 (ΔE 15.9)}. */
    private @Nullable String merged() {
        String all = weave.colours().stream()
                .filter(colour -> colour.mergedWith() != null)
                .map(colour ->
                        colour.index() + " = " + colour.mergedWith() + " (ΔE " + Figure.tenths(colour.de2000()) + ")")
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }
}
