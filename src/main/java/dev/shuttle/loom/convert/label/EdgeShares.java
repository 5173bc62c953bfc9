package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.convert.grid.PixelShares;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * What each side has of the pixels on an anti-aliased edge: a pixel's colour shows where within it the edge lies,
 * which its label alone no longer does.
 */
public final class EdgeShares {
    private static final int BAND = 64;
    /** How far off the line between two colours a mixture of them may be, as a part of the line. */
    private static final float TOLERANCE = 0.08f;

    /** A pixel that has more of another label than this is a line's, which is to be seen in spite of it. */
    private static final float MOST = 0.55f;

    private final Picture picture;
    private final ColourCosts costs;
    private final byte[] labels;
    private final byte[] others;
    private final byte[] parts;

    private EdgeShares(Picture picture, ColourCosts costs, byte[] labels) {
        this.picture = picture;
        this.costs = costs;
        this.labels = labels;
        this.others = new byte[labels.length];
        this.parts = new byte[labels.length];
    }

    /** The shares in every pixel of artwork labelled with {@code labels}, which are kept, not copied. */
    public static PixelShares of(Picture picture, ColourCosts costs, byte[] labels, RowBands bands) {
        EdgeShares edges = new EdgeShares(picture, costs, labels);
        bands.run(picture.height(), BAND, edges::rows);
        return new PixelShares(labels, edges.others, edges.parts);
    }

    private void rows(int from, int to) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < picture.width(); x++) {
                int rgb = picture.rgb(x, y);
                if (rgb != costs.packed(labels[y * picture.width() + x])) {
                    share(x, y, rgb);
                }
            }
        }
    }

    /** Finds the neighbour of another label whose mixture with the pixel's own explains its colour best. */
    private void share(int x, int y, int rgb) {
        int width = picture.width();
        int i = y * width + x;
        int own = costs.packed(labels[i]);
        float least = Float.POSITIVE_INFINITY;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(picture.height() - 1, y + 1); ny++) {
            for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                byte label = labels[ny * width + nx];
                if (label != labels[i]) {
                    int other = costs.packed(label);
                    float off = Ramps.off(rgb, own, other);
                    float share = off < least ? Ramps.share(rgb, own, other, TOLERANCE) : -1;
                    if (share >= 0) {
                        least = off;
                        others[i] = label;
                        parts[i] = share > MOST ? 0 : PixelShares.part(share);
                    }
                }
            }
        }
    }
}
