package dev.shuttle.loom.convert.grid;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * A picture at the size of a coarser grid where every cell has the mean colour of those pixels alone that carry its
 * label: a cell at an edge has the colour of its side, not a mixture that is nowhere in the picture.
 */
public final class CellColours {
    private CellColours() {}

    /**
     * The colours of all cells.
     *
     * @param pixels of {@code source}; those of two labels count only where a cell has no others
     * @param cells one a cell; where none of its pixels carries the label, the cell has the mean of all
     */
    public static Picture of(Picture source, PixelShares pixels, byte[] cells, int ends, int lines, RowBands bands) {
        Picture means = Picture.blank(ends, lines);
        Taps across = Taps.of(source.width(), ends);
        Taps down = Taps.of(source.height(), lines);
        bands.run(lines, 16, (from, to) -> {
            float[] sums = new float[4];
            for (int line = from; line < to; line++) {
                for (int end = 0; end < ends; end++) {
                    byte label = cells[line * ends + end];
                    add(source, pixels, across, end, down, line, label, 0, sums);
                    if (sums[3] == 0) {
                        add(source, pixels, across, end, down, line, label, 1, sums);
                    }
                    if (sums[3] == 0) {
                        add(source, pixels, across, end, down, line, (byte) -1, 1, sums);
                    }
                    means.set(end, line, rgb(sums));
                }
            }
        });
        return means;
    }

    private static void add(
            Picture source,
            PixelShares pixels,
            Taps across,
            int end,
            Taps down,
            int line,
            byte label,
            float part,
            float[] sums) {
        sums[0] = sums[1] = sums[2] = sums[3] = 0;
        float[] wx = across.weights(end);
        float[] wy = down.weights(line);
        for (int j = 0; j < wy.length; j++) {
            int at = (down.start(line) + j) * source.width() + across.start(end);
            for (int i = 0; i < wx.length; i++) {
                if (label < 0 || (pixels.labels()[at + i] == label && pixels.part(at + i) <= part)) {
                    float weight = wx[i] * wy[j];
                    int p = 3 * (at + i);
                    sums[0] += weight * (source.bgr()[p + 2] & 255);
                    sums[1] += weight * (source.bgr()[p + 1] & 255);
                    sums[2] += weight * (source.bgr()[p] & 255);
                    sums[3] += weight;
                }
            }
        }
    }

    private static int rgb(float[] sums) {
        return level(sums[0] / sums[3]) << 16 | level(sums[1] / sums[3]) << 8 | level(sums[2] / sums[3]);
    }

    private static int level(float value) {
        return (int) Math.max(0, Math.min(255, value + 0.5f));
    }
}
