package dev.shuttle.loom.paper;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/**
 * A paper in pale greys with the cells that are not exact in red (refused) or orange (read as another colour), and a frame around
 * them by which even one is found: one pixel is one end by one line.
 */
final class MarkedPaper {
    private static final int GREYS = 13;
    private static final int DARKEST = 0x80;
    private static final int RED = GREYS;
    private static final int ORANGE = GREYS + 1;
    private static final int FRAME = GREYS + 2;
    /** Cells between a marked one and the frame around it. */
    private static final int ROOM = 4;

    private MarkedPaper() {}

    /** @param states one a cell, see {@link CellState#code} */
    static BufferedImage of(Picture paper, byte[] states) {
        int width = paper.width();
        int height = paper.height();
        BufferedImage marked = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours());
        byte[] pixels = ((DataBufferByte) marked.getRaster().getDataBuffer()).getData();
        boolean[] meant = new boolean[states.length];
        for (int cell = 0; cell < states.length; cell++) {
            int mark = mark(CellState.of(states[cell]));
            meant[cell] = mark > 0;
            pixels[cell] = (byte) (mark > 0 ? mark : grey(paper.rgb(cell % width, cell / width)));
        }
        boolean[] near = spread(meant, width, height, ROOM);
        boolean[] framed = spread(meant, width, height, ROOM + 1);
        for (int cell = 0; cell < framed.length; cell++) {
            if (framed[cell] && !near[cell]) {
                pixels[cell] = FRAME;
            }
        }
        return marked;
    }

    private static int mark(CellState state) {
        return switch (state) {
            case EXACT, NEAR -> 0;
            case BLENDED, SNAPPED -> ORANGE;
            case FOREIGN, TRANSPARENT -> RED;
        };
    }

    private static int grey(int rgb) {
        return (int) Math.round(Lab.of(Rgb.of(rgb)).lightness() * (GREYS - 1) / 100);
    }

    private static IndexColorModel colours() {
        int[] colours = new int[GREYS + 3];
        for (int grey = 0; grey < GREYS; grey++) {
            colours[grey] = 0x010101 * (DARKEST + (255 - DARKEST) * grey / (GREYS - 1));
        }
        colours[RED] = 0xd01020;
        colours[ORANGE] = 0xf08000;
        colours[FRAME] = 0x1040d0;
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
    }

    /** The cells at most {@code reach} from one of these, across and down. */
    private static boolean[] spread(boolean[] cells, int width, int height, int reach) {
        boolean[] across = new boolean[cells.length];
        for (int y = 0; y < height; y++) {
            run(cells, across, y * width, 1, width, reach);
        }
        boolean[] all = new boolean[cells.length];
        for (int x = 0; x < width; x++) {
            run(across, all, x, width, height, reach);
        }
        return all;
    }

    private static void run(boolean[] from, boolean[] to, int start, int step, int count, int reach) {
        int until = -1;
        for (int i = 0; i < count + reach; i++) {
            if (i < count && from[start + i * step]) {
                until = i + 2 * reach;
            }
            int at = i - reach;
            if (at >= 0 && i <= until) {
                to[start + at * step] = true;
            }
        }
    }
}
