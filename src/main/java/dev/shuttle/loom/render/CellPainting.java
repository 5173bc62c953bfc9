package dev.shuttle.loom.render;

import dev.shuttle.loom.PointPaper;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.colour.SrgbTransfer;
import dev.shuttle.loom.image.Picture;
import java.util.Arrays;

/** Paints the cells of a point paper on any number of pixels, by the exact area that each covers, in linear light. */
final class CellPainting {
    /** From so many pixels to a cell, each way, the threads are set off. */
    private static final double VISIBLE = 4;
    /** How much darker, in linear light, a cell is at its border than in its middle. */
    private static final float RELIEF = 0.16f;

    private final PointPaper paper;
    private final int width;
    private final int height;
    private final float[] light;
    private final boolean relief;

    CellPainting(PointPaper paper, int width, int height) {
        this.paper = paper;
        this.width = width;
        this.height = height;
        this.relief = width >= VISIBLE * paper.ends() && height >= VISIBLE * paper.lines();
        this.light = new float[3 * paper.palette().size()];
        for (int i = 0; i < paper.palette().size(); i++) {
            Rgb colour = paper.palette().rgb(i);
            light[3 * i] = SrgbTransfer.linear(colour.red());
            light[3 * i + 1] = SrgbTransfer.linear(colour.green());
            light[3 * i + 2] = SrgbTransfer.linear(colour.blue());
        }
    }

    Picture picture() {
        Picture picture = Picture.blank(width, height);
        float[] across = shades(width, paper.ends());
        float[] down = shades(height, paper.lines());
        float[] sums = new float[3 * width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            row(y, sums);
            for (int x = 0; x < width; x++) {
                float shade = relief ? Math.min(across[x], down[y]) : 1;
                picture.set(x, y, coded(sums[3 * x] * shade, sums[3 * x + 1] * shade, sums[3 * x + 2] * shade));
            }
        }
        return picture;
    }

    private void row(int y, float[] sums) {
        double step = (double) paper.lines() / height;
        double top = y * step;
        double bottom = Math.min(paper.lines(), top + step);
        for (int line = (int) top; line < bottom - 1e-9; line++) {
            line(line, (float) ((Math.min(bottom, line + 1) - Math.max(top, line)) / (bottom - top)), sums);
        }
    }

    private void line(int line, float weight, float[] sums) {
        double step = (double) paper.ends() / width;
        for (int x = 0; x < width; x++) {
            double left = x * step;
            double right = Math.min(paper.ends(), left + step);
            for (int end = (int) left; end < right - 1e-9; end++) {
                float share = weight * (float) ((Math.min(right, end + 1) - Math.max(left, end)) / (right - left));
                int at = 3 * paper.label(end, line);
                sums[3 * x] += share * light[at];
                sums[3 * x + 1] += share * light[at + 1];
                sums[3 * x + 2] += share * light[at + 2];
            }
        }
    }

    /** How much of its light each pixel of an axis shows: less near the border between two cells. */
    private static float[] shades(int pixels, int cells) {
        float[] shades = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            double place = (i + 0.5) * cells / pixels;
            double off = 2 * (place - Math.floor(place)) - 1;
            shades[i] = (float) (1 - RELIEF * off * off * off * off);
        }
        return shades;
    }

    private static int coded(float red, float green, float blue) {
        return SrgbTransfer.coded(red) << 16 | SrgbTransfer.coded(green) << 8 | SrgbTransfer.coded(blue);
    }
}
