package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Colours for painting by which no two of a paper can be mistaken: near to its own, and well apart from one another. */
public final class FalseColours {
    /** The least CIEDE2000 between two of them, where there is room. */
    public static final double APART = 10;

    private static final int STEP = 15;
    private static final List<Rgb> LATTICE = lattice();

    private FalseColours() {}

    /** One for each colour, by index; a colour that is far from all before it stays as it is. */
    public static List<Rgb> of(List<Rgb> colours) {
        List<Rgb> chosen = new ArrayList<>();
        List<Lab> labs = new ArrayList<>();
        for (Rgb colour : colours) {
            Rgb next = apart(Lab.of(colour), labs) >= APART ? colour : nearest(Lab.of(colour), labs);
            chosen.add(next);
            labs.add(Lab.of(next));
        }
        return chosen;
    }

    /** Of all colours that are far enough from those chosen the nearest; where there are none, the one furthest from them. */
    private static Rgb nearest(Lab wanted, List<Lab> chosen) {
        Rgb best = null;
        double least = Double.MAX_VALUE;
        for (Rgb tried : LATTICE) {
            Lab lab = Lab.of(tried);
            double difference = lab.difference(wanted);
            if (difference < least && apart(lab, chosen) >= APART) {
                least = difference;
                best = tried;
            }
        }
        return best != null
                ? best
                : Collections.max(LATTICE, Comparator.comparingDouble(tried -> apart(Lab.of(tried), chosen)));
    }

    private static List<Rgb> lattice() {
        List<Rgb> lattice = new ArrayList<>();
        for (int red = 0; red <= 255; red += STEP) {
            for (int green = 0; green <= 255; green += STEP) {
                for (int blue = 0; blue <= 255; blue += STEP) {
                    lattice.add(new Rgb(red, green, blue));
                }
            }
        }
        return lattice;
    }

    private static double apart(Lab lab, List<Lab> chosen) {
        double least = Double.MAX_VALUE;
        for (Lab other : chosen) {
            least = Math.min(least, lab.difference(other));
        }
        return least;
    }
}
