package dev.shuttle.loom.image;

import dev.shuttle.loom.work.Deadline;

/** Smooths the edges of blocks once all are predicted (RFC 6386, section 15). */
final class Vp8Filter {
    private final Vp8Frame frame;
    private final Vp8Plane luma;
    private final Vp8Plane blue;
    private final Vp8Plane red;
    private final Deadline deadline;

    Vp8Filter(Vp8Frame frame, Vp8Plane luma, Vp8Plane blue, Vp8Plane red, Deadline deadline) {
        this.frame = frame;
        this.luma = luma;
        this.blue = blue;
        this.red = red;
        this.deadline = deadline;
    }

    /**
     * @param levels of each macroblock, 0 not at all
     * @param inner whether the edges inside it are filtered too
     */
    void apply(int columns, int rows, byte[] levels, boolean[] inner) {
        for (int y = 0; y < rows; y++) {
            deadline.check();
            for (int x = 0; x < columns; x++) {
                int level = levels[y * columns + x];
                if (level > 0) {
                    macroblock(x, y, level, inner[y * columns + x]);
                }
            }
        }
    }

    private int interior(int level) {
        int limit = level;
        if (frame.sharpness > 0) {
            limit = Math.min(9 - frame.sharpness, level >> (frame.sharpness > 4 ? 2 : 1));
        }
        return Math.max(1, limit);
    }

    private void macroblock(int x, int y, int level, boolean inner) {
        int interior = interior(level);
        int limit = 2 * level + interior;
        int variance = level >= 40 ? 2 : level >= 15 ? 1 : 0;
        for (int across = 1; across >= 0; across--) {
            boolean vertical = across == 1;
            if (vertical ? x > 0 : y > 0) {
                edges(x, y, vertical, 0, limit + 4, interior, variance);
            }
            for (int offset = 4; inner && offset < 16; offset += 4) {
                edges(x, y, vertical, offset, limit, interior, variance);
            }
        }
    }

    /** @param offset of the edge inside the macroblock, in samples of luma; 0 is the macroblock's own */
    private void edges(int x, int y, boolean vertical, int offset, int limit, int interior, int variance) {
        edge(luma, 16 * x, 16 * y, 16, vertical, offset, limit, interior, variance);
        if (!frame.simpleFilter && offset % 8 == 0) {
            int chroma = offset / 2;
            edge(blue, 8 * x, 8 * y, 8, vertical, chroma, limit, interior, variance);
            edge(red, 8 * x, 8 * y, 8, vertical, chroma, limit, interior, variance);
        }
    }

    private void edge(
            Vp8Plane plane,
            int x,
            int y,
            int side,
            boolean vertical,
            int offset,
            int limit,
            int interior,
            int variance) {
        byte[] s = plane.samples();
        int over = vertical ? 1 : plane.stride();
        int along = vertical ? plane.stride() : 1;
        int at = vertical ? plane.at(x + offset, y) : plane.at(x, y + offset);
        for (int i = 0; i < side; i++, at += along) {
            if (!isWithin(s, at, over, 2 * limit + 1)) {
                continue;
            }
            if (frame.simpleFilter) {
                common(s, at, over);
            } else if (isSmooth(s, at, over, interior)) {
                boolean rough =
                        difference(s, at - 2 * over, at - over) > variance || difference(s, at + over, at) > variance;
                if (rough) {
                    common(s, at, over);
                } else if (offset == 0) {
                    wide(s, at, over);
                } else {
                    narrow(s, at, over);
                }
            }
        }
    }

    private static int difference(byte[] s, int a, int b) {
        return Math.abs((s[a] & 255) - (s[b] & 255));
    }

    private static boolean isWithin(byte[] s, int at, int over, int limit) {
        return 4 * difference(s, at - over, at) + difference(s, at - 2 * over, at + over) <= limit;
    }

    private static boolean isSmooth(byte[] s, int at, int over, int limit) {
        return difference(s, at - 4 * over, at - 3 * over) <= limit
                && difference(s, at - 3 * over, at - 2 * over) <= limit
                && difference(s, at - 2 * over, at - over) <= limit
                && difference(s, at + 3 * over, at + 2 * over) <= limit
                && difference(s, at + 2 * over, at + over) <= limit
                && difference(s, at + over, at) <= limit;
    }

    private static int signed(int value) {
        return Math.max(-128, Math.min(127, value));
    }

    private static int step(byte[] s, int at, int over) {
        return 3 * ((s[at] & 255) - (s[at - over] & 255));
    }

    private static int outer(byte[] s, int at, int over) {
        return signed((s[at - 2 * over] & 255) - (s[at + over] & 255));
    }

    private static void change(byte[] s, int at, int by) {
        s[at] = Vp8Plane.clipped((s[at] & 255) + by);
    }

    private static void common(byte[] s, int at, int over) {
        int a = step(s, at, over) + outer(s, at, over);
        change(s, at, -(signed(a + 4) >> 3));
        change(s, at - over, signed(a + 3) >> 3);
    }

    private static void narrow(byte[] s, int at, int over) {
        int a = step(s, at, over);
        int first = signed(a + 4) >> 3;
        int second = signed(a + 3) >> 3;
        int third = (first + 1) >> 1;
        change(s, at - 2 * over, third);
        change(s, at - over, second);
        change(s, at, -first);
        change(s, at + over, -third);
    }

    private static void wide(byte[] s, int at, int over) {
        int a = signed(step(s, at, over) + outer(s, at, over));
        for (int i = 0; i < 3; i++) {
            int by = ((27 - 9 * i) * a + 63) >> 7;
            change(s, at - (i + 1) * over, by);
            change(s, at + i * over, -by);
        }
    }
}
