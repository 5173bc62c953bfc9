package dev.shuttle.loom.convert.style;

import dev.shuttle.loom.colour.PerceptualSpace;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/** A picture as three planes of the perceptual space: lightness 0 to 100, a and b around 0. */
public final class Planes {
    final int width;
    final int height;
    final float[] lightness;
    final float[] a;
    final float[] b;

    private Planes(int width, int height) {
        this.width = width;
        this.height = height;
        lightness = new float[width * height];
        a = new float[width * height];
        b = new float[width * height];
    }

    public static Planes of(Picture picture, RowBands bands) {
        Planes planes = new Planes(picture.width(), picture.height());
        byte[] bgr = picture.bgr();
        bands.run(planes.height, 16, (from, to) -> {
            float[] place = new float[3];
            for (int i = from * planes.width; i < to * planes.width; i++) {
                PerceptualSpace.write(bgr[3 * i + 2] & 255, bgr[3 * i + 1] & 255, bgr[3 * i] & 255, place, 0);
                planes.lightness[i] = place[0];
                planes.a[i] = place[1];
                planes.b[i] = place[2];
            }
        });
        return planes;
    }

    /** The first {@code count} rows of three planes. */
    static Planes ofRows(float[][][] rows, int count) {
        Planes planes = new Planes(rows[0][0].length, count);
        float[][] all = planes.all();
        for (int plane = 0; plane < all.length; plane++) {
            for (int y = 0; y < count; y++) {
                System.arraycopy(rows[plane][y], 0, all[plane], y * planes.width, planes.width);
            }
        }
        return planes;
    }

    /** Writes all rows where {@link #ofRows} had them from. */
    void writeTo(float[][][] rows) {
        float[][] all = all();
        for (int plane = 0; plane < all.length; plane++) {
            for (int y = 0; y < height; y++) {
                System.arraycopy(all[plane], y * width, rows[plane][y], 0, width);
            }
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Lightness, a and b; no copies. */
    public float[][] all() {
        return new float[][] {lightness, a, b};
    }
}
