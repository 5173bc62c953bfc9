package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.design.Changing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Decides which yarn each changing weft has on which lines. With the other wefts given, a weft's yarns and the lines where
 * they change are those with the least loss of all there are, by dynamic programming. Where a yarn changes amid an area, an
 * edge is seen that the picture has not, which is a loss too: as great as that of a band's height. Several changing wefts take
 * turns until none gets better. No line throws one yarn twice: where turns lead to that, they begin anew from yarns that differ
 * and never change, of which each is only given up for one that is not thrown beside it. The yarns that stay are exchanged one
 * after another as long as that helps.
 */
final class ChangingYarns {
    private static final int ROUNDS = 4;
    /** Yarns that are tried for a changing weft: those whose colours count most. */
    private static final int MOST_TRIED = 24;
    /** What it costs each colour of a line that one yarn is thrown twice on it: more than all differences together. */
    private static final double TWICE = 1e4;

    private final YarnColours yarns;
    private final int colours;
    private final int staying;
    private final int changing;
    private final int band;
    private final int[] tried;
    /** The weight of each colour on each line, or two. */
    private final double[][] weights;

    private final int together;

    /**
     * @param counts how many cells of each line have each colour
     * @param together lines that are decided together; there are a multiple of them
     */
    ChangingYarns(YarnColours yarns, int[][] counts, int wefts, Changing order, int together) {
        this.yarns = yarns;
        this.colours = counts[0].length;
        this.changing = Math.min(order.wefts(), wefts - 1);
        this.staying = wefts - changing;
        this.together = together;
        this.band = Math.min((order.band() + together - 1) / together, counts.length / together);
        this.weights = weights(counts);
        this.tried = IntStream.range(1, colours)
                .filter(colour -> colour != yarns.groundWeft())
                .boxed()
                .sorted(Comparator.comparingDouble(colour -> -yarns.weight(colour)))
                .limit(MOST_TRIED)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[][] weights(int[][] counts) {
        long[] cells = new long[colours];
        for (int[] line : counts) {
            Arrays.setAll(cells, colour -> cells[colour] + line[colour]);
        }
        double[][] of = new double[counts.length / together][colours];
        for (int line = 0; line < counts.length; line++) {
            for (int colour = 0; colour < colours; colour++) {
                of[line / together][colour] += yarns.weight(colour) * counts[line][colour] / Math.max(1, cells[colour]);
            }
        }
        return of;
    }

    /** For each line the yarns of all wefts, by colour of the palette; those that stay come first. */
    List<List<Integer>> choose() {
        List<Integer> fixed = stayingYarns();
        int[][] plan = plan(fixed);
        keepSlots(plan);
        return IntStream.range(0, weights.length * together)
                .mapToObj(line -> at(fixed, plan, line / together, -1))
                .toList();
    }

    private int[][] plan(List<Integer> fixed) {
        int[][] plan = new int[changing][];
        for (int weft = 0; weft < changing; weft++) {
            plan[weft] = best(fixed, plan, weft);
        }
        takeTurns(fixed, plan);
        if (throwsTwice(fixed, plan)) {
            plan = unchanging(fixed);
            takeTurns(fixed, plan);
        }
        return plan;
    }

    private void takeTurns(List<Integer> fixed, int[][] plan) {
        boolean moved = changing > 1;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (int weft = 0; weft < changing; weft++) {
                int[] renewed = best(fixed, plan, weft);
                moved |= !Arrays.equals(renewed, plan[weft]);
                plan[weft] = renewed;
            }
        }
    }

    private boolean throwsTwice(List<Integer> fixed, int[][] plan) {
        return IntStream.range(0, weights.length).anyMatch(line -> {
            List<Integer> all = at(fixed, plan, line, -1);
            return all.stream().distinct().count() < all.size();
        });
    }

    /** Other yarns than those that stay, one for each weft. */
    private int[][] unchanging(List<Integer> fixed) {
        return Arrays.stream(tried)
                .filter(yarn -> !fixed.contains(yarn))
                .limit(changing)
                .mapToObj(yarn -> {
                    int[] all = new int[weights.length];
                    Arrays.fill(all, yarn);
                    return all;
                })
                .toArray(int[][]::new);
    }

    /** Where a yarn goes on from line to line it goes on in the same weft, so that only what is new is changed. */
    private static void keepSlots(int[][] plan) {
        int lines = plan[0].length;
        for (int line = 1; line < lines; line++) {
            for (int weft = 0; weft < plan.length; weft++) {
                int before = plan[weft][line - 1];
                for (int other = 0; other < plan.length && plan[weft][line] != before; other++) {
                    if (plan[other][line] == before && plan[other][line - 1] != before) {
                        plan[other][line] = plan[weft][line];
                        plan[weft][line] = before;
                    }
                }
            }
        }
    }

