package dev.shuttle.loom.render;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.colour.SrgbTransfer;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.Arrays;

/**
 * Lights a part of a cloth's side. Every yarn is a cylinder that bends down where another crosses over it: bright along
 * its crown, dark where it dives, with a sheen that grows with the float, since a long float lies flat and a short one
 * scatters. Light is added up over each pixel.
 */
final class ClothLight {
    private static final float SHEEN = 0.16f;
    private static final int BAND_ROWS = 16;

    private final ClothSide side;
    private final int left;
    private final int top;
    private final int columns;
    private final int rows;
    /** Three for each colour. */
    private final float[] light;
    /** How much of the gloss each has. */
    private final float[] sheen;

    ClothLight(ClothSide side, int left, int top, int columns, int rows) {
        this.side = side;
        this.left = left;
        this.top = top;
        this.columns = columns;
        this.rows = rows;
        this.light = new float[3 * side.colours().size()];
        this.sheen = new float[light.length];
        for (int i = 0; i < light.length; i += 3) {
            Rgb colour = side.colours().get(i / 3);
            light[i] = SrgbTransfer.linear(colour.red());
            light[i + 1] = SrgbTransfer.linear(colour.green());
            light[i + 2] = SrgbTransfer.linear(colour.blue());
            for (int j = i; j < i + 3; j++) {
                sheen[j] = 0.35f + 0.65f * light[j];
            }
        }
    }

    Picture picture(int width, int height, RowBands bands) {
        Picture picture = Picture.blank(width, height);
        YarnSamples across = new YarnSamples(side.across(), left, columns, width, true);
        YarnSamples down = new YarnSamples(side.down(), top, rows, height, false);
        bands.run(height, BAND_ROWS, (from, to) -> {
            PixelRow row = new PixelRow(across, down);
            for (int y = from; y < to; y++) {
                row.draw(y, picture);
            }
        });
        return picture;
    }

    /** Rows of pixels, drawn one after another. */
    private final class PixelRow {
        private final YarnSamples across;
        private final YarnSamples down;
        private final Crossings crossings = new Crossings(side, left, columns);
        private final float[] sums;

        PixelRow(YarnSamples across, YarnSamples down) {
            this.across = across;
            this.down = down;
            this.sums = new float[3 * (across.yarn.length / across.each)];
        }

        void draw(int y, Picture picture) {
            Arrays.fill(sums, 0);
            for (int i = y * down.each; i < (y + 1) * down.each; i++) {
                add(i);
            }
            int count = across.each * down.each;
            for (int x = 0; x < picture.width(); x++) {
                picture.set(
                        x,
                        y,
                        SrgbTransfer.coded(sums[3 * x] / count) << 16
                                | SrgbTransfer.coded(sums[3 * x + 1] / count) << 8
                                | SrgbTransfer.coded(sums[3 * x + 2] / count));
            }
        }

        /** Adds the light along one line of samples. */
        private void add(int line) {
            int[] row = crossings.read(top + down.yarn[line]);
            int sample = 0;
            for (int at = 0; at < sums.length; at += 3) {
                for (int i = 0; i < across.each; i++, sample++) {
                    int crossing = row[across.yarn[sample]];
                    if (Crossings.isWarp(crossing)) {
                        add(at, crossing, down, line, across, sample);
                    } else {
                        add(at, crossing, across, sample, down, line);
                    }
                }
            }
        }

        /** Adds the light of one crossing at one place along and across the yarn that shows. */
        private void add(int at, int crossing, YarnSamples along, int there, YarnSamples over, int here) {
            float lift = Math.min(
                    Crossings.goesOnBefore(crossing) ? 1 : along.risen[there],
                    Crossings.goesOnAfter(crossing) ? 1 : along.falling[there]);
            float shade = over.body[here] * (0.6f + 0.4f * lift) * over.evenness[here];
            float gloss = SHEEN * Crossings.length(crossing) * lift * over.glint[here];
            int colour = 3 * Crossings.colour(crossing);
            for (int i = 0; i < 3; i++) {
                float lit = light[colour + i] * shade * 1.12f + gloss * sheen[colour + i];
                sums[at + i] += lit > 1 ? 1 : lit;
            }
        }
    }
}
