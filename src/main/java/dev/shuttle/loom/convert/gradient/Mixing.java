package dev.shuttle.loom.convert.gradient;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.style.Planes;
import java.util.List;
import java.util.stream.IntStream;

/** Which second colour of the palette a cell is mixed of, and how much of it. */
final class Mixing {
    /** From one colour to the other a gradient takes at least so many cells. */
    private static final float LEAST_LENGTH = 8;
    /** Two colours nearer than this (CIEDE2000) are steps that nobody sees. */
    private static final double SEEN = 3;
    /** How far from the line between the two colours a cell's colour may lie, over their distance. */
    private static final float ASIDE = 0.3f;

    private final float[][] planes;
    private final float[] steepness;
    private final float[][] palette;
    /** By label, and by the label that it is mixed with: from the one colour to the other. */
    private final float[][][] ways;

    private final float[][] lengths;
    /** By label those it may be mixed with. */
    private final int[][] others;
    /** By label the most that its colour may change from cell to cell, squared. */
    private final float[] steepest;
    /** By label how far a colour is from it at least, squared, to be a mixture. */
    private final float[] nearest;

    private final float pure;

    /**
     * @param planes what the cells show, without noise
     * @param steepness as {@link Steepness} has it, squared
     * @param most CIEDE2000 between two colours that are mixed
     * @param touching by first and second label, whether the two meet anywhere
     */
    Mixing(Planes planes, float[] steepness, List<Rgb> colours, boolean[][] touching, double most, float pure) {
        this.planes = planes.all();
        this.steepness = steepness;
        this.pure = pure;
        int size = colours.size();
        palette = new float[size][];
        lengths = new float[size][size];
        ways = new float[size][size][3];
        others = new int[size][];
        for (int label = 0; label < size; label++) {
            palette[label] = PerceptualSpace.of(colours.get(label));
        }
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                double apart = Lab.of(colours.get(one)).difference(Lab.of(colours.get(other)));
                boolean mixed = touching[one][other] && apart >= SEEN && apart <= most;
                lengths[one][other] = mixed ? (float) Math.sqrt(squared(one, other)) : 0;
                for (int axis = 0; axis < 3; axis++) {
                    ways[one][other][axis] = palette[other][axis] - palette[one][axis];
                }
            }
            float[] mixing = lengths[one];
            others[one] = IntStream.range(0, size).filter(i -> mixing[i] > 0).toArray();
        }
        steepest = new float[size];
        nearest = new float[size];
        for (int label = 0; label < size; label++) {
            float longest = 0;
            float shortest = Float.MAX_VALUE;
            for (float length : lengths[label]) {
                longest = Math.max(longest, length);
                shortest = length > 0 ? Math.min(shortest, length) : shortest;
            }
            steepest[label] = squared(longest / LEAST_LENGTH);
            nearest[label] = longest > 0 ? squared(pure * shortest) : Float.MAX_VALUE;
        }
    }

    private static float squared(float value) {
        return value * value;
    }

    private float squared(int one, int other) {
        float sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            float step = palette[other][axis] - palette[one][axis];
            sum += step * step;
        }
        return sum;
    }

    /** The label with which a cell's own makes the nearest mixture; -1 where it is its own colour or no gradient. */
    int partner(int cell, int own) {
        float steep = steepness[cell];
        if (steep > steepest[own]) {
            return -1;
        }
        float[] from = palette[own];
        float l = planes[0][cell] - from[0];
        float a = planes[1][cell] - from[1];
        float b = planes[2][cell] - from[2];
        if (l * l + a * a + b * b < nearest[own]) {
            return -1;
        }
        int best = -1;
        float most = 0;
        float least = Float.MAX_VALUE;
        for (int other : others[own]) {
            float length = lengths[own][other];
            float[] way = ways[own][other];
            float share = (l * way[0] + a * way[1] + b * way[2]) / (length * length);
            if (share > 0 && steep <= squared(length / LEAST_LENGTH)) {
                share = Math.min(1, share);
                float aside = aside(cell, from, share, way);
                if (aside < least && aside <= ASIDE * ASIDE * length * length) {
                    least = aside;
                    best = other;
                    most = share;
                }
            }
        }
        return most > pure && most < 1 - pure ? best : -1;
    }

    /** How far a cell's colour lies from a mixture, squared. */
    private float aside(int cell, float[] from, float share, float[] way) {
        float sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += squared(planes[axis][cell] - (from[axis] + share * way[axis]));
        }
        return sum;
    }

    /** How much of a cell's colour is the other label's, 0 to 1. */
    float share(int cell, int own, int other) {
        float[] from = palette[own];
        float[] way = ways[own][other];
        float sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += (planes[axis][cell] - from[axis]) * way[axis];
        }
        float length = lengths[own][other];
        return Math.min(1, Math.max(0, sum / (length * length)));
    }
}
