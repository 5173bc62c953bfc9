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
