package dev.shuttle.loom.convert;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.IssuedCloth;
import dev.shuttle.loom.cloth.WovenDesign;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.loom.work.WorkStoppedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The loom engine. It keeps nothing between two pictures, so one engine may convert several at once. */
public final class LoomEngine {
    private final RowBands bands;

    /** An engine that uses up to {@code threads} workers for one conversion, 1 or more. */
    public LoomEngine(int threads) {
        this(new RowBands(threads));
    }

    private LoomEngine(RowBands bands) {
        this.bands = bands;
    }

    /** The same engine for work that has to be done by then; what is cancelled ends with a {@link WorkStoppedException}. */
    public LoomEngine within(Deadline deadline) {
        return new LoomEngine(bands.within(deadline));
    }

    /** The workers that share the rows out, for what is drawn of a design. */
    public RowBands bands() {
        return bands;
    }

    /** How many workers one conversion may use. */
    public int threads() {
        return bands.threads();
    }

    /** Decodes a whole file and converts it. */
    public LoomDesign design(byte[] encoded, Recipe recipe) throws PictureException {
        return design(decode(encoded, recipe), recipe);
    }

    /**
     * Decodes a whole file no larger than the recipe's grid can use. Whoever lets go of the file's bytes before the
     * picture is converted needs less memory.
     */
    public LoomSource decode(byte[] encoded, Recipe recipe) throws PictureException {
        Stopwatch watch = new Stopwatch();
        PictureHeader header = PictureHeader.read(encoded).requireDecodable();
        Grid grid = recipe.grid(header.width(), header.height());
        Picture picture = decoded(encoded, header, recipe, grid);
        return new LoomSource(picture, grid, Fitting.WHOLE, watch.lap());
    }

    /**
     * Decodes a picture that was made of another one, such as a cloud's: the grid is that of the source, whose proportions the
     * picture is laid on, see {@link Fitting}.
     *
     * @param sourceWidth of the upright source, pixels
     * @param sourceHeight likewise
     */
    public LoomSource decodeMade(byte[] encoded, Recipe recipe, int sourceWidth, int sourceHeight)
            throws PictureException {
        Stopwatch watch = new Stopwatch();
        PictureHeader header = PictureHeader.read(encoded).requireDecodable();
        Grid grid = recipe.grid(sourceWidth, sourceHeight);
        Fitting fitting = Fitting.of(header.width(), header.height(), sourceWidth, sourceHeight);
        Picture laid = fitting.apply(decoded(encoded, header, recipe, grid), recipe.ground());
        return new LoomSource(laid, grid, fitting, watch.lap());
    }

    private Picture decoded(byte[] encoded, PictureHeader header, Recipe recipe, Grid grid) throws PictureException {
        int reduction = Detail.reduction(header.width(), header.height(), grid);
        return Picture.decode(encoded, recipe.ground(), bands.threads(), reduction, bands.deadline());
    }

    /** Converts what was decoded for the same recipe. */
    public LoomDesign design(LoomSource source, Recipe recipe) throws PictureException {
        LoomDesign design = converted(source, recipe);
        return new LoomDesign(
                design.pointPaper(),
                design.cleaning(),
                design.gradients(),
                design.repeat(),
                design.coloursAsked(),
                design.cloth(),
                design.source(),
                design.timings().withDecode(source.decode()));
    }

    private LoomDesign converted(LoomSource source, Recipe recipe) throws PictureException {
        try {
            return new Conversion(source.picture(), source.grid(), recipe, bands).run();
        } catch (WorkStoppedException stopped) {
            throw PictureException.stopped(stopped);
        } catch (OutOfMemoryError problem) {
            throw PictureException.tooLarge(problem);
        }
    }

    /**
     * Weaves a point paper as it is.
     *
     * @param paper in multiples of what the order's weave repeats
     * @param shown the paper as a picture
     * @param order settled; null: the point paper alone
     * @param issued how it was woven before; null: nobody knows
     */
    public LoomDesign weave(
            PointPaper paper, Picture shown, Recipe recipe, @Nullable WeaveOrder order, @Nullable IssuedCloth issued) {
        Stopwatch watch = new Stopwatch();
        Palette palette = new Palette(paper.palette().colours(), recipe.weights());
        PointPaper weighed = new PointPaper(paper.ends(), paper.lines(), paper.labels(), palette, paper.density());
        Cloth cloth = order == null ? null : cloth(weighed, recipe.repeat(), order, issued);
        return new LoomDesign(
                paper,
                new Cleaning(0, 0, 1),
                new GradientUse(recipe.gradients(), null, 0),
                recipe.repeat(),
                paper.palette().size(),
                cloth,
                shown,
                new Timings(0, 0, 0, 0, 0, 0, watch.lap()));
    }

    private static Cloth cloth(PointPaper paper, Repeat repeat, WeaveOrder order, @Nullable IssuedCloth issued) {
        return (issued == null ? Optional.<WovenDesign>empty() : issued.weave(paper, repeat, order))
                .orElseGet(() -> WovenDesign.of(paper, repeat, order, false))
                .cloth();
    }

    /** Converts a decoded picture, which is left as it is. */
    public LoomDesign design(Picture picture, Recipe recipe) {
        Grid grid = recipe.grid(picture.width(), picture.height());
        return new Conversion(picture, grid, recipe, bands).run();
    }
}
