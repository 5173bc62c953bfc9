package dev.shuttle.loom.blanket;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses yarns of a card that differ much. */
final class YarnSpread {
    /** Of a colour with less chroma than this nobody says a hue. */
    private static final double GREY = 8;

    private YarnSpread() {}

    /** All of a card that has no more than {@code most}; else its first and then, one by one, what is unlike all before. */
    static List<Rgb> of(List<Rgb> card, int most) {
        List<Rgb> colours = card.stream().distinct().toList();
        if (colours.size() <= most) {
            return colours;
        }
        List<Rgb> chosen = new ArrayList<>(List.of(colours.get(0)));
        while (chosen.size() < most) {
            chosen.add(colours.stream()
                    .max(Comparator.comparingDouble(colour -> apart(colour, chosen)))
                    .orElseThrow());
        }
        return chosen;
    }

    private static double apart(Rgb colour, List<Rgb> chosen) {
        Lab lab = Lab.of(colour);
        return chosen.stream()
                .mapToDouble(other -> lab.difference(Lab.of(other)))
                .min()
                .orElseThrow();
    }

    /** The greys of a card; the whole card where it has not two of them. */
    static List<Rgb> greys(List<Rgb> card) {
        List<Rgb> greys = card.stream()
                .filter(colour -> {
                    Lab lab = Lab.of(colour);
                    return Math.hypot(lab.a(), lab.b()) < GREY;
                })
                .toList();
        return greys.size() < 2 ? card : greys;
    }
}
