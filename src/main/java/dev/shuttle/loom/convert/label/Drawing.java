package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.colour.ColourHistogram;
import dev.shuttle.loom.colour.DrawnColours;
import dev.shuttle.loom.colour.ExactColours;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;

/**
 * Recognizes artwork in single flat colours, also where a JPEG has blurred its edges, and finds the colours it is drawn
 * in.
 */
public final class Drawing {
    private static final int MOST_SAMPLES = 2_000_000;
    /** In a drawing more than this share of the pixels lie within an area; the eight around show the same. */
    private static final double AREAS = 0.35;
    /** Of all pixels; fewer are no area, and no line. */
    private static final double LEAST = 1e-4;
    /** Of all but the ground; if more show neither a drawn colour nor a mixture of two the picture is no drawing. */
    private static final double UNKNOWN = 0.005;

    /** A JPEG shows at least so many times as many colours within areas as they are drawn in. */
    private static final int COMPRESSED = 3;

    private final Picture picture;
    private final int stride;
    private final int rows;
    private final ExactColours flat = new ExactColours();
    private long within;

    private Drawing(Picture picture) {
        this.picture = picture;
        long pixels = (long) picture.width() * picture.height();
        this.stride = (int) Math.max(1, Math.min(picture.height() / 256, pixels / MOST_SAMPLES));
        this.rows = (picture.height() + stride - 1) / stride;
    }

    /** The colours of a drawing, none of anything else. */
    public static List<Rgb> colours(Picture picture, RowBands bands) {
        Drawing drawing = new Drawing(picture);
        drawing.share(bands, drawing::countAreas);
        double seen = (double) picture.width() * drawing.rows;
        if (drawing.within < AREAS * seen) {
            return List.of();
        }
        long least = Math.max(3, Math.round(LEAST * seen));
        List<Rgb> areas = DrawnColours.of(drawing.flat, least);
        if (areas.isEmpty()) {
            return List.of();
        }
        ColourHistogram all = new ColourHistogram();
        drawing.share(bands, (from, to) -> drawing.countAll(all, from, to));
        boolean compressed = drawing.flat.distinct() > COMPRESSED * areas.size();
        Mixing mixing = compressed ? Mixing.COMPRESSED : Mixing.RENDERED;
        double ground = drawing.flat.count(areas.get(0).packed());
        long most = Math.round(UNKNOWN * (seen - ground));
        return LineColours.with(areas, all, mixing, DrawnColours.MOST, least, most);
    }

    private void share(RowBands bands, RowBands.Body body) {
        bands.run(rows, (rows + bands.threads() - 1) / bands.threads(), body);
    }

    private void countAreas(int from, int to) {
        ExactColours part = new ExactColours();
        PixelRows around = new PixelRows(picture, 1);
        long count = 0;
        for (int i = from; i < to; i++) {
            around.moveTo(i * stride);
            for (int x = 0; x < picture.width(); x++) {
                if (Ramps.isWithinArea(around, x)) {
                    part.add(around.colour(x, 0), 1);
                    count++;
                }
            }
        }
        synchronized (this) {
            flat.add(part);
            within += count;
        }
    }

    private void countAll(ColourHistogram all, int from, int to) {
        ColourHistogram part = new ColourHistogram();
        int[] row = new int[picture.width()];
        for (int i = from; i < to; i++) {
            picture.row(i * stride, row, 0);
            part.add(row);
        }
        synchronized (this) {
            all.add(part, 1);
        }
    }
}
