package dev.shuttle.loom.render;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Tiling;
import dev.shuttle.loom.work.RowBands;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * Three by three repeats of a point paper as they lie on the cloth, so that the seams can be judged; more where it takes more
 * until one lies as the first.
 */
public final class RepeatPicture {
    private static final int TIMES = 3;

    private RepeatPicture() {}

    /** The picture; {@code longest} is the most pixels on its longer side. */
    public static BufferedImage of(PointPaper paper, Repeat repeat, int longest, RowBands bands) {
        int columns = Math.max(TIMES, repeat.widths());
        int rows = Math.max(TIMES, repeat.heights());
        BufferedImage tile = Preview.of(paper, Math.max(1, longest / Math.max(columns, rows)), bands);
        Tiling tiling = repeat.tiling(tile.getWidth(), tile.getHeight());
        BufferedImage sheet =
                new BufferedImage(columns * tile.getWidth(), rows * tile.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D painter = sheet.createGraphics();
        try {
            // what is moved down or to the right comes in from beyond the border
            for (int column = 1 - rows; column < columns; column++) {
                for (int row = 1 - columns; row < rows; row++) {
                    draw(painter, tile, tiling, column, row);
                }
            }
        } finally {
            painter.dispose();
        }
        return sheet;
    }

    private static void draw(Graphics2D painter, BufferedImage tile, Tiling tiling, int column, int row) {
        int w = tile.getWidth();
        int h = tile.getHeight();
        boolean over = tiling.isOver(column);
        boolean down = tiling.isUpsideDown(column, row);
        int x = column * w + row * tiling.shift() + (over ? w : 0);
        int y = row * h + column * tiling.drop() + (down ? h : 0);
        painter.drawImage(tile, x, y, over ? -w : w, down ? -h : h, null);
    }
}
