package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the order costs, where prices are given. */
final class CostPart implements WorkSheet.Part {
    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        Cost cost = facts.loom().cost();
        if (cost == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Cost.Line line : cost.yarns()) {
            rows.add(row(
                    words.say("system." + line.system()) + " " + Objects.requireNonNullElse(line.name(), ""),
                    SheetWords.number(line.kg(), 4) + " kg",
                    line.price(),
                    line.amount()));
        }
        String picks =
                words.say("cost.picks", SheetWords.number(cost.picksPerInch(), 1), SheetWords.number(cost.metres(), 2));
        rows.add(row(words.say("cost.weaving"), picks, cost.pick(), cost.weaving()));
        rows.add(row(words.say("cost.fixed"), "", cost.fixed(), cost.fixed()));
        rows.add(total(words.say("cost.total"), cost.total()));
        rows.add(total(words.say("cost.metre"), cost.perMetre()));
        String title = words.say(
                "cost", cost.currency(), SheetWords.number(cost.metres(), 2), SheetWords.number(100 * cost.waste(), 1));
        return List.of(new SheetBlock.Table(
                title, words.headings("cost.item", "cost.amount", "cost.price", "cost.sum"), rows));
    }

    private static Row row(String item, String amount, @Nullable Double price, @Nullable Double sum) {
        return Row.of(
                null,
                List.of(
                        SheetValue.of(item),
                        amount.isEmpty() ? SheetValue.of("") : SheetValue.computed(amount),
                        price(price),
                        sum(sum)));
    }

    /** A price; a rule where nobody gave one. */
    static SheetValue price(@Nullable Double price) {
        return price == null ? SheetValue.BLANK : SheetValue.given(SheetWords.number(price, 4));
    }

    /** An amount; a rule where there is no price. */
    static SheetValue sum(@Nullable Double sum) {
        return sum == null ? SheetValue.BLANK : SheetValue.computed(SheetWords.number(sum, 2));
    }

    private static Row total(String item, double amount) {
        return Row.of(null, List.of(SheetValue.of(item), SheetValue.of(""), SheetValue.of(""), sum(amount)));
    }
}
