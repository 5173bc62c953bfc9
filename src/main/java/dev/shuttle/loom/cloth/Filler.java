package dev.shuttle.loom.cloth;

import dev.shuttle.loom.weave.FaceMap;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the cells of a label map with what their colours become. */
final class Filler {
    private final LabelTile tile;
    private final Colouring colouring;
    private final List<Filling> fillings;
    private final BobbinCells bobbins;

    Filler(LabelTile tile, Colouring colouring, BobbinCells bobbins) {
        this.tile = tile;
        this.bobbins = bobbins;
        this.colouring = colouring;
        this.fillings = colouring.fillings();
    }

    FaceMap map(int most) {
        boolean scattered = fillings.stream()
                .filter(filling -> filling.weave() == 0)
                .anyMatch(filling -> filling.face() instanceof Filling.Level level && level.level() % 1 != 0);
        return new FaceMap(tile.ends(), tile.lines(), scattered ? scattered(most) : filled(most), weaves());
    }

    /** Each cell's weave; null where all have the structure's own. */
    private byte @Nullable [] weaves() {
        byte[] of = new byte[fillings.size()];
        fillings.forEach(filling -> of[filling.index()] = (byte) filling.weave());
        if (fillings.stream().allMatch(filling -> filling.weave() == 0)) {
            return null;
        }
        byte[] weaves = new byte[tile.ends() * tile.lines()];
        for (int line = 0; line < tile.lines(); line++) {
            for (int end = 0; end < tile.ends(); end++) {
                weaves[line * tile.ends() + end] = of[tile.label(end, line)];
            }
        }
        return weaves;
    }

    /** @param most the face of the bobbins, where there are some */
    private byte[] filled(int most) {
        boolean none = bobbins.isNone();
        byte[] map = new byte[tile.ends() * tile.lines()];
        for (Band band : colouring.bands()) {
            byte[][] faces = faces(band);
            for (int line = band.from(); line < band.to(); line++) {
                byte[] of = faces[line & 1];
                for (int end = 0; end < tile.ends(); end++) {
                    boolean bobbin = !none && bobbins.has(end, line);
                    map[line * tile.ends() + end] = bobbin ? (byte) most : of[tile.label(end, line)];
                }
            }
        }
        return map;
    }

    /** What each colour becomes on even and on odd lines. */
    private static byte[][] faces(Band band) {
        byte[][] faces = new byte[2][band.fillings().size()];
        for (Filling filling : band.fillings()) {
            for (int odd = 0; odd < 2; odd++) {
                faces[odd][filling.index()] = (byte) face(filling.face(), odd == 1);
            }
        }
        return faces;
    }

    /** The number of what lies on the face on even or on odd lines. */
    static int face(Filling.Face face, boolean odd) {
        if (face instanceof Filling.Level level) {
            return Math.max(1, (int) level.level());
        }
        if (face instanceof Filling.Bobbin bobbin) {
            return bobbin.face();
        }
        if (face instanceof Filling.Pure pure) {
            return pure.thread();
        }
        Filling.Mixture mixture = (Filling.Mixture) face;
        return odd ? mixture.odd() : mixture.even();
    }

    /**
     * Levels between two whole ones by error diffusion (R. W. Floyd, L. Steinberg, "An adaptive algorithm for spatial
     * greyscale", 1976), every second line backwards. Any level is legal, so the floats keep their bound.
     */
    private byte[] scattered(int most) {
        int ends = tile.ends();
        byte[] map = new byte[ends * tile.lines()];
        float[] here = new float[ends + 2];
        float[] below = new float[ends + 2];
        float[] levels = new float[fillings.size()];
        for (Filling filling : fillings) {
            double level = ((Filling.Level) filling.face()).level();
            levels[filling.index()] = (float) (filling.weave() == 0 ? level : Math.rint(level));
        }
        for (int line = 0; line < tile.lines(); line++) {
            int step = line % 2 == 0 ? 1 : -1;
            int end = step > 0 ? 0 : ends - 1;
            for (int i = 0; i < ends; i++, end += step) {
                float wanted = levels[tile.label(end, line)] + here[end + 1];
                int level = Math.max(1, Math.min(most, Math.round(wanted)));
                float error = (wanted - level) / 16;
                map[line * ends + end] = (byte) level;
                here[end + 1 + step] += 7 * error;
                below[end + 1 - step] += 3 * error;
                below[end + 1] += 5 * error;
                below[end + 1 + step] += error;
            }
            float[] done = here;
            here = below;
            below = done;
            Arrays.fill(below, 0);
        }
        return map;
    }
}
