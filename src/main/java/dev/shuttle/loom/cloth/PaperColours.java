package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The colours that a point paper is drawn in where its cloth has a ground or changing wefts, so that what can be shown follows
 * only from where each colour lies: those that serve all that the picture asks for best, as yarns are chosen. A few colours found
 * by area alone would give up what is small and unlike all others, and keep two shades of a large field.
 */
public final class PaperColours {
    /** Small areas count more than their size, less so than among the few colours that become yarns. */
    private static final double AREA = 0.7;
    /** More than CIEDE2000 ever is. */
    private static final double MOST = 1000;
    /** Steps in CIELAB, one after another. */
    private static final double[] STEPS = {8, 4, 2, 1};

    private static final int ROUNDS = 8;
    private static final double WORTH = 1e-9;

    private final Lab[] wanted;
    private final double[] weights;
    private final Lab[] colours;
    /** CIEDE2000 of each chosen colour from all that are wanted. */
    private final double[][] apart;

    private PaperColours(List<Rgb> wanted, double[] shares, int count) {
        this.wanted = wanted.stream().map(Lab::of).toArray(Lab[]::new);
        this.weights = new double[shares.length];
        Arrays.setAll(weights, one -> Math.pow(shares[one], AREA) * YarnColours.striking(this.wanted[one]));
        this.colours = new Lab[count];
        this.apart = new double[count][this.wanted.length];
        for (double[] of : apart) {
            Arrays.fill(of, Double.MAX_VALUE);
        }
    }

    /**
     * So many colours, each once.
     *
     * @param wanted of the picture, more than {@code count}
     * @param shares of the picture, by colour
     */
    public static List<Rgb> of(List<Rgb> wanted, double[] shares, int count) {
        PaperColours search = new PaperColours(wanted, shares, count);
        search.choose();
        search.move();
        return search.exactly(wanted);
    }

    private void choose() {
        double[][] of = new double[wanted.length][];
        Arrays.setAll(of, one -> YarnColours.differences(wanted[one], wanted));
        for (int place = 0; place < colours.length; place++) {
            exchange(place, of);
        }
        boolean better = true;
        while (better) {
            better = false;
            for (int place = 0; place < colours.length; place++) {
                better |= exchange(place, of);
            }
        }
    }

    /** Whether another of the wanted colours is better in this place. */
    private boolean exchange(int place, double[][] of) {
        double[] before = apart[place];
        double own = loss();
        double least = own;
        int best = -1;
        for (int one = 0; one < wanted.length; one++) {
            apart[place] = of[one];
            double loss = loss();
            if (loss < least - WORTH * least) {
                least = loss;
                best = one;
            }
        }
        apart[place] = best < 0 ? before : of[best];
        colours[place] = best < 0 ? colours[place] : wanted[best];
        return best >= 0;
    }

    private void move() {
        for (double step : STEPS) {
            boolean better = true;
            for (int round = 0; better && round < ROUNDS; round++) {
                better = false;
                for (int place = 0; place < colours.length; place++) {
                    better |= moved(place, step);
                }
            }
        }
    }

    private boolean moved(int place, double step) {
        double least = loss();
        boolean any = false;
        for (int way = 0; way < 6; way++) {
            double by = way % 2 == 0 ? step : -step;
            Lab at = colours[place];
            Lab tried = Lab.of(new Lab(
                            at.lightness() + (way / 2 == 0 ? by : 0),
                            at.a() + (way / 2 == 1 ? by : 0),
                            at.b() + (way / 2 == 2 ? by : 0))
                    .rgb());
            double[] before = apart[place];
            apart[place] = YarnColours.differences(tried, wanted);
            double loss = loss();
            if (loss < least - WORTH * least) {
                least = loss;
                colours[place] = tried;
                any = true;
            } else {
                apart[place] = before;
            }
        }
        return any;
    }

    private double loss() {
        double sum = 0;
        for (int one = 0; one < wanted.length; one++) {
            double nearest = Double.MAX_VALUE;
            for (double[] of : apart) {
                nearest = Math.min(nearest, of[one]);
            }
            // without any colour yet all are as bad
            sum += weights[one] * YarnColours.missed(Math.min(nearest, MOST));
        }
        return sum;
    }

    /** As they are wanted where they are. */
    private List<Rgb> exactly(List<Rgb> asked) {
        List<Rgb> all = new ArrayList<>();
        for (int place = 0; place < colours.length; place++) {
            Rgb colour = colours[place].rgb();
            for (int one = 0; one < wanted.length; one++) {
                colour = apart[place][one] == 0 ? asked.get(one) : colour;
            }
            if (!all.contains(colour)) {
                all.add(colour);
            }
        }
        return all;
    }
}
