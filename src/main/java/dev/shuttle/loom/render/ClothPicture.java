package dev.shuttle.loom.render;

import dev.shuttle.loom.PointPaper;
import dev.shuttle.loom.cloth.Cloth;
import java.awt.image.BufferedImage;

/** Woven cloth as it would be seen, in true proportion, lit from the upper left. */
public final class ClothPicture {
    /** Pixels to an end from which single threads are seen. */
    private static final int THREAD = 10;

    private ClothPicture() {}

    /** The face of one point paper; {@code longest} is the most pixels on the longer side. */
    public static BufferedImage front(Cloth cloth, PointPaper paper, int longest) {
        return whole(ClothSide.front(cloth, paper.ends(), paper.lines()), paper, longest);
    }

    /** The back, turned over like a page. */
    public static BufferedImage back(Cloth cloth, PointPaper paper, int longest) {
        return whole(ClothSide.back(cloth, paper.ends(), paper.lines()), paper, longest);
    }

    private static BufferedImage whole(ClothSide side, PointPaper paper, int longest) {
        double cell = paper.density().cellProportion();
        double scale = longest / Math.max(paper.ends(), paper.lines() * cell);
        scale = scale > 1 ? Math.min(Math.floor(scale), THREAD) : scale;
        int width = (int) Math.max(1, Math.round(paper.ends() * scale));
        int height = (int) Math.max(1, Math.round(paper.lines() * cell * scale));
        return new ClothLight(side, 0, 0, side.columns(), side.rows())
                .picture(width, height)
                .toBufferedImage();
    }

    /** The threads in the middle of the face, {@code width} by {@code height} pixels at most. */
    public static BufferedImage threads(Cloth cloth, PointPaper paper, int width, int height) {
        ClothSide side = ClothSide.front(cloth, paper.ends(), paper.lines());
        double lineHeight =
                THREAD * paper.density().cellProportion() * paper.lines() / side.rows() * side.columns() / paper.ends();
        int columns = Math.min(side.columns(), width / THREAD);
        int rows = (int) Math.max(1, Math.min(side.rows(), height / lineHeight));
        int left = (side.columns() - columns) / 2;
        int top = (side.rows() - rows) / 2;
        return new ClothLight(side, left, top, columns, rows)
                .picture(columns * THREAD, (int) Math.max(1, Math.round(rows * lineHeight)))
                .toBufferedImage();
    }
}
