package dev.shuttle.loom.render;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.colour.SrgbTransfer;
import dev.shuttle.loom.image.Picture;

/**
 * Lights a part of a cloth's side. Every thread is a cylinder that bends down where another crosses over it: bright along
 * its crown, dark where it dives, with a sheen that grows with the float, since a long float lies flat and a short one
 * scatters. Light is added up over each pixel.
 */
final class ClothLight {
    private static final float AMBIENT = 0.62f;
    private static final float SHEEN = 0.16f;
    /** How far, as a share of a crossing, a thread bends at the end of its float. */
    private static final float BEND = 0.45f;

    private static final float UNEVEN = 0.03f;
    private static final int REACH = 3;
    private static final int MOST_SAMPLES = 6;

    private final ClothSide side;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    private final float[][] light;

    ClothLight(ClothSide side, int left, int top, int columns, int rows) {
        this.side = side;
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
        this.light = side.colours().stream().map(ClothLight::linear).toArray(float[][]::new);
    }

    private static float[] linear(Rgb colour) {
        return new float[] {
            SrgbTransfer.linear(colour.red()), SrgbTransfer.linear(colour.green()), SrgbTransfer.linear(colour.blue())
        };
    }

    Picture picture(int width, int height) {
        Picture picture = Picture.blank(width, height);
        int across = samples((double) columns / width);
        int down = samples((double) rows / height);
        float[] sum = new float[3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum[0] = 0;
                sum[1] = 0;
                sum[2] = 0;
                for (int j = 0; j < down; j++) {
                    for (int i = 0; i < across; i++) {
                        add((x + (i + 0.5) / across) * columns / width, (y + (j + 0.5) / down) * rows / height, sum);
                    }
                }
                int count = across * down;
                picture.set(
                        x,
                        y,
                        SrgbTransfer.coded(sum[0] / count) << 16
                                | SrgbTransfer.coded(sum[1] / count) << 8
                                | SrgbTransfer.coded(sum[2] / count));
            }
        }
        return picture;
    }

    /** Enough samples to meet every thread of a pixel, and some in each thread. */
    private static int samples(double threadsAPixel) {
        return (int) Math.max(2, Math.min(MOST_SAMPLES, Math.ceil(2 * threadsAPixel)));
    }

    private void add(double across, double down, float[] sum) {
        int column = left + Math.min(columns - 1, (int) across);
        int row = top + Math.min(rows - 1, (int) down);
        float u = (float) (across - (int) across);
        float v = (float) (down - (int) down);
        boolean warp = side.isWarp(column, row);
        float along = warp ? v : u;
        float over = warp ? u : v;
        int dx = warp ? 0 : 1;
        int dy = warp ? 1 : 0;
        boolean before = side.isAlike(column, row, column - dx, row - dy);
        boolean after = side.isAlike(column, row, column + dx, row + dy);
        float lift = Math.min(before ? 1 : rise(along), after ? 1 : rise(1 - along));
        float crown = 1 - 4 * (over - 0.5f) * (over - 0.5f);
        float shade = (AMBIENT + (1 - AMBIENT) * crown) * (0.6f + 0.4f * lift) * evenness(warp ? column : row, warp);
        float gloss = SHEEN * length(column, row, dx, dy) * lift * glint(over);
        float[] colour = light[side.colour(column, row)];
        for (int i = 0; i < 3; i++) {
            sum[i] += Math.min(1, colour[i] * shade * 1.12f + gloss * (0.35f + 0.65f * colour[i]));
        }
    }

    private static float rise(float along) {
        float t = Math.min(1, along / BEND);
        return t * (2 - t);
    }

    /** The bright line a little off the crown, towards the light. */
    private static float glint(float over) {
        float off = (over - 0.38f) * 4;
        return Math.max(0, 1 - off * off);
    }

    /** How long the float goes on round a crossing, 0 to 1. */
    private float length(int column, int row, int dx, int dy) {
        int count = 0;
        for (int way = -1; way <= 1; way += 2) {
            int step = 1;
            while (step <= REACH && side.isAlike(column, row, column + way * step * dx, row + way * step * dy)) {
                step++;
            }
            count += step - 1;
        }
        return count / (2f * REACH);
    }

    /** No two threads are quite alike; the same thread always is. */
    private static float evenness(int thread, boolean warp) {
        int hash = (thread * 2 + (warp ? 1 : 0)) * 0x9e3779b1;
        return 1 + UNEVEN * ((hash >>> 8) / (float) (1 << 23) - 1);
    }
}
