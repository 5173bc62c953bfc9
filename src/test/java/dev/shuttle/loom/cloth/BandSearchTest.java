package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Nothing cheaper is to be found, and every choice stays. */
class BandSearchTest {
    private static final int CHOICES = 3;

    @Test
    void theSumIsTheLeastOfAllThatStayLongEnough() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            int lines = random.nextInt(1, 9);
            int least = random.nextInt(1, lines + 1);
            double[][] costs = new double[lines][CHOICES];
            double[][][] cuts = new double[lines][CHOICES][CHOICES];
            for (int line = 0; line < lines; line++) {
                for (int choice = 0; choice < CHOICES; choice++) {
                    costs[line][choice] = random.nextInt(20);
                    for (int to = 0; to < CHOICES; to++) {
                        cuts[line][choice][to] = choice == to ? 0 : random.nextInt(10);
                    }
                }
            }
            int[] found = new BandSearch(costs, least, (line, from, to) -> cuts[line][from][to]).best();

            double cheapest = Double.MAX_VALUE;
            int[] tried = new int[lines];
            for (int code = 0; code < Math.pow(CHOICES, lines); code++) {
                for (int line = 0, rest = code; line < lines; line++, rest /= CHOICES) {
                    tried[line] = rest % CHOICES;
                }
                cheapest = stays(tried, least) ? Math.min(cheapest, sum(tried, costs, cuts)) : cheapest;
            }
            String what = "round " + round + ", " + lines + " lines, at least " + least;
            assertThat(stays(found, least)).as(what).isTrue();
            assertThat(sum(found, costs, cuts)).as(what).isCloseTo(cheapest, within(1e-6));
        }
    }

    private static boolean stays(int[] choices, int least) {
        int from = 0;
        for (int line = 1; line <= choices.length; line++) {
            if (line == choices.length || choices[line] != choices[from]) {
                if (line - from < least) {
                    return false;
                }
                from = line;
            }
        }
        return true;
    }

    private static double sum(int[] choices, double[][] costs, double[][][] cuts) {
        double sum = 0;
        for (int line = 0; line < choices.length; line++) {
            sum += costs[line][choices[line]];
            sum += line == 0 ? 0 : cuts[line][choices[line - 1]][choices[line]];
        }
        return sum;
    }
}
