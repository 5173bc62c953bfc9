package dev.shuttle.loom.render;

import dev.shuttle.loom.PointPaper;
import dev.shuttle.loom.grid.GridPicture;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;

/** A point paper as it looks on the cloth: in true proportion, every cell a rectangle of its colour. */
public final class Preview {
    private Preview() {}

    /** At most {@code longest} pixels on the longer side; small papers are enlarged by whole cells. */
    public static BufferedImage of(PointPaper paper, int longest) {
        return picture(paper, longest).toBufferedImage();
    }

    /** The picture of {@link #of}. */
    static Picture picture(PointPaper paper, int longest) {
        double cell = paper.density().cellProportion();
        double scale = longest / Math.max(paper.ends(), paper.lines() * cell);
        if (scale > 1) {
            scale = Math.floor(scale);
        }
        int width = (int) Math.max(1, Math.round(paper.ends() * scale));
        int height = (int) Math.max(1, Math.round(paper.lines() * cell * scale));
        return scaled(paper, width, height);
    }

    static Picture scaled(PointPaper paper, int width, int height) {
        int[] palette = paper.palette().packed();
        if (width < paper.ends() || height < paper.lines()) {
            return GridPicture.of(painted(paper, palette), width, height, new RowBands(1));
        }
        Picture picture = Picture.blank(width, height);
        for (int y = 0; y < height; y++) {
            int line = (int) ((y + 0.5) * paper.lines() / height);
            for (int x = 0; x < width; x++) {
                picture.set(x, y, palette[paper.label((int) ((x + 0.5) * paper.ends() / width), line)]);
            }
        }
        return picture;
    }

    private static Picture painted(PointPaper paper, int[] palette) {
        Picture picture = Picture.blank(paper.ends(), paper.lines());
        byte[] bgr = picture.bgr();
        for (int i = 0; i < paper.labels().length; i++) {
            int rgb = palette[paper.labels()[i] & 255];
            bgr[3 * i] = (byte) rgb;
            bgr[3 * i + 1] = (byte) (rgb >> 8);
            bgr[3 * i + 2] = (byte) (rgb >> 16);
        }
        return picture;
    }
}
