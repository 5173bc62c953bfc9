package dev.shuttle.loom;

import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.work.RowBands;

/** The loom engine. It keeps nothing between two pictures, so one engine may convert several at once. */
public final class LoomEngine {
    private final RowBands bands;

    /** An engine that uses up to {@code threads} threads for one conversion, 1 or more. */
    public LoomEngine(int threads) {
        this.bands = new RowBands(threads);
    }

    /** How many threads one conversion may use. */
    public int threads() {
        return bands.threads();
    }

    /** Decodes a whole file and converts it. */
    public LoomDesign design(byte[] encoded, Recipe recipe) throws PictureException {
        Stopwatch watch = new Stopwatch();
        Picture picture = Picture.decode(encoded, recipe.ground(), bands.threads());
        double decode = watch.lap();
        LoomDesign design = design(picture, recipe);
        return new LoomDesign(
                design.pointPaper(),
                design.cleaning(),
                design.repeat(),
                design.coloursAsked(),
                design.cloth(),
                design.source(),
                design.timings().withDecode(decode));
    }

    /** Converts a decoded picture, which is left as it is. */
    public LoomDesign design(Picture picture, Recipe recipe) {
        return new Conversion(picture, recipe, bands).run();
    }
}
