package dev.shuttle.loom.cloth;

import java.util.Arrays;

/** Finds, for each line, one of several choices, so that each stays for some lines and the sum of all costs is the least. */
final class BandSearch {
    /** What it costs to change. */
    interface Cut {
        /** From one choice to another between the line before and this one; 0 where both are the same. */
        double cost(int line, int from, int to);
    }

    private final double[][] costs;
    private final int least;
    private final Cut cut;
    private final int choices;
    /** Costs of the lines above, by choice. */
    private final double[][] sums;

    /**
     * @param costs by line and choice
     * @param least lines that a choice stays, 1 to as many as there are
     */
    BandSearch(double[][] costs, int least, Cut cut) {
        this.costs = costs;
        this.least = least;
        this.cut = cut;
        this.choices = costs[0].length;
        this.sums = new double[costs.length + 1][choices];
        for (int line = 0; line < costs.length; line++) {
            for (int choice = 0; choice < choices; choice++) {
                sums[line + 1][choice] = sums[line][choice] + costs[line][choice];
            }
        }
    }

    /** The choice for each line. */
    int[] best() {
        int lines = costs.length;
        double[][] cost = new double[lines + 1][choices];
        int[][] began = new int[lines + 1][choices];
        int[][] before = new int[lines + 1][choices];
        for (int end = least; end <= lines; end++) {
            int from = end - least;
            for (int choice = 0; choice < choices; choice++) {
                before[end][choice] = from < least ? choice : before(from, cost[from], choice);
                double start = from == 0
                        ? 0
                        : from < least
                                ? Double.MAX_VALUE
                                : cost[from][before[end][choice]] + cut.cost(from, before[end][choice], choice);
                cost[end][choice] = start + sums[end][choice] - sums[from][choice];
                began[end][choice] = from;
                double longer = end == least ? Double.MAX_VALUE : cost[end - 1][choice] + costs[end - 1][choice];
                if (longer <= cost[end][choice]) {
                    cost[end][choice] = longer;
                    began[end][choice] = began[end - 1][choice];
                    before[end][choice] = before[end - 1][choice];
                }
            }
        }
        int[] best = new int[lines];
        int choice = cheapest(cost[lines]);
        for (int end = lines; end > 0; ) {
            int from = began[end][choice];
            Arrays.fill(best, from, end, choice);
            choice = before[end][choice];
            end = from;
        }
        return best;
    }

    /** The choice above a line that it is cheapest to come from. */
    private int before(int line, double[] cost, int choice) {
        int best = choice;
        double least = cost[choice];
        for (int from = 0; from < choices; from++) {
            double sum = cost[from] < least ? cost[from] + cut.cost(line, from, choice) : Double.MAX_VALUE;
            if (sum < least) {
                least = sum;
                best = from;
            }
        }
        return best;
    }

    private static int cheapest(double[] cost) {
        int best = 0;
        for (int choice = 1; choice < cost.length; choice++) {
            best = cost[choice] < cost[best] ? choice : best;
        }
        return best;
    }
}