    /** The yarns on a line but for one weft's; wefts without a plan yet have none. */
    private static List<Integer> at(List<Integer> fixed, int[][] plan, int line, int without) {
        List<Integer> all = new ArrayList<>(fixed);
        for (int weft = 0; weft < plan.length; weft++) {
            if (weft != without && plan[weft] != null) {
                all.add(plan[weft][line]);
            }
        }
        return all;
    }

    private List<Integer> stayingYarns() {
        double[][] strips = strips();
        List<Integer> fixed = new ArrayList<>(yarns.choose(staying));
        double least = estimate(fixed, strips);
        boolean better = true;
        while (better) {
            better = false;
            for (int place = 1; place < fixed.size(); place++) {
                for (int colour = 1; colour < colours; colour++) {
                    List<Integer> other = new ArrayList<>(fixed);
                    other.set(place, colour);
                    boolean taken = fixed.contains(colour) || colour == yarns.groundWeft();
                    double loss = taken ? Double.MAX_VALUE : estimate(other, strips);
                    if (loss < least - 1e-9) {
                        least = loss;
                        fixed = other;
                        better = true;
                    }
                }
            }
        }
        return fixed;
    }

    /** Lines put together, a band's height each. */
    private double[][] strips() {
        double[][] strips = new double[(weights.length + band - 1) / band][colours];
        for (int line = 0; line < weights.length; line++) {
            for (int colour = 0; colour < colours; colour++) {
                strips[line / band][colour] += weights[line][colour];
            }
        }
        return strips;
    }

    /** What is lost where each strip has the changing yarn that suits it best. */
    private double estimate(List<Integer> fixed, double[][] strips) {
        double[][] losses = losses(fixed);
        double sum = 0;
        for (double[] strip : strips) {
            sum += Arrays.stream(losses)
                    .mapToDouble(loss -> times(strip, loss))
                    .min()
                    .orElseThrow();
        }
        return sum;
    }

    /** What each colour loses with these yarns and one more, by the place of that one among those tried. */
    private double[][] losses(List<Integer> others) {
        return Arrays.stream(tried)
                .mapToObj(yarn -> yarns.losses(with(others, yarn)))
                .toArray(double[][]::new);
    }

    private static List<Integer> with(List<Integer> others, int yarn) {
        List<Integer> all = new ArrayList<>(others);
        all.add(yarn);
        return all;
    }

    private static double times(double[] weights, double[] losses) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * losses[i];
        }
        return sum;
    }

    /** The best yarn of one changing weft for each line, the others as they are planned. */
    private int[] best(List<Integer> fixed, int[][] plan, int weft) {
        Map<List<Integer>, Beside> known = new HashMap<>();
        Beside[] beside = new Beside[weights.length];
        double[][] costs = new double[weights.length][];
        for (int line = 0; line < weights.length; line++) {
            beside[line] = known.computeIfAbsent(at(fixed, plan, line, weft), Beside::new);
            double[] on = weights[line];
            costs[line] = Arrays.stream(beside[line].losses)
                    .mapToDouble(loss -> times(on, loss))
                    .toArray();
        }
        int[] places = new BandSearch(
                        costs, band, (line, from, to) -> edge(beside[line - 1], beside[line], line, from, to))
                .best();
        return Arrays.stream(places).map(place -> tried[place]).toArray();
    }

    /** How much is seen of a change between the line before and this one. */
    private double edge(Beside before, Beside after, int line, int from, int to) {
        double[] steps = after.steps(before, from, to);
        double sum = 0;
        for (int colour = 0; colour < colours; colour++) {
            sum += Math.min(weights[line - 1][colour], weights[line][colour]) * steps[colour];
        }
        return from == to ? 0 : band * sum + 1e-9;
    }

    /** What the yarns that are tried give beside the other wefts' yarns. */
    private final class Beside {
        private final double[][] losses;
        private final List<List<Filling>> fillings;
        private final Map<Beside, double[][][]> steps = new HashMap<>();

        Beside(List<Integer> others) {
            this.losses = ChangingYarns.this.losses(others);
            for (int place = 0; place < tried.length; place++) {
                if (others.contains(tried[place])) {
                    double[] own = losses[place];
                    Arrays.setAll(own, colour -> own[colour] + TWICE);
                }
            }
            this.fillings = Arrays.stream(tried)
                    .mapToObj(yarn -> yarns.fillings(with(others, yarn)))
                    .toList();
        }

        /** By how much each colour changes, CIEDE2000, where the yarns of the line before are these. */
        private double[] steps(Beside before, int from, int to) {
            double[][][] known = steps.computeIfAbsent(before, fresh -> new double[tried.length][tried.length][]);
            if (known[from][to] == null) {
                List<Filling> one = before.fillings.get(from);
                List<Filling> other = fillings.get(to);
                known[from][to] = IntStream.range(0, colours)
                        .mapToDouble(colour -> Lab.of(one.get(colour).woven())
                                .difference(Lab.of(other.get(colour).woven())))
                        .toArray();
            }
            return known[from][to];
        }
    }
}
