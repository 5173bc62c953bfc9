package dev.shuttle.loom.render;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.colour.SrgbTransfer;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;

/** Paints the cells of a point paper on any number of pixels, by the exact area that each covers, in linear light. */
final class CellPainting {
    /** From so many pixels to a cell, each way, the yarns are set off. */
    private static final double VISIBLE = 4;
    /** How much darker, in linear light, a cell is at its border than in its middle. */
    private static final float RELIEF = 0.16f;

    private static final int BAND_ROWS = 16;

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

    Picture picture(RowBands bands) {
        Picture picture = Picture.blank(width, height);
        float[] across = shades(width, paper.ends());
        float[] down = shades();
        Cover cover = new Cover(paper.ends(), width);
        int scale = width % paper.ends() == 0 ? width / paper.ends() : 0;
        bands.run(height, BAND_ROWS, (from, to) -> {
            float[] sums = new float[3 * width];
            int[] known = new int[scale * paper.palette().size()];
            for (int y = from; y < to; y++) {
                if (scale > 0 && isWithinLine(y)) {
                    flat(picture, y, scale, across, down[y], known);
                    continue;
                }
                Arrays.fill(sums, 0);
                row(y, cover, sums);
                for (int x = 0; x < width; x++) {
                    float shade = relief ? Math.min(across[x], down[y]) : 1;
                    picture.set(x, y, coded(sums[3 * x] * shade, sums[3 * x + 1] * shade, sums[3 * x + 2] * shade));
                }
            }
        });
        return picture;
    }

    /** How many lines lie above a row. */
    private double place(double y) {
        Density density = paper.density();
        double even = y * ((double) paper.lines() / height);
        return Math.min(paper.lines(), density.isEven() ? even : density.lines(y / height * density.cm(paper.lines())));
    }

    private boolean isWithinLine(int y) {
        return place(y + 1) - (int) place(y) <= 1 + 1e-9;
    }

    /**
     * A row within one line where each pixel shows one cell: a colour is coded once for all pixels at the same place in their
     * cells.
     *
     * @param known room for a colour for each label and place
     */
    private void flat(Picture picture, int y, int scale, float[] across, float down, int[] known) {
        Arrays.fill(known, -1);
        int line = (int) place(y);
        for (int end = 0, x = 0; end < paper.ends(); end++) {
            int label = paper.label(end, line);
            for (int place = 0; place < scale; place++, x++) {
                int at = label * scale + place;
                if (known[at] < 0) {
                    float shade = relief ? Math.min(across[x], down) : 1;
                    known[at] =
                            coded(light[3 * label] * shade, light[3 * label + 1] * shade, light[3 * label + 2] * shade);
                }
                picture.set(x, y, known[at]);
            }
        }
    }

    private void row(int y, Cover cover, float[] sums) {
        double top = place(y);
        double bottom = place(y + 1);
        for (int line = (int) top; line < bottom - 1e-9; line++) {
            float weight = (float) ((Math.min(bottom, line + 1) - Math.max(top, line)) / (bottom - top));
            line(line, weight, cover, sums);
        }
    }

    private void line(int line, float weight, Cover cover, float[] sums) {
        byte[] labels = paper.labels();
        int start = line * paper.ends();
        for (int i = 0; i < cover.end.length; i++) {
            int at = 3 * (labels[start + cover.end[i]] & 255);
            int x = 3 * cover.pixel[i];
            float share = weight * cover.share[i];
            sums[x] += share * light[at];
            sums[x + 1] += share * light[at + 1];
            sums[x + 2] += share * light[at + 2];
        }
    }

    /** Which ends each pixel of a row covers, and the share of it that each has. */
    private static final class Cover {
        private final int[] pixel;
        private final int[] end;
        private final float[] share;

        Cover(int ends, int width) {
            int most = ends + 2 * width;
            int[] pixels = new int[most];
            int[] of = new int[most];
            float[] shares = new float[most];
            double step = (double) ends / width;
            int count = 0;
            for (int x = 0; x < width; x++) {
                double left = x * step;
                double right = Math.min(ends, left + step);
                for (int i = (int) left; i < right - 1e-9; i++, count++) {
                    pixels[count] = x;
                    of[count] = i;
                    shares[count] = (float) ((Math.min(right, i + 1) - Math.max(left, i)) / (right - left));
                }
            }
            this.pixel = Arrays.copyOf(pixels, count);
            this.end = Arrays.copyOf(of, count);
            this.share = Arrays.copyOf(shares, count);
        }
    }

    /** How much of its light each pixel of an axis shows: less near the border between two cells. */
    private static float[] shades(int pixels, int cells) {
        float[] shades = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            shades[i] = shade((i + 0.5) * cells / pixels);
        }
        return shades;
    }

    /** The same for the rows, whose lines may be of different heights. */
    private float[] shades() {
        if (paper.density().isEven()) {
            return shades(height, paper.lines());
        }
        float[] shades = new float[height];
        for (int y = 0; y < height; y++) {
            shades[y] = shade(place(y + 0.5));
        }
        return shades;
    }

    private static float shade(double place) {
        double off = 2 * (place - Math.floor(place)) - 1;
        return (float) (1 - RELIEF * off * off * off * off);
    }

    private static int coded(float red, float green, float blue) {
        return SrgbTransfer.coded(red) << 16 | SrgbTransfer.coded(green) << 8 | SrgbTransfer.coded(blue);
    }
}
