package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/**
 * A drawing of flat areas that lines one pixel wide cross, nothing anti-aliased; made by rule from a seed. What of it is a
 * line is known, so it can be counted what became of each.
 */
final class StrokeDrawing {
    /** Grounds, then lines. */
    static final int[] COLOURS = {
        0x1e3f72, 0xb2212a, 0x7ab2a0, 0xd8a11c, 0x5b3a28, 0xf4ede0, 0xef7fa3, 0x1f6b2d, 0x141414
    };

    private static final int GROUNDS = 6;
    private static final int SIDE = 360;
    /** Fewer connected cells are no stroke. */
    private static final int LEAST = 8;

    private final byte[] owner = new byte[SIDE * SIDE];
    private final int[] line = new int[SIDE * SIDE];
    private final byte[] ground;
    private int lines;

    StrokeDrawing(int seed, int wanted) {
        RandomGenerator random = new SplittableRandom(seed);
        grounds(random);
        ground = owner.clone();
        while (lines < wanted) {
            lines++;
            int colour = GROUNDS + random.nextInt(COLOURS.length - GROUNDS);
            int x = random.nextInt(20, SIDE - 20);
            int y = random.nextInt(20, SIDE - 20);
            for (int leg = random.nextInt(1, 4); leg > 0; leg--) {
                int toX = random.nextInt(10, SIDE - 10);
                int toY = random.nextInt(10, SIDE - 10);
                draw(x, y, toX, toY, colour);
                x = toX;
                y = toY;
            }
        }
    }

    /** The nearest of some points, in a plane that waves. */
    private void grounds(RandomGenerator random) {
        double[] points = random.doubles(3 * 24).toArray();
        double wave = random.nextDouble(0, 6);
        for (int i = 0; i < owner.length; i++) {
            double x = i % SIDE + 14 * Math.sin(Math.floorDiv(i, SIDE) * 0.045 + wave);
            double y = Math.floorDiv(i, SIDE) + 14 * Math.sin(i % SIDE * 0.05 + 2 * wave);
            double least = Double.MAX_VALUE;
            for (int p = 0; p < points.length; p += 3) {
                double distance = Math.hypot(x - SIDE * points[p], y - SIDE * points[p + 1]);
                if (distance < least) {
                    least = distance;
                    owner[i] = (byte) (GROUNDS * points[p + 2]);
                }
            }
        }
    }

    private void draw(int fromX, int fromY, int toX, int toY, int colour) {
        int steps = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
        for (int n = 0; n <= steps; n++) {
            double part = steps == 0 ? 0 : n / (double) steps;
            int at = (int) Math.round(fromY + part * (toY - fromY)) * SIDE
                    + (int) Math.round(fromX + part * (toX - fromX));
            owner[at] = (byte) colour;
            line[at] = lines;
        }
    }

    Picture picture() {
        Picture picture = Picture.blank(SIDE, SIDE);
        for (int i = 0; i < owner.length; i++) {
            picture.set(i % SIDE, i / SIDE, COLOURS[owner[i]]);
        }
        return picture;
    }

    /** The same as a photograph would show it: light falls off across it, and every pixel has its noise. */
    Picture photograph(int seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Picture picture = Picture.blank(SIDE, SIDE);
        for (int i = 0; i < owner.length; i++) {
            picture.set(i % SIDE, i / SIDE, lit(i, COLOURS[owner[i]], () -> 3 * random.nextGaussian()));
        }
        return picture;
    }

    private static int lit(int at, int colour, DoubleSupplier noise) {
        double light = 1.1 - 0.35 * (at % SIDE + Math.floorDiv(at, SIDE)) / (2.0 * SIDE);
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double level = (colour >> shift & 255) * light + noise.getAsDouble();
            rgb |= (int) Math.max(0, Math.min(255, Math.round(level))) << shift;
        }
        return rgb;
    }

    /** For each stroke the share of its cells that one of its own colour still shows, 0 to 1. */
    List<Double> kept(PointPaper paper) {
        int[] own = new int[COLOURS.length];
        for (int colour = 0; colour < own.length; colour++) {
            own[colour] = Measured.nearest(paper.palette(), COLOURS[colour]);
        }
        return kept(at -> (paper.labels()[at] & 255) == own[owner[at]]);
    }

    /** The same on a coarser grid: a pixel's line may be shown by the cell that it lies in or by one beside. */
    List<Double> keptOnGrid(PointPaper paper) {
        int[] own = new int[COLOURS.length];
        for (int colour = 0; colour < own.length; colour++) {
            own[colour] = Measured.nearest(paper.palette(), COLOURS[colour]);
        }
        return kept(at -> {
            int end = at % SIDE * paper.ends() / SIDE;
            int line = Math.floorDiv(at, SIDE) * paper.lines() / SIDE;
            boolean shown = false;
            for (int y = Math.max(0, line - 1); y <= Math.min(paper.lines() - 1, line + 1); y++) {
                for (int x = Math.max(0, end - 1); x <= Math.min(paper.ends() - 1, end + 1); x++) {
                    shown |= paper.label(x, y) == own[owner[at]];
                }
            }
            return shown;
        });
    }

    /** The same where colours are shades: a cell shows its line where that is nearer to what it shows than the ground is. */
    List<Double> keptAmongShades(PointPaper paper) {
        Lab[] palette =
                paper.palette().colours().stream().map(PaletteColour::lab).toArray(Lab[]::new);
        return kept(at -> {
            Lab cell = palette[paper.labels()[at] & 255];
            Lab line = Lab.of(Rgb.of(lit(at, COLOURS[owner[at]], () -> 0)));
            Lab behind = Lab.of(Rgb.of(lit(at, COLOURS[ground[at]], () -> 0)));
            return cell.difference(line) < cell.difference(behind);
        });
    }

    private List<Double> kept(IntPredicate isShown) {
        List<Double> kept = new ArrayList<>();
        boolean[] seen = new boolean[owner.length];
        int[] stroke = new int[owner.length];
        for (int start = 0; start < owner.length; start++) {
            if (line[start] > 0 && !seen[start]) {
                int size = connected(start, seen, stroke);
                int found = 0;
                for (int i = 0; i < size; i++) {
                    found += isShown.test(stroke[i]) ? 1 : 0;
                }
                if (size >= LEAST) {
                    kept.add(found / (double) size);
                }
            }
        }
        return kept;
    }

    /** The cells of the line's colour, 8-connected, that line cells are of. */
    private int connected(int start, boolean[] seen, int[] stroke) {
        int size = 0;
        stroke[size++] = start;
        seen[start] = true;
        for (int next = 0; next < size; next++) {
            for (int dy = -SIDE; dy <= SIDE; dy += SIDE) {
                for (int at = stroke[next] + dy - 1; at <= stroke[next] + dy + 1; at++) {
                    if (line[at] > 0 && !seen[at] && owner[at] == owner[start]) {
                        seen[at] = true;
                        stroke[size++] = at;
                    }
                }
            }
        }
        return size;
    }
}
