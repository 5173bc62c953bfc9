package dev.shuttle.loom.grid;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * A label map on a grid finer than its picture, without the picture's blocks: of the labels around a cell the one that
 * suits the picture best there, as its colours run from pixel to pixel, and that most of the surroundings have. Where an
 * anti-aliased edge lies between two pixels is seen by their colours; a third label has no say in it.
 */
public final class Enlargement {
    /** Pixels on each axis that have a say in a cell. */
    private static final int TAPS = 4;
    /** Labels closer than this are told apart by their surroundings alone. */
    private static final float LEAST_CONTRAST = 4;

    /** Squared difference of a colour, 0 to 255 a channel, and a label. */
    public interface Misfit {
        float of(int rgb, int label);
    }

    private final Picture picture;
    private final byte[] labels;
    private final LabelContrast contrast;
    private final Misfit misfit;
    private final byte[] cells;

    private Enlargement(Picture picture, byte[] labels, int ends, int lines, LabelContrast contrast, Misfit misfit) {
        this.picture = picture;
        this.labels = labels;
        this.contrast = contrast;
        this.misfit = misfit;
        this.cells = new byte[Math.multiplyExact(ends, lines)];
    }

    /** The label of each cell; the grid is to be as fine as the picture or finer, both ways. */
    public static byte[] of(
            Picture picture,
            byte[] labels,
            int ends,
            int lines,
            LabelContrast contrast,
            Misfit misfit,
            RowBands bands) {
        Enlargement enlargement = new Enlargement(picture, labels, ends, lines, contrast, misfit);
        bands.run(lines, 16, (from, to) -> {
            Cell cell = enlargement.new Cell();
            for (int line = from; line < to; line++) {
                cell.toLine((line + 0.5) * picture.height() / lines - 0.5);
                for (int end = 0; end < ends; end++) {
                    enlargement.cells[line * ends + end] = cell.at((end + 0.5) * picture.width() / ends - 0.5);
                }
            }
        });
        return enlargement.cells;
    }

    /** One cell at a time: the sixteen pixels around it. */
    private final class Cell {
        private final int[] columns = new int[TAPS];
        private final int[] rows = new int[TAPS];
        private final float[] sharpAcross = new float[TAPS];
        private final float[] softAcross = new float[TAPS];
        private final float[] sharpDown = new float[TAPS];
        private final float[] softDown = new float[TAPS];
        private final int[] seen = new int[TAPS * TAPS];
        private final float[] votes = new float[128];
        private int count;

        void toLine(double y) {
            taps(y, picture.height(), rows, sharpDown, softDown);
        }

        byte at(double x) {
            taps(x, picture.width(), columns, sharpAcross, softAcross);
            vote();
            int best = count == 1 ? seen[0] : best(colour());
            for (int i = 0; i < count; i++) {
                votes[seen[i]] = 0;
            }
            return (byte) best;
        }

        private void vote() {
            count = 0;
            for (int j = 0; j < TAPS; j++) {
                for (int i = 0; i < TAPS; i++) {
                    int label = labels[rows[j] * picture.width() + columns[i]];
                    if (votes[label] == 0) {
                        seen[count++] = label;
                    }
                    votes[label] += softDown[j] * softAcross[i] + Float.MIN_NORMAL;
                }
            }
        }

        /** The colour between the pixels: a cubic that passes through them (Catmull and Rom). */
        private int colour() {
            float r = 0.5f;
            float g = 0.5f;
            float b = 0.5f;
            for (int j = 0; j < TAPS; j++) {
                for (int i = 0; i < TAPS; i++) {
                    int rgb = picture.rgb(columns[i], rows[j]);
                    float weight = sharpDown[j] * sharpAcross[i];
                    r += weight * (rgb >> 16 & 255);
                    g += weight * (rgb >> 8 & 255);
                    b += weight * (rgb & 255);
                }
            }
            return level(r) << 16 | level(g) << 8 | level(b);
        }

        private int best(int rgb) {
            float widest = LEAST_CONTRAST;
            for (int i = 1; i < count; i++) {
                widest = Math.max(widest, contrast.apart(seen[0], seen[i]));
            }
            int best = seen[0];
            float most = -Float.MAX_VALUE;
            for (int i = 0; i < count; i++) {
                float score = votes[seen[i]] - misfit.of(rgb, seen[i]) / (widest * widest);
                if (score > most) {
                    most = score;
                    best = seen[i];
                }
            }
            return best;
        }
    }

    private static int level(float value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    private static void taps(double at, int size, int[] places, float[] sharp, float[] soft) {
        int first = (int) Math.floor(at) - 1;
        for (int i = 0; i < TAPS; i++) {
            places[i] = Math.max(0, Math.min(size - 1, first + i));
            float d = (float) Math.abs(first + i - at);
            sharp[i] = d < 1 ? 1 + d * d * (1.5f * d - 2.5f) : 2 + d * (-4 + d * (2.5f - 0.5f * d));
            soft[i] = d < 1 ? 2 / 3f + d * d * (d / 2 - 1) : (2 - d) * (2 - d) * (2 - d) / 6;
        }
    }
}
