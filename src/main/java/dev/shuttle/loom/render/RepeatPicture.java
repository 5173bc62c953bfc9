package dev.shuttle.loom.render;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.work.RowBands;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Three by three repeats of a point paper as they lie on the cloth, so that the seams can be judged. */
public final class RepeatPicture {
    private static final int TIMES = 3;

    private RepeatPicture() {}

    /** The picture; {@code longest} is the most pixels on its longer side. */
    public static BufferedImage of(PointPaper paper, Repeat repeat, int longest, RowBands bands) {
        BufferedImage tile = Preview.of(paper, Math.max(1, longest / TIMES), bands);
        int w = tile.getWidth();
        int h = tile.getHeight();
        BufferedImage sheet = new BufferedImage(TIMES * w, TIMES * h, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D painter = sheet.createGraphics();
        try {
            for (int column = 0; column < TIMES; column++) {
                int drop = repeat == Repeat.HALF_DROP && column % 2 == 1 ? h / 2 : 0;
                for (int row = drop > 0 ? -1 : 0; row < TIMES; row++) {
                    boolean over = repeat == Repeat.MIRROR && column % 2 == 1;
                    boolean down = repeat == Repeat.MIRROR && row % 2 == 1;
                    int x = column * w + (over ? w : 0);
                    int y = row * h + drop + (down ? h : 0);
                    painter.drawImage(tile, x, y, over ? -w : w, down ? -h : h, null);
                }
            }
        } finally {
            painter.dispose();
        }
        return sheet;
    }
}
