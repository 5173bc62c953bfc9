package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetValue;
import java.time.ZoneOffset;
import java.util.List;

/** Which piece it is. */
final class IdentityPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        String day = facts.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return List.of(new SheetBlock.Facts(
                words.say("identity"),
                List.of(
                        words.fact("identity.name", SheetValue.given(facts.stem())),
                        words.blank("identity.article"),
                        words.fact("identity.job", SheetValue.computed(facts.job())),
                        words.fact("identity.date", SheetValue.computed(day)),
                        words.fact("identity.preset", SheetValue.given(facts.preset())),
                        words.blank("identity.version"),
                        words.blank("identity.author"),
                        words.blank("identity.checker"),
                        words.blank("identity.customer"),
                        words.blank("identity.use"),
                        facts.loom().cost() == null
                                ? words.blank("identity.length")
                                : words.fact(
                                        "identity.length",
                                        SheetValue.given(SheetWords.number(
                                                        facts.loom().cost().metres(), 2)
                                                + " m")),
                        words.blank("identity.pieces"))));
    }
}
