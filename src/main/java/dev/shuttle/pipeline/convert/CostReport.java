package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.YarnRules;
import dev.shuttle.recipe.Prices;
import dev.shuttle.report.Colourway;
import dev.shuttle.report.Cost;
import dev.shuttle.report.Yarn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an order costs: the kilograms of its yarns, its picks, and what it costs whatever its length. */
final class CostReport {
    /** Lost in winding and tying, as mills reckon costs. */
    static final double WASTE = 0.03;

    private static final double CM_PER_INCH = 2.54;

    private CostReport() {}

    /**
     * @param yarns of one repeat, with the waste of {@link YarnRules#USUAL}
     * @param ways the same cloth in other colours, with their yarns
     * @param metres of one repeat
     * @param picksPerCm all picks
     */
    static Cost of(List<Yarn> yarns, List<Colourway> ways, double metres, double picksPerCm, Prices prices) {
        double length = prices.length();
        double perInch = picksPerCm * CM_PER_INCH;
        Double weaving = prices.pick() == null ? null : Double.valueOf(perInch * prices.pick() * length);
        double same = (weaving == null ? 0 : weaving) + Objects.requireNonNullElse(prices.fixed(), 0.0);
        List<Cost.Line> lines = lines(yarns, metres, prices);
        double total = sum(lines) + same;
        return new Cost(
                prices.currency(),
                length,
                WASTE,
                lines,
                perInch,
                prices.pick(),
                weaving,
                prices.fixed(),
                total,
                total / length,
                ways.stream().map(way -> way(way, metres, same, prices)).toList());
    }

    private static Cost.Way way(Colourway way, double metres, double same, Prices prices) {
        List<Cost.Line> lines = lines(way.need(), metres, prices);
        double total = sum(lines) + same;
        return new Cost.Way(way.number(), lines, total, total / prices.length());
    }

    private static List<Cost.Line> lines(List<Yarn> yarns, double metres, Prices prices) {
        List<Cost.Line> lines = new ArrayList<>();
        for (Yarn yarn : yarns) {
            double grams = Objects.requireNonNullElse(yarn.grams(), 0.0);
            double kg = grams / (1 + YarnRules.USUAL.waste()) * (1 + WASTE) / metres * prices.length() / 1000;
            Double price = price(yarn, prices);
            lines.add(new Cost.Line(
                    yarn.system(), yarn.name(), kg, price, price == null ? null : Double.valueOf(kg * price)));
        }
        return lines;
    }

    private static double sum(List<Cost.Line> lines) {
        return lines.stream()
                .map(Cost.Line::amount)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static @Nullable Double price(Yarn yarn, Prices prices) {
        return switch (yarn.system()) {
            case "binder" -> prices.binder();
            case "weft" -> prices.weft(number(yarn) - 1);
            case "brocading" -> prices.weft(); // a bobbin's yarn has no letter
            default -> prices.warp();
        };
    }

    /** Yarns are named {@code 2 · crimson #b4182a}, by their weft from 1. */
    private static int number(Yarn yarn) {
        return Integer.parseInt(Objects.requireNonNull(yarn.name()).split(" ", 2)[0]);
    }
}
