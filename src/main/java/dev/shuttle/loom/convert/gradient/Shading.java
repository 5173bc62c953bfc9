package dev.shuttle.loom.convert.gradient;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.style.BoxMean;
import dev.shuttle.loom.convert.style.Planes;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;

/**
 * Draws the smooth gradients of a label map in a {@link Pattern}: an ordered dither between the two colours that a cell's
 * colour lies between, only where the picture has a slow ramp from one to the other and no edge is near.
 */
public final class Shading {
    /** Noise is taken out over so many cells each way, twice. */
    private static final int CALM = 3;
    /** How far the tips of wedges are shifted along the line at most, so that they make no line of their own. */
    private static final int RAGGED = 3;
    /** The shortest wedge. */
    private static final int WEDGE = 4;

    private final byte[] labels;
    private final int width;
    private final int height;
    private final Zones zones;
    private final RowBands bands;

    private Shading(byte[] labels, int width, Zones zones, RowBands bands) {
        this.labels = labels;
        this.width = width;
        this.height = labels.length / width;
        this.zones = zones;
        this.bands = bands;
    }

    /**
     * Finds the gradients.
     *
     * @param labels by cell; left as they are
     * @param most CIEDE2000 between two colours that are mixed
     */
    public static Shading of(
            byte[] labels, Slopes slopes, List<Rgb> palette, double most, Pattern pattern, RowBands bands) {
        boolean[][] touching = touching(labels, slopes.width, palette.size());
        Mixing mixing = new Mixing(slopes.calm, slopes.steepness, palette, touching, most, pattern.pure());
        return new Shading(labels, slopes.width, Zones.of(labels, slopes.width, mixing, bands), bands);
    }

    /** How the picture's colours change from cell to cell, whatever is drawn of it: without their noise, and how steeply. */
    public static final class Slopes {
        private final int width;
        private final Planes calm;
        private final float[] steepness;

        private Slopes(int width, Planes calm, float[] steepness) {
            this.width = width;
            this.calm = calm;
            this.steepness = steepness;
        }

        /**
         * Measures a picture.
         *
         * @param colours what it shows in each cell
         * @param lines cells of lines, which stay; may be empty
         */
        public static Slopes of(Picture colours, boolean[] lines, RowBands bands) {
            Planes planes = Planes.of(colours, bands);
            float[] steepness = Steepness.of(planes, lines, bands);
            for (float[] plane : planes.all()) {
                BoxMean.inPlace(plane, colours.width(), colours.height(), CALM, bands);
                BoxMean.inPlace(plane, colours.width(), colours.height(), CALM, bands);
            }
            return new Slopes(colours.width(), planes, steepness);
        }
    }

    private static boolean[][] touching(byte[] labels, int width, int size) {
        boolean[][] touching = new boolean[size][size];
        for (int cell = 0; cell < labels.length; cell++) {
            int right = cell % width + 1 < width ? cell + 1 : cell;
            int below = cell + width < labels.length ? cell + width : cell;
            touching[labels[cell]][labels[right]] = true;
            touching[labels[right]][labels[cell]] = true;
            touching[labels[cell]][labels[below]] = true;
            touching[labels[below]][labels[cell]] = true;
        }
        return touching;
    }

    /** What part of the cells lies in a gradient, 0 to 1. */
    public double share() {
        long count = 0;
        for (int cell = 0; cell < labels.length; cell++) {
            count += zones.contains(cell) ? 1 : 0;
        }
        return (double) count / labels.length;
    }

    /** Leaves the gradients from and to this label as they were. */
    public void leave(int label) {
        zones.dropLabel(label);
    }

    /** The cells, each as its place in the pattern says. */
    public byte[] dotted(Pattern pattern) {
        byte[] cells = labels.clone();
        bands.run(height, 32, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                if (zones.contains(cell)) {
                    float threshold = pattern.threshold(cell % width, cell / width);
                    cells[cell] = shown(cell, zones.share(cell) > threshold);
                }
            }
        });
        return cells;
    }

    /** The cells in wedges with ragged tips along the lines, or along the ends. */
    public byte[] hatched(boolean alongEnds) {
        byte[] cells = labels.clone();
        int count = alongEnds ? width : height;
        bands.run(count, 32, (from, to) -> {
            for (int line = from; line < to; line++) {
                hatch(cells, line, alongEnds);
            }
        });
        return cells;
    }

    private void hatch(byte[] cells, int line, boolean alongEnds) {
        int step = alongEnds ? width : 1;
        int start = alongEnds ? line : line * width;
        int length = alongEnds ? height : width;
        int shift = Pattern.mixed(line) % (2 * RAGGED + 1) - RAGGED;
        float threshold = Pattern.HATCH.threshold(0, line);
        for (int i = 0; i < length; i++) {
            int cell = start + i * step;
            if (zones.contains(cell)) {
                int shifted = start + Math.min(length - 1, Math.max(0, i + shift)) * step;
                int from = zones.areOfOne(cell, shifted) ? shifted : cell;
                cells[cell] = shown(cell, zones.share(from) > threshold);
            }
        }
        fillShort(cells, start, step, length);
    }

    /** A wedge shorter than the shortest takes the colour on both of its sides. */
    private void fillShort(byte[] cells, int start, int step, int length) {
        int first = 0;
        for (int i = 1; i <= length; i++) {
            if (i < length && cells[start + i * step] == cells[start + first * step]) {
                continue;
            }
            boolean within = first > 0 && i < length && i - first < WEDGE;
            if (within && cells[start + (first - 1) * step] == cells[start + i * step]) {
                for (int at = first; at < i; at++) {
                    int cell = start + at * step;
                    cells[cell] = zones.contains(cell) ? cells[start + i * step] : cells[cell];
                }
            }
            first = i;
        }
    }

    private byte shown(int cell, boolean second) {
        return (byte) (second ? zones.second(cell) : zones.first(cell));
    }
}
