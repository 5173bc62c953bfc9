package dev.shuttle.loom.convert.gradient;

import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;

/**
 * Where a picture changes smoothly from one colour of the palette to another: connected cells of the same two colours that
 * hold both sides of the border between them.
 */
final class Zones {
    /** A zone has so many cells on either side of the border. */
    private static final int FEWEST = 8;

    private static final int SCALE = 65_535;

    private final int width;
    /** By cell the two labels, the lower one in the high byte, and one more; 0 outside of all zones. */
    private final char[] pairs;
    /** By cell the share of the second label's colour. */
    private final char[] shares;

    private Zones(int width, int cells) {
        this.width = width;
        this.pairs = new char[cells];
        this.shares = new char[cells];
    }

    static Zones of(byte[] labels, int width, Mixing mixing, RowBands bands) {
        Zones zones = new Zones(width, labels.length);
        bands.run(labels.length / width, 32, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                zones.place(cell, labels[cell], mixing);
            }
        });
        zones.dropOneSided();
        return zones;
    }

    private void place(int cell, int label, Mixing mixing) {
        int other = mixing.partner(cell, label);
        if (other >= 0) {
            float share = mixing.share(cell, label, other);
            pairs[cell] = (char) (256 * Math.min(label, other) + Math.max(label, other) + 1);
            shares[cell] = (char) Math.round(SCALE * (label < other ? share : 1 - share));
        }
    }

    boolean contains(int cell) {
        return pairs[cell] != 0;
    }

    boolean areOfOne(int cell, int other) {
        return pairs[cell] == pairs[other];
    }

    float share(int cell) {
        return shares[cell] / (float) SCALE;
    }

    int first(int cell) {
        return (pairs[cell] - 1) >> 8;
    }

    int second(int cell) {
        return (pairs[cell] - 1) & 255;
    }

    /** Takes out the cells of this label. */
    void dropLabel(int label) {
        for (int cell = 0; cell < pairs.length; cell++) {
            if (pairs[cell] != 0 && (first(cell) == label || second(cell) == label)) {
                pairs[cell] = 0;
            }
        }
    }

    /** A flat area between two colours, and a tint that never reaches the second, are no gradients. */
    private void dropOneSided() {
        boolean[] seen = new boolean[pairs.length];
        int[] flood = new int[1024];
        for (int start = 0; start < pairs.length; start++) {
            if (pairs[start] == 0 || seen[start]) {
                continue;
            }
            flood[0] = start;
            seen[start] = true;
            int count = 1;
            int beyond = 0;
            for (int at = 0; at < count; at++) {
                int cell = flood[at];
                beyond += shares[cell] > SCALE / 2 ? 1 : 0;
                if (count + 4 > flood.length) {
                    flood = Arrays.copyOf(flood, 2 * flood.length);
                }
                int x = cell % width;
                count = x > 0 ? reach(cell, cell - 1, seen, flood, count) : count;
                count = x + 1 < width ? reach(cell, cell + 1, seen, flood, count) : count;
                count = cell >= width ? reach(cell, cell - width, seen, flood, count) : count;
                count = cell + width < pairs.length ? reach(cell, cell + width, seen, flood, count) : count;
            }
            if (beyond < FEWEST || count - beyond < FEWEST) {
                for (int at = 0; at < count; at++) {
                    pairs[flood[at]] = 0;
                }
            }
        }
    }

    private int reach(int from, int cell, boolean[] seen, int[] flood, int count) {
        if (seen[cell] || pairs[cell] != pairs[from]) {
            return count;
        }
        seen[cell] = true;
        flood[count] = cell;
        return count + 1;
    }
}
