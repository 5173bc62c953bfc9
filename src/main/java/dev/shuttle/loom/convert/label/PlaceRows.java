package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.convert.clean.CellCosts;
import dev.shuttle.loom.image.Picture;

/** A row of a picture with those above and below it, as places of the perceptual space: each is looked up once. */
final class PlaceRows {
    /** A row that is none. */
    private static final int NONE = Integer.MIN_VALUE;

    private final Picture picture;
    private final CellCosts costs;
    private final int width;
    private Row above;
    private Row here;
    private Row below;

    PlaceRows(Picture picture, CellCosts costs) {
        this.picture = picture;
        this.costs = costs;
        this.width = picture.width();
        this.above = new Row(width);
        this.here = new Row(width);
        this.below = new Row(width);
    }

    private static final class Row {
        private int y = NONE;
        private final int[] places;
        private final float[] spots;

        Row(int width) {
            this.places = new int[width];
            this.spots = new float[3 * width];
        }
    }

    /** Goes to a row; cheap from the one above it. */
    void moveTo(int y) {
        Row free = above;
        above = here;
        here = below;
        below = free;
        load(above, y - 1);
        load(here, y);
        load(below, y + 1);
    }

    private void load(Row row, int y) {
        if (row.y == y || y < 0 || y >= picture.height()) {
            row.y = y;
            return;
        }
        row.y = y;
        for (int x = 0; x < width; x++) {
            int place = costs.place(y * width + x);
            row.places[x] = place;
            ColourCosts.spot(place, row.spots, 3 * x);
        }
    }

    /** Of a pixel, as {@link CellCosts} has it. */
    int place(int x) {
        return here.places[x];
    }

    /** How many of the four neighbours have the pixel's place or lie nearer to it than that, squared. */
    int companions(int x, float near) {
        int count = x > 0 && isNear(here, x - 1, x, near) ? 1 : 0;
        count += x + 1 < width && isNear(here, x + 1, x, near) ? 1 : 0;
        count += above.y >= 0 && isNear(above, x, x, near) ? 1 : 0;
        return count + (below.y < picture.height() && isNear(below, x, x, near) ? 1 : 0);
    }

    private boolean isNear(Row row, int other, int own, float near) {
        float x = here.spots[3 * own] - row.spots[3 * other];
        float y = here.spots[3 * own + 1] - row.spots[3 * other + 1];
        float z = here.spots[3 * own + 2] - row.spots[3 * other + 2];
        return here.places[own] == row.places[other] || x * x + y * y + z * z < near;
    }
}
