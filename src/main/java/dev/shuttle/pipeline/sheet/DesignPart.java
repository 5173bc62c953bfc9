package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Fact;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Swatch;
import dev.shuttle.report.Weave;
import dev.shuttle.report.WeaveWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Point paper and cards 纹制: size, colours and what each is woven with. */
final class DesignPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        Loom loom = facts.loom();
        List<SheetBlock> blocks = new ArrayList<>();
        blocks.add(new SheetBlock.Facts(words.say("design"), facts(facts, words)));
        blocks.add(new SheetBlock.Table(
                words.say("colours"),
                words.headings(
                        "colours.index",
                        "colours.rgb",
                        "colours.share",
                        "yarn",
                        "cloth.weave",
                        "colours.woven",
                        "colours.de"),
                loom.palette().stream().map(DesignPart::row).toList()));
        if (!facts.weave().weaves().isEmpty()) {
            blocks.add(weaves(facts.weave(), words));
        }
        return blocks;
    }

    private static List<Fact> facts(SheetFacts facts, SheetWords words) {
        Loom loom = facts.loom();
        List<Fact> all = new ArrayList<>();
        all.add(words.fact("design.paper", SheetValue.computed(loom.ends() + " × " + loom.lines())));
        all.add(words.fact("design.picks", SheetValue.computed(SheetWords.number(loom.picks(), 0))));
        all.add(words.fact(
                "design.repeat",
                SheetValue.given(words.say("repeat." + facts.repeat().name().toLowerCase(Locale.ROOT)))));
        Double seam = loom.seam();
        all.add(
                seam == null
                        ? words.blank("design.seam")
                        : words.fact("design.seam", SheetValue.computed(SheetWords.percent(seam))));
        Weave.Mended mended = facts.weave().mended();
        if (mended != null) {
            all.add(words.fact(
                    "design.mended",
                    SheetValue.computed(words.say("design.mended.value", mended.lifted(), mended.lowered()))));
        }
        return all;
    }

    private static Row row(Swatch swatch) {
        Swatch.Woven woven = swatch.woven();
        List<Rgb> chips = woven == null
                ? List.of(Rgb.parse(swatch.rgb()))
                : List.of(Rgb.parse(swatch.rgb()), Rgb.parse(woven.rgb()));
        return new Row(
                chips,
                List.of(
                        SheetValue.of(String.valueOf(swatch.index())),
                        SheetValue.of(swatch.rgb()),
                        SheetValue.computed(SheetWords.percent(swatch.share())),
                        SheetValue.of(Objects.requireNonNullElse(swatch.yarn(), "")),
                        SheetValue.of(swatch.weave() == null ? "" : WeaveWords.onPaper(swatch.weave())),
                        SheetValue.of(woven == null ? "" : woven.rgb()),
                        woven == null ? SheetValue.of("") : SheetValue.computed(SheetWords.number(woven.de2000(), 2))));
    }

    private static SheetBlock weaves(Weave weave, SheetWords words) {
        return new SheetBlock.Table(
                words.say("weaves"),
                words.headings("cloth.weave", "weaves.repeat", "weaves.float", "weaves.warp", "colours.index"),
                weave.weaves().stream()
                        .map(named -> Row.of(
                                null,
                                List.of(
                                        SheetValue.given(named.name()),
                                        SheetValue.computed(named.ends() + " × " + named.picks()),
                                        SheetValue.computed(String.valueOf(named.floatMax())),
                                        SheetValue.computed(SheetWords.percent(named.warpShare())),
                                        SheetValue.of(String.join(
                                                " ",
                                                named.colours().stream()
                                                        .map(String::valueOf)
                                                        .toList())))))
                        .toList());
    }
}
