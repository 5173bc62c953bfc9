package dev.shuttle.loom.convert.gradient;

/** A cell shows the second of two colours where its share of that colour is above the pattern's threshold. */
public interface Pattern {
    /** Half: the nearer colour. */
    Pattern BANDS = new Pattern() {
        @Override
        public float threshold(int x, int y) {
            return 0.5f;
        }

        @Override
        public float pure() {
            return 0.25f;
        }
    };

    /** Line by line: of four lines the first, third, second and fourth take the second colour, one after the other. */
    Pattern HATCH = (x, y) -> (2 * (y & 1) + (y >> 1 & 1) + 0.5f) / 4;

    /** Above 0 and below 1; depends on the place alone. */
    float threshold(int x, int y);

    /** How far from the pure colours, in shares, the pattern mixes nothing. */
    default float pure() {
        return 0.125f;
    }

    /** The points of a satin of so many ends and this step. */
    static Pattern satin(int ends, int step) {
        return new Pattern() {
            @Override
            public float threshold(int x, int y) {
                return (Math.floorMod(x - step * (y % ends), ends) + 0.5f) / ends;
            }

            @Override
            public float pure() {
                return 0.5f / ends;
            }
        };
    }

    /** Squares of so many cells on each side, every other row of them shifted, in an order that looks like none. */
    static Pattern grain(int side) {
        return (x, y) -> {
            int row = y / side;
            int across = (x + mixed(row) % side) / side;
            // a plastic-number sequence (Roberts 2018) spreads evenly where a random one makes lumps
            double place = 0.7548776662 * across + 0.5698402910 * row;
            return (float) Math.min(0.95, Math.max(0.05, place - Math.floor(place)));
        };
    }

    /** A number of 0 and more that depends on {@code value} as if by chance (the finalizer of MurmurHash3). */
    static int mixed(int value) {
        int mixed = value + 0x9e3779b9;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return (mixed ^ (mixed >>> 16)) & Integer.MAX_VALUE;
    }
}
