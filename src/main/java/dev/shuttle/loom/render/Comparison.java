package dev.shuttle.loom.render;

import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.grid.GridPicture;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The source beside the result, both in the result's true proportion on the cloth, the palette below. As large as is of use:
 * no larger than the source, or than the point paper at its preview's size.
 */
public final class Comparison {
    private static final int GAP = 12;
    private static final int SWATCHES = 28;

    private Comparison() {}

    /** The sheet; {@code longest} is the most pixels on the longer side of each of the two. */
    public static BufferedImage of(LoomDesign design, int longest, RowBands bands) {
        return of(design.source(), design.pointPaper(), longest, bands);
    }

    public static BufferedImage of(Picture source, PointPaper paper, int longest, RowBands bands) {
        int useful = Math.max(Preview.longest(paper), Math.max(source.width(), source.height()));
        Picture result = Preview.picture(paper, Math.min(longest, useful), longest, bands);
        Picture original = GridPicture.of(source, result.width(), result.height(), bands);
        int width = 2 * result.width() + 3 * GAP;
        int height = result.height() + 3 * GAP + SWATCHES;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D painter = sheet.createGraphics();
        try {
            painter.setColor(Color.WHITE);
            painter.fillRect(0, 0, width, height);
            painter.drawImage(original.toBufferedImage(), GAP, GAP, null);
            painter.drawImage(result.toBufferedImage(), 2 * GAP + result.width(), GAP, null);
            swatches(painter, paper, GAP, result.height() + 2 * GAP, width - 2 * GAP);
        } finally {
            painter.dispose();
        }
        return sheet;
    }

    private static void swatches(Graphics2D painter, PointPaper paper, int x, int y, int width) {
        int size = paper.palette().size();
        for (int i = 0; i < size; i++) {
            int from = x + width * i / size;
            painter.setColor(new Color(paper.palette().rgb(i).packed()));
            painter.fillRect(from, y, x + width * (i + 1) / size - from, SWATCHES);
        }
    }
}
