package dev.shuttle.loom.convert.grid;

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
        Across across = new Across(ends, picture.width());
        bands.run(lines, 16, (from, to) -> {
            Cell cell = enlargement.new Cell(across);
            for (int line = from; line < to; line++) {
                cell.toLine((line + 0.5) * picture.height() / lines - 0.5);
                for (int end = 0; end < ends; end++) {
                    enlargement.cells[line * ends + end] = cell.at(end);
                }
            }
        });
        return enlargement.cells;
    }

    /** The pixels of a row that have a say in each end, and how much, four after four. */
    private static final class Across {
        private final int[] columns;
        private final float[] sharp;
        private final float[] soft;

        Across(int ends, int width) {
            this.columns = new int[TAPS * ends];
            this.sharp = new float[TAPS * ends];
            this.soft = new float[TAPS * ends];
            for (int end = 0; end < ends; end++) {
                taps((end + 0.5) * width / ends - 0.5, width, columns, sharp, soft, TAPS * end);
            }
        }
    }

    /** One cell at a time: the sixteen pixels around it. */
    private final class Cell {
        private static final int MIXED = -1;

        private final int[] columns;
        private final float[] sharpAcross;
        private final float[] softAcross;
        private final int[] rows = new int[TAPS];
        /** For each column of the picture the label of its four pixels, where they have but one. */
        private final int[] whole = new int[picture.width()];

        private int lowest = -1;
        private final float[] sharpDown = new float[TAPS];
        private final float[] softDown = new float[TAPS];
        private final int[] seen = new int[TAPS * TAPS];
        private final float[] votes = new float[128];
        private int count;

        Cell(Across across) {
            this.columns = across.columns;
            this.sharpAcross = across.sharp;
            this.softAcross = across.soft;
        }

        void toLine(double y) {
            int first = rows[0];
            taps(y, picture.height(), rows, sharpDown, softDown, 0);
            if (lowest != rows[TAPS - 1] || first != rows[0]) {
                lowest = rows[TAPS - 1];
                for (int column = 0; column < whole.length; column++) {
                    whole[column] = whole(column);
                }
            }
        }

        private int whole(int column) {
            int label = labels[rows[0] * picture.width() + column];
            boolean one = true;
            for (int j = 1; j < TAPS; j++) {
                one &= labels[rows[j] * picture.width() + column] == label;
            }
            return one ? label : MIXED;
        }

        byte at(int end) {
            int from = TAPS * end;
            int label = whole[columns[from]];
            if (label != MIXED
                    && label == whole[columns[from + 1]]
                    && label == whole[columns[from + 2]]
                    && label == whole[columns[from + 3]]) {
                return (byte) label;
            }
            vote(from);
            int best = count == 1 ? seen[0] : best(colour(from));
            for (int i = 0; i < count; i++) {
                votes[seen[i]] = 0;
            }
            return (byte) best;
        }

        private void vote(int from) {
            count = 0;
            for (int j = 0; j < TAPS; j++) {
                for (int i = 0; i < TAPS; i++) {
                    int label = labels[rows[j] * picture.width() + columns[from + i]];
                    if (votes[label] == 0) {
                        seen[count++] = label;
                    }
                    votes[label] += softDown[j] * softAcross[from + i] + Float.MIN_NORMAL;
                }
            }
        }

        /** The colour between the pixels: a cubic that passes through them (Catmull and Rom). */
        private int colour(int from) {
            float r = 0.5f;
            float g = 0.5f;
            float b = 0.5f;
            for (int j = 0; j < TAPS; j++) {
                for (int i = 0; i < TAPS; i++) {
                    int rgb = picture.rgb(columns[from + i], rows[j]);
                    float weight = sharpDown[j] * sharpAcross[from + i];
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

    private static void taps(double at, int size, int[] places, float[] sharp, float[] soft, int from) {
        int first = (int) Math.floor(at) - 1;
        for (int i = 0; i < TAPS; i++) {
            places[from + i] = Math.max(0, Math.min(size - 1, first + i));
            float d = (float) Math.abs(first + i - at);
            sharp[from + i] = d < 1 ? 1 + d * d * (1.5f * d - 2.5f) : 2 + d * (-4 + d * (2.5f - 0.5f * d));
            soft[from + i] = d < 1 ? 2 / 3f + d * d * (d / 2 - 1) : (2 - d) * (2 - d) * (2 - d) / 6;
        }
    }
}
