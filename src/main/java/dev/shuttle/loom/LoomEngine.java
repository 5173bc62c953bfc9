package dev.shuttle.loom;

import dev.shuttle.loom.clean.RegionCleaning;
import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.PaletteSearch;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.label.ColourCosts;
import dev.shuttle.loom.label.FlatColours;
import dev.shuttle.loom.label.NearestLabels;
import dev.shuttle.loom.label.PottsRelaxation;
import dev.shuttle.loom.work.RowBands;
import java.util.List;

/** The loom engine. It keeps nothing between two pictures, so one engine may convert several at once. */
public final class LoomEngine {
    private static final float SMOOTHNESS = Float.parseFloat(System.getProperty("loom.potts", "3"));
    private static final float BORDER = Float.parseFloat(System.getProperty("loom.border", "3"));
    private static final int ROUNDS = Integer.getInteger("loom.rounds", 3);

    private final RowBands bands;

    /** @param threads how many threads one conversion may use, 1 or more */
    public LoomEngine(int threads) {
        this.bands = new RowBands(threads);
    }

    /** Decodes a whole file and converts it. */
    public LoomDesign design(byte[] encoded, Recipe recipe) throws PictureException {
        long start = System.nanoTime();
        Picture picture = Picture.decode(encoded, recipe.ground(), bands.threads());
        double decode = (System.nanoTime() - start) / 1e6;
        LoomDesign design = design(picture, recipe);
        return new LoomDesign(
                design.pointPaper(),
                design.cleaning(),
                design.repeat(),
                design.coloursAsked(),
                design.source(),
                design.timings().withDecode(decode));
    }

    /** Converts a decoded picture, which is left as it is. */
    public LoomDesign design(Picture picture, Recipe recipe) {
        Stopwatch watch = new Stopwatch();
        Picture styled = picture;
        double style = watch.lap();
        ColourHistogram histogram = FlatColours.of(styled, bands);
        List<Rgb> colours = recipe.palette().isEmpty()
                ? PaletteSearch.free(histogram, recipe.colours(), recipe.pinned(), recipe.apart())
                : PaletteSearch.ofCard(histogram, recipe.colours(), recipe.palette(), recipe.pinned());
        double palette = watch.lap();
        ColourCosts costs = new ColourCosts(colours);
        byte[] labels = NearestLabels.of(styled, costs, bands);
        new PottsRelaxation(styled, costs, labels, SMOOTHNESS).run(ROUNDS, bands);
        double label = watch.lap();
        byte[] bgr = styled.bgr();
        RegionCleaning cleaning = new RegionCleaning(
                picture.width(),
                picture.height(),
                labels,
                (cell, l) -> {
                    int at = 3 * cell;
                    return costs.cost((bgr[at + 2] & 255) << 16 | (bgr[at + 1] & 255) << 8 | (bgr[at] & 255), l);
                },
                BORDER);
        long removed = cleaning.run(recipe.minRegion(), bands);
        double clean = watch.lap();
        PointPaper paper = PaletteOrder.pointPaper(picture.width(), picture.height(), labels, colours, Density.SQUARE);
        return new LoomDesign(
                paper,
                new Cleaning(removed, 0, recipe.minRegion()),
                recipe.repeat(),
                recipe.colours(),
                picture,
                new Timings(0, style, palette, label, 0, clean));
    }
}
