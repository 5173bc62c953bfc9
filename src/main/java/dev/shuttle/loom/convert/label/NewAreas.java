package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.convert.clean.CellCosts;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;

/** Gives new colours the areas they suit better than the labels that are there, where such an area is large enough. */
public final class NewAreas {
    private final int width;
    private final byte[] labels;
    /** The new label a cell would be better off with, or -1. */
    private final byte[] wanted;

    private int[] area = new int[1024];

    private NewAreas(int width, byte[] labels) {
        this.width = width;
        this.labels = labels;
        this.wanted = new byte[labels.length];
    }

    /**
     * Changes {@code labels} in place.
     *
     * @param fresh the labels that are new in {@code costs}
     * @param minimum cells a 4-connected area of one new label must have
     */
    public static void paint(
            Picture picture, byte[] labels, ColourCosts costs, int[] fresh, int minimum, RowBands bands) {
        NewAreas areas = new NewAreas(picture.width(), labels);
        CellCosts prices = costs.of(picture);
        int width = picture.width();
        bands.run(picture.height(), 64, (from, to) -> areas.want(prices, fresh, from * width, to * width));
        for (int i = 0; i < labels.length; i++) {
            if (areas.wanted[i] >= 0) {
                areas.grow(i, minimum);
            }
        }
    }

    private void want(CellCosts costs, int[] fresh, int from, int to) {
        int place = -1;
        int label = -1;
        int best = -1;
        for (int i = from; i < to; i++) {
            int here = costs.place(i);
            if (here != place || labels[i] != label) {
                place = here;
                label = labels[i];
                best = best(costs, place, label, fresh);
            }
            wanted[i] = (byte) best;
        }
    }

    private static int best(CellCosts costs, int place, int own, int[] fresh) {
        float least = costs.cost(place, own);
        int best = -1;
        for (int label : fresh) {
            float cost = costs.cost(place, label);
            if (cost < least) {
                least = cost;
                best = label;
            }
        }
        return best;
    }

    /** Collects the area around a cell, which then wants nothing any more, and paints it if it is large enough. */
    private void grow(int start, int minimum) {
        byte label = wanted[start];
        int size = take(start, 0);
        for (int next = 0; next < size; next++) {
            int cell = area[next];
            int x = cell % width;
            size = x > 0 && wanted[cell - 1] == label ? take(cell - 1, size) : size;
            size = x + 1 < width && wanted[cell + 1] == label ? take(cell + 1, size) : size;
            size = cell >= width && wanted[cell - width] == label ? take(cell - width, size) : size;
            size = cell + width < wanted.length && wanted[cell + width] == label ? take(cell + width, size) : size;
        }
        for (int i = 0; i < size && size >= minimum; i++) {
            labels[area[i]] = label;
        }
    }

    private int take(int cell, int size) {
        if (size == area.length) {
            area = Arrays.copyOf(area, 2 * size);
        }
        area[size] = cell;
        wanted[cell] = -1;
        return size + 1;
    }
}
