package dev.shuttle.loom.paper;

import dev.shuttle.loom.image.Picture;
import java.util.HashMap;
import java.util.Map;

/** The colours of a picture, each counted, with the first cell that has it. */
final class FileColours {
    private final Map<Integer, long[]> byRgb = new HashMap<>();

    /** @param most with more colours than this the rest is not counted */
    static FileColours of(Picture picture, int most) {
        FileColours colours = new FileColours();
        int width = picture.width();
        int[] row = new int[width];
        long[] last = {};
        int lastRgb = -1;
        for (int y = 0; y < picture.height() && colours.byRgb.size() <= most; y++) {
            picture.row(y, row, 0);
            for (int x = 0; x < width; x++) {
                if (row[x] != lastRgb) {
                    lastRgb = row[x];
                    long first = (long) y * width + x;
                    last = colours.byRgb.computeIfAbsent(lastRgb, fresh -> new long[] {0, first});
                }
                last[0]++;
            }
        }
        return colours;
    }

    int size() {
        return byRgb.size();
    }

    Iterable<Integer> all() {
        return byRgb.keySet();
    }

    /** How many cells have a colour. */
    long count(int rgb) {
        long[] counted = byRgb.get(rgb);
        return counted == null ? 0 : counted[0];
    }

    /** The first cell that has a colour, which some cell has. */
    long first(int rgb) {
        long[] counted = byRgb.get(rgb);
        return counted == null ? -1 : counted[1];
    }
}
