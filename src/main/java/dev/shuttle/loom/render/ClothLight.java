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
    /** How much of the light a float adds that lies flat. */
    private static final float SHEEN = 0.16f;
    /** The same by how far a float goes on. */
    private static final float[] SHEENS = new float[Crossings.LONGEST + 1];

    static {
        for (int i = 0; i < SHEENS.length; i++) {
            SHEENS[i] = SHEEN * i / Crossings.LONGEST;
        }
    }

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
        /** Of an end that shows on a line, by whether it goes on before and after it. */
        private final float[] warpLift = new float[4];

        private final float[] warpShade = new float[4];

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
            for (int goes = 0; goes < 4; goes++) {
                warpLift[goes] = lift(goes, down, line);
                warpShade[goes] = 0.6f + 0.4f * warpLift[goes];
            }
            int sample = 0;
            for (int at = 0; at < sums.length; at += 3) {
                for (int i = 0; i < across.each; i++, sample++) {
                    int crossing = row[across.yarn[sample]];
                    int goes = Crossings.goesOn(crossing);
                    if (Crossings.isWarp(crossing)) {
                        float shade = across.body[sample] * warpShade[goes] * across.evenness[sample];
                        add(at, crossing, shade, warpLift[goes] * across.glint[sample]);
                    } else {
                        float lift = lift(goes, across, sample);
                        float shade = down.body[line] * (0.6f + 0.4f * lift) * down.evenness[line];
                        add(at, crossing, shade, lift * down.glint[line]);
                    }
                }
            }
        }

        /** How high a yarn lies at one place along it. */
        private static float lift(int goes, YarnSamples along, int there) {
            return Math.min(
                    Crossings.goesOnBefore(goes) ? 1 : along.risen[there],
                    Crossings.goesOnAfter(goes) ? 1 : along.falling[there]);
        }

        /**
         * Adds the light of one crossing at one place along and across the yarn that shows.
         *
         * @param glint how much of the sheen of a long float it has
         */
        private void add(int at, int crossing, float shade, float glint) {
            float bright = shade * 1.12f;
            float gloss = SHEENS[Crossings.length(crossing)] * glint;
            int colour = 3 * Crossings.colour(crossing);
            for (int i = 0; i < 3; i++) {
                float lit = light[colour + i] * bright + gloss * sheen[colour + i];
                sums[at + i] += lit > 1 ? 1 : lit;
            }
        }
    }
}
