package dev.shuttle.loom.harness;

import org.jspecify.annotations.Nullable;

/**
 * What a loom does for one pick. Everything counts from 1.
 *
 * @param row of the lift plan, from its top
 * @param weft of the line
 * @param line of the point paper, from its top
 * @param selector the finger of its yarn; 0 in a shed for bobbins, for which none brings a yarn
 * @param flight what its shuttle does; null on looms without shuttle boxes, and in a shed for bobbins
 * @param isAdvance whether the take-up goes on
 * @param takeUpMm how far, mm
 * @param band of yarns that change, from the top; 1 where none does
 * @param up how many ends are lifted
 */
public record LoomPick(
        int row,
        int weft,
        int line,
        int selector,
        @Nullable Flight flight,
        boolean isAdvance,
        double takeUpMm,
        int band,
        int up) {

    /** The weft as weavers name it: A, B, C. */
    public String letter() {
        return String.valueOf((char) ('A' + weft - 1));
    }

    /**
     * A shuttle's way through the shed.
     *
     * @param shuttle the yarn's
     * @param isFromLeft whether it leaves the left side
     * @param from the box that it leaves, from 1, on its side; 0: no box is left for it
     * @param to the box that it flies to on the other side; 0: none is empty there
     * @param isOdd whether it is thrown in this run of neighbouring picks an odd number of times, and is left on the other side
     */
    public record Flight(int shuttle, boolean isFromLeft, int from, int to, boolean isOdd) {
        /** The box that it leaves: {@code L1}. */
        public String box() {
            return name(isFromLeft, from);
        }

        /** The box that it flies to: {@code R1}. */
        public String toBox() {
            return name(!isFromLeft, to);
        }

        private static String name(boolean isLeft, int box) {
            return box == 0 ? "" : (isLeft ? "L" : "R") + box;
        }

        /** What a weaver must know of it: {@code odd-run}, {@code no-empty-box}; empty where all is well. */
        public String remark() {
            String full = to == 0 ? "no-empty-box" : "";
            return isOdd ? (full + " odd-run").strip() : full;
        }
    }
}
