package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetBlock.Row;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.Colourway;
import dev.shuttle.report.Cost;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Yarn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Colourways 配色 of the same lift plan: swatches, yarns, and what they need and cost. */
final class ColourwayPart implements WorkSheet.Part {
    /** Ways beside one another; more of them have a table of their own. */
    private static final int COLUMNS = 8;

    @Override
    public List<SheetBlock> blocks(SheetFacts facts, SheetWords words) {
        List<Colourway> ways = facts.loom().colourways();
        if (ways.isEmpty()) {
            return List.of();
        }
        List<SheetBlock> blocks = new ArrayList<>();
        blocks.add(compared(ways, words));
        for (int from = 0; from < ways.size(); from += COLUMNS) {
            blocks.add(swatches(facts.loom(), ways.subList(from, Math.min(from + COLUMNS, ways.size())), words));
        }
        for (Colourway way : ways) {
            blocks.add(yarns(way, words));
            if (!way.need().isEmpty()) {
                blocks.add(need(way, cost(facts.loom(), way), words));
            }
        }
        return blocks;
    }

    private static SheetBlock compared(List<Colourway> ways, SheetWords words) {
        return new SheetBlock.Table(
                words.say("ways"),
                words.headings(
                        "ways.name",
                        "ways.de",
                        "ways.contrast",
                        "system.warp",
                        "ways.quality",
                        "ways.flips",
                        "ways.unknown"),
                ways.stream()
                        .map(way -> Row.of(
                                null,
                                List.of(
                                        SheetValue.given(name(way)),
                                        SheetValue.computed(SheetWords.number(way.de2000(), 2)),
                                        SheetValue.computed(SheetWords.number(way.contrast(), 1)),
                                        SheetValue.of(words.say(way.newWarp() ? "ways.new" : "ways.same")),
                                        listed(way.newQuality()),
                                        listed(way.flips()),
                                        listed(way.unknown()))))
                        .toList());
    }

    private static SheetValue listed(List<String> words) {
        return SheetValue.of(words.isEmpty() ? "–" : String.join(" ", words));
    }

    /** What each cloth shows of each colour, the first way before the others. */
    private static SheetBlock swatches(Loom loom, List<Colourway> ways, SheetWords words) {
        List<String> headings = new ArrayList<>(words.headings("colours.index", "ways.first"));
        ways.forEach(way -> headings.add(name(way)));
        List<Row> rows = loom.palette().stream()
                .map(colour -> {
                    String first = colour.woven() == null
                            ? colour.rgb()
                            : colour.woven().rgb();
                    List<String> shown = Stream.concat(
                                    Stream.of(first),
                                    ways.stream().map(way -> way.palette().get(colour.index())))
                            .toList();
                    List<SheetValue> cells = new ArrayList<>();
                    cells.add(SheetValue.of(String.valueOf(colour.index())));
                    shown.forEach(rgb -> cells.add(SheetValue.of(rgb)));
                    return new Row(shown.stream().map(Rgb::parse).toList(), cells);
                })
                .toList();
        return new SheetBlock.Table(words.say("ways.swatches"), headings, rows);
    }

    private static SheetBlock yarns(Colourway way, SheetWords words) {
        return new SheetBlock.Table(
                words.say("ways.yarns") + "  " + name(way),
                words.headings("ways.place", "yarn", "ways.first"),
                way.yarns().stream()
                        .map(yarn -> new Row(
                                List.of(Rgb.parse(yarn.rgb()), Rgb.parse(yarn.from())),
                                List.of(
                                        SheetValue.of(place(yarn.place(), words)),
                                        SheetValue.of(Objects.requireNonNullElse(yarn.name(), yarn.rgb())),
                                        SheetValue.of(yarn.changed() ? yarn.from() : words.say("ways.same")))))
                        .toList());
    }

    /** {@code C2} is the second yarn of 丙 C; bobbins are named by their colour. */
    private static String place(String place, SheetWords words) {
        if (place.startsWith("#")) {
            return words.say("system.brocading") + " " + place;
        }
        return place.equals("warp") || place.equals("binder")
                ? words.say("system." + place)
                : SheetWords.letter(place.charAt(0) - 'A' + 1) + place.substring(1);
    }

    private static SheetBlock need(Colourway way, Cost.@Nullable Way cost, SheetWords words) {
        List<String> headings = new ArrayList<>(words.headings("system", "yarn", "need.metres", "need.grams"));
        if (cost != null) {
            headings.addAll(words.headings("cost.amount", "cost.price", "cost.sum"));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < way.need().size(); i++) {
            Yarn yarn = way.need().get(i);
            List<SheetValue> cells = new ArrayList<>(List.of(
                    SheetValue.of(words.say("system." + yarn.system())),
                    YarnCells.name(yarn),
                    SheetValue.computed(SheetWords.number(yarn.metres(), 1)),
                    YarnCells.grams(yarn)));
            if (cost != null) {
                Cost.Line line = cost.yarns().get(i);
                cells.add(SheetValue.computed(SheetWords.number(line.kg(), 4) + " kg"));
                cells.add(CostPart.price(line.price()));
                cells.add(CostPart.sum(line.amount()));
            }
            rows.add(Row.of(YarnCells.chip(yarn), cells));
        }
        if (cost != null) {
            rows.add(total("ways.total", cost.total(), words));
            rows.add(total("cost.metre", cost.perMetre(), words));
        }
        return new SheetBlock.Table(words.say("ways.need") + "  " + name(way), headings, rows);
    }

    private static Row total(String key, double amount, SheetWords words) {
        SheetValue none = SheetValue.of("");
        return Row.of(null, List.of(SheetValue.of(words.say(key)), none, none, none, none, none, CostPart.sum(amount)));
    }

    private static Cost.@Nullable Way cost(Loom loom, Colourway way) {
        Cost cost = loom.cost();
        return cost == null
                ? null
                : cost.colourways().stream()
                        .filter(each -> each.number() == way.number())
                        .findFirst()
                        .orElse(null);
    }

    private static String name(Colourway way) {
        return way.number() + " · " + way.name();
    }
}
