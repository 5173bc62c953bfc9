package dev.shuttle.loom.harness;

import dev.shuttle.loom.harness.LoomPick.Flight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each shuttle lies, pick by pick, on a loom that throws from the side where it is. Before the first pick as many shuttles
 * are put in as leave one box empty, by turns on either side; others when they are first thrown; one is taken out after its last
 * pick.
 */
final class BoxMotion {
    private final int[] thrown;
    private final int[] lines;
    private final int[] last;
    private final int[][] places;

    private BoxMotion(int[] thrown, int[] lines, Boxes boxes) {
        this.thrown = thrown;
        this.lines = lines;
        this.places = new int[][] {new int[boxes.left()], new int[boxes.right()]};
        int shuttles = Arrays.stream(thrown).max().orElse(-1) + 1;
        this.last = new int[shuttles];
        for (int pick = 0; pick < thrown.length; pick++) {
            last[thrown[pick]] = pick;
        }
    }

    /**
     * The flight of every pick.
     *
     * @param thrown the shuttle of each pick, from 0, in the order of weaving
     * @param lines the line of each pick likewise
     */
    static List<Flight> of(int[] thrown, int[] lines, Boxes boxes) {
        return new BoxMotion(thrown, lines, boxes).flights();
    }

    private List<Flight> flights() {
        Arrays.stream(thrown)
                .distinct()
                .limit(Math.max(1, places[0].length + places[1].length - 1))
                .forEach(this::enter);
        boolean[] odd = odd();
        List<Flight> flights = new ArrayList<>(thrown.length);
        for (int pick = 0; pick < thrown.length; pick++) {
            int shuttle = thrown[pick];
            int side = side(shuttle);
            if (side < 0) {
                enter(shuttle);
                side = side(shuttle);
            }
            int from = side < 0 ? 0 : box(side, shuttle + 1);
            int to = side < 0 ? 0 : box(1 - side, 0);
            if (to > 0) {
                places[side][from - 1] = 0;
                places[1 - side][to - 1] = shuttle + 1;
            }
            flights.add(new Flight(shuttle + 1, side <= 0, from, to, odd[pick]));
            if (last[shuttle] == pick) {
                takeOut(shuttle);
            }
        }
        return flights;
    }

    /** On the side with more empty boxes; nowhere where there is none. */
    private void enter(int shuttle) {
        int side = empty(0) >= empty(1) ? 0 : 1;
        int box = box(side, 0);
        if (box > 0 && side(shuttle) < 0) {
            places[side][box - 1] = shuttle + 1;
        }
    }

    private void takeOut(int shuttle) {
        int side = side(shuttle);
        if (side >= 0) {
            places[side][box(side, shuttle + 1) - 1] = 0;
        }
    }

    private long empty(int side) {
        return Arrays.stream(places[side]).filter(held -> held == 0).count();
    }

    /** The first box of a side that holds this, from 1; 0: none does. */
    private int box(int side, int held) {
        for (int box = 0; box < places[side].length; box++) {
            if (places[side][box] == held) {
                return box + 1;
            }
        }
        return 0;
    }

    private int side(int shuttle) {
        return box(0, shuttle + 1) > 0 ? 0 : box(1, shuttle + 1) > 0 ? 1 : -1;
    }

    /** The last picks of runs, in neighbouring lines, in which a shuttle is thrown an odd number of times. */
    private boolean[] odd() {
        boolean[] odd = new boolean[thrown.length];
        int[] before = new int[last.length];
        int[] count = new int[last.length];
        Arrays.fill(before, -1);
        for (int pick = 0; pick < thrown.length; pick++) {
            int shuttle = thrown[pick];
            if (before[shuttle] >= 0 && Math.abs(lines[before[shuttle]] - lines[pick]) > 1) {
                odd[before[shuttle]] = count[shuttle] % 2 == 1;
                count[shuttle] = 0;
            }
            count[shuttle]++;
            before[shuttle] = pick;
        }
        for (int shuttle = 0; shuttle < last.length; shuttle++) {
            if (before[shuttle] >= 0) {
                odd[before[shuttle]] = count[shuttle] % 2 == 1;
            }
        }
        return odd;
    }
}
