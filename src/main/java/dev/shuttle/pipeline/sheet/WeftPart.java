package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Weave;
import java.util.ArrayList;
import java.util.List;

/** The picks 纬纱: which wefts, and where they change their yarn. */
final class WeftPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        Weave weave = facts.weave();
        List<SheetBlock> blocks = new ArrayList<>();
        blocks.add(new SheetBlock.Table(
                words.say("weft"),
                words.headings(
                        "weft.letter", "weft.throw", "weft.yarns", "weft.picks", "weft.face", "weft.back", "weft.box"),
                weave.wefts().stream().map(weft -> row(weft, words)).toList()));
        blocks.add(new SheetBlock.Table(
                words.say("weft.counts"),
                words.headings("yarn", "count", "weft.picks", "material", "ply_twist"),
                YarnCells.counts(facts.loom(), "weft")));
        if (!weave.bands().isEmpty()) {
            blocks.add(bands(weave, words));
        }
        return blocks;
    }

    private static Row row(Weave.Weft weft, SheetWords words) {
        boolean changes = !weft.yarns().isEmpty();
        return Row.of(
                Rgb.parse(weft.rgb()),
                List.of(
                        SheetValue.of(SheetWords.letter(weft.number())),
                        SheetValue.computed(words.say(changes ? "weft.changing" : "weft.constant")),
                        SheetValue.of(changes ? String.join(" ", weft.yarns()) : weft.rgb()),
                        SheetValue.computed(String.valueOf(weft.picks())),
                        SheetValue.computed(String.valueOf(weft.faceMax())),
                        SheetValue.computed(String.valueOf(weft.backMax())),
                        SheetValue.BLANK));
    }

    private static SheetBlock bands(Weave weave, SheetWords words) {
        List<Row> rows = weave.bands().stream()
                .map(band -> new Row(
                        band.wefts().stream().map(Rgb::parse).toList(),
                        List.of(
                                SheetValue.computed(band.from() + "–" + band.to()),
                                SheetValue.computed(band.fromPick() + "–" + band.toPick()),
                                SheetValue.of(String.join(" ", band.wefts())))))
                .toList();
        return new SheetBlock.Table(
                words.say("bands"), words.headings("bands.lines", "bands.picks", "bands.wefts"), rows);
    }
}
