package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;

/** Undoes a PNG's row filters (PNG specification, 9.2) and turns its samples into pixels. */
final class PngRows {
    private final PngLayout layout;
    private final int ground;
    private final int step;
    private final int length;
    private final byte[] above;
    private final ColourConversion colours;
    private final byte[] alphas;

    /** @param colours for pixels that the ground shows through; {@link ColourConversion#NONE} where that is done later */
    PngRows(PngLayout layout, Rgb ground, ColourConversion colours) {
        this.layout = layout;
        this.ground = ground.packed();
        this.step = layout.filterStep();
        this.length = layout.rowBytes();
        this.above = new byte[length];
        this.colours = colours;
        this.alphas = new byte[colours == ColourConversion.NONE ? 0 : layout.width()];
    }

    /** Takes filtered rows in their order, from {@code y} on, and writes their pixels to {@code target}. */
    void accept(byte[] block, int y, int count, RowTarget target) throws PictureException {
        byte[] up = above;
        int upAt = 0;
        for (int i = 0; i < count; i++) {
            int at = i * (length + 1) + 1;
            unfilter(block[at - 1], block, at, up, upAt);
            up = block;
            upAt = at;
            pixels(block, at, target.bytes(), target.start(y + i));
            target.written(y + i);
        }
        System.arraycopy(up, upAt, above, 0, length);
    }

    private void unfilter(int filter, byte[] row, int at, byte[] up, int upAt) throws PictureException {
        switch (filter) {
            case 0 -> {}
            case 1 -> {
                for (int i = at + step; i < at + length; i++) {
                    row[i] += row[i - step];
                }
            }
            case 2 -> {
                for (int i = 0; i < length; i++) {
                    row[at + i] += up[upAt + i];
                }
            }
            case 3 -> average(row, at, up, upAt);
            case 4 -> paeth(row, at, up, upAt);
            default -> throw new PictureException(Code.UNSUPPORTED_PICTURE, "a PNG row with the filter " + filter);
        }
    }

    private void average(byte[] row, int at, byte[] up, int upAt) {
        for (int i = 0; i < length; i++) {
            int left = i < step ? 0 : row[at + i - step] & 255;
            row[at + i] += (byte) ((left + (up[upAt + i] & 255)) >> 1);
        }
    }

    private void paeth(byte[] row, int at, byte[] up, int upAt) {
        for (int i = 0; i < Math.min(step, length); i++) {
            row[at + i] += up[upAt + i];
        }
        if (step == 3) {
            paethOfThree(row, at, up, upAt);
            return;
        }
        for (int i = step; i < length; i++) {
            row[at + i] = (byte)
                    (row[at + i] + predicted(row[at + i - step] & 255, up[upAt + i] & 255, up[upAt + i - step] & 255));
        }
    }

    /** The common case with the neighbours kept in registers, one channel after the other. */
    private void paethOfThree(byte[] row, int at, byte[] up, int upAt) {
        int a0 = row[at] & 255;
        int a1 = row[at + 1] & 255;
        int a2 = row[at + 2] & 255;
        int c0 = up[upAt] & 255;
        int c1 = up[upAt + 1] & 255;
        int c2 = up[upAt + 2] & 255;
        for (int i = 3; i + 2 < length; i += 3) {
            int b0 = up[upAt + i] & 255;
            int b1 = up[upAt + i + 1] & 255;
            int b2 = up[upAt + i + 2] & 255;
            a0 = row[at + i] + predicted(a0, b0, c0) & 255;
            a1 = row[at + i + 1] + predicted(a1, b1, c1) & 255;
            a2 = row[at + i + 2] + predicted(a2, b2, c2) & 255;
            row[at + i] = (byte) a0;
            row[at + i + 1] = (byte) a1;
            row[at + i + 2] = (byte) a2;
            c0 = b0;
            c1 = b1;
            c2 = b2;
        }
    }

    private static int predicted(int left, int above, int corner) {
        int fromLeft = Math.abs(above - corner);
        int fromAbove = Math.abs(left - corner);
        int fromCorner = Math.abs(left + above - 2 * corner);
        if (fromLeft <= fromAbove && fromLeft <= fromCorner) {
            return left;
        }
        return fromAbove <= fromCorner ? above : corner;
    }

    private void pixels(byte[] row, int at, byte[] bgr, int to) {
        if (layout.colourType() == 2 && layout.depth() == 8 && layout.transparent() < 0) {
            for (int i = at, end = at + length; i < end; i += 3, to += 3) {
                bgr[to] = row[i + 2];
                bgr[to + 1] = row[i + 1];
                bgr[to + 2] = row[i];
            }
            return;
        }
        if (colours != ColourConversion.NONE) {
            converted(row, at, bgr, to);
            return;
        }
        for (int x = 0; x < layout.width(); x++, to += 3) {
            int rgb = BufferedPictures.over(argb(row, at, x), ground);
            bgr[to] = (byte) rgb;
            bgr[to + 1] = (byte) (rgb >> 8);
            bgr[to + 2] = (byte) (rgb >> 16);
        }
    }

    private void converted(byte[] row, int at, byte[] bgr, int to) {
        byte[] own = new byte[3 * alphas.length];
        for (int x = 0, i = 0; x < alphas.length; x++, i += 3) {
            int argb = argb(row, at, x);
            alphas[x] = (byte) (argb >>> 24);
            own[i] = (byte) argb;
            own[i + 1] = (byte) (argb >> 8);
            own[i + 2] = (byte) (argb >> 16);
        }
        colours.convert(own, 0, alphas.length);
        ArgbPlacing.over(own, alphas, ground);
        System.arraycopy(own, 0, bgr, to, own.length);
    }

    private int argb(byte[] row, int at, int x) {
        int wide = layout.depth() == 16 ? 2 : 1;
        int i = at + x * layout.samples() * wide;
        return switch (layout.colourType()) {
            case 0 -> grey(row, at, x);
            case 2 -> keyed(row, i, wide);
            case 3 -> layout.palette()[sample(row, at, x)];
            case 4 -> (row[i + wide] & 255) << 24 | (row[i] & 255) * 0x010101;
            default ->
                (row[i + 3 * wide] & 255) << 24
                        | (row[i] & 255) << 16
                        | (row[i + wide] & 255) << 8
                        | (row[i + 2 * wide] & 255);
        };
    }

    private int grey(byte[] row, int at, int x) {
        int depth = layout.depth();
        if (depth == 16) {
            int value = (row[at + 2 * x] & 255) << 8 | (row[at + 2 * x + 1] & 255);
            return (value == layout.transparent() ? 0 : 0xff000000) | (value >> 8) * 0x010101;
        }
        int value = sample(row, at, x);
        int alpha = value == layout.transparent() ? 0 : 0xff000000;
        return alpha | value * 255 / ((1 << depth) - 1) * 0x010101;
    }

    private int keyed(byte[] row, int i, int wide) {
        int rgb = (row[i] & 255) << 16 | (row[i + wide] & 255) << 8 | (row[i + 2 * wide] & 255);
        long key = 0;
        for (int t = 0; t < 3; t++) {
            int high = row[i + t * wide] & 255;
            key = key << 16 | (wide == 2 ? high << 8 | (row[i + t * wide + 1] & 255) : high);
        }
        return (key == layout.transparent() ? 0 : 0xff000000) | rgb;
    }

    private int sample(byte[] row, int at, int x) {
        int depth = layout.depth();
        int bit = x * depth;
        return row[at + (bit >> 3)] >> (8 - depth - (bit & 7)) & (1 << depth) - 1;
    }
}
