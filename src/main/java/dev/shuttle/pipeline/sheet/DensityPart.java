package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.PickDensity;
import java.util.List;

/** Pick densities along the length 纬密分段, in the order of weaving. */
final class DensityPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        List<PickDensity> densities = facts.loom().densities();
        if (densities.isEmpty()) {
            return List.of();
        }
        return List.of(new SheetBlock.Table(
                words.say("densities"),
                words.headings("bands.picks", "bands.lines", "densities.lines", "densities.picks", "densities.cm"),
                densities.stream()
                        .sorted((a, b) -> Integer.compare(a.fromPick(), b.fromPick()))
                        .map(one -> row(one, words))
                        .toList()));
    }

    private static Row row(PickDensity one, SheetWords words) {
        return new Row(
                List.of(),
                List.of(
                        SheetValue.computed(one.fromPick() + "–" + one.toPick()),
                        SheetValue.computed(one.from() + "–" + one.to()),
                        SheetValue.given(perCm(one.linesPerCm(), words)),
                        SheetValue.computed(perCm(one.picksPerCm(), words)),
                        SheetValue.computed(SheetWords.number(one.cm(), 2) + " cm")));
    }

    private static String perCm(double perCm, SheetWords words) {
        return words.say("per_10cm", SheetWords.number(10 * perCm, 1), SheetWords.number(perCm, 3));
    }
}
