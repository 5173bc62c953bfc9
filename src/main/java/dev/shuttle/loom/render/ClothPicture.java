package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;

/** Woven cloth as it would be seen, in true proportion, lit from the upper left. */
public final class ClothPicture {
    /** Pixels to an end from which single yarns are seen. */
    private static final int YARN_PIXELS = 10;

    private final Cloth cloth;
    private final PointPaper paper;
    private final RowBands bands;
    private final ClothSide front;
    private final Picture face;

    /**
     * Pictures of one point paper, woven as {@code cloth}.
     *
     * @param longest the most pixels on the longer side of the face
     * @param bands share the work out
     */
    public ClothPicture(Cloth cloth, PointPaper paper, int longest, RowBands bands) {
        this.cloth = cloth;
        this.paper = paper;
        this.bands = bands;
        this.front = ClothSide.front(cloth, paper.ends(), paper.lines(), bands);
        this.face = whole(front, longest);
    }

    /** The face. */
    public BufferedImage front() {
        return face.toBufferedImage();
    }

    /** The face from farther away, {@code longest} pixels on the longer side, or as it is where that has fewer. */
    public BufferedImage far(int longest) {
        double scale = Math.min(1, (double) longest / Math.max(face.width(), face.height()));
        int width = (int) Math.max(1, Math.round(face.width() * scale));
        int height = (int) Math.max(1, Math.round(face.height() * scale));
        return FarView.of(face, width, height).toBufferedImage();
    }

    /** The back, turned over like a page; {@code longest} is the most pixels on the longer side. */
    public BufferedImage back(int longest) {
        return whole(ClothSide.back(cloth, paper.ends(), paper.lines(), bands), longest)
                .toBufferedImage();
    }

    private Picture whole(ClothSide side, int longest) {
        double cell = paper.density().cellProportion();
        double scale = longest / Math.max(paper.ends(), paper.lines() * cell);
        scale = scale > 1 ? Math.min(Math.floor(scale), YARN_PIXELS) : scale;
        int width = (int) Math.max(1, Math.round(paper.ends() * scale));
        int height = (int) Math.max(1, Math.round(paper.lines() * cell * scale));
        return new ClothLight(side, 0, 0, side.columns(), side.rows()).picture(width, height, bands);
    }

    /** Yarns of the face where it has many colours, {@code width} by {@code height} pixels at most. */
    public BufferedImage threads(int width, int height) {
        double wide = front.across().start(front.columns());
        double high = front.down().start(front.rows());
        double lineHeight = YARN_PIXELS * paper.density().cellProportion() * paper.lines() / high * wide / paper.ends();
        int columns = Math.min(front.columns(), width / YARN_PIXELS);
        int rows = (int) Math.max(1, Math.min(front.rows(), height / lineHeight));
        int ends = (int) ((long) columns * paper.ends() / front.columns());
        int lines = (int) ((long) rows * paper.lines() / front.rows());
        int[] place = new ManyColours(paper, Math.max(1, ends), Math.max(1, lines)).find();
        int left = Math.min(front.columns() - columns, (int) ((long) place[0] * front.columns() / paper.ends()));
        int top = Math.min(front.rows() - rows, (int) ((long) place[1] * front.rows() / paper.lines()));
        double across = front.across().start(left + columns) - front.across().start(left);
        double down = front.down().start(top + rows) - front.down().start(top);
        return new ClothLight(front, left, top, columns, rows)
                .picture(
                        (int) Math.round(across * YARN_PIXELS), (int) Math.max(1, Math.round(down * lineHeight)), bands)
                .toBufferedImage();
    }
}
