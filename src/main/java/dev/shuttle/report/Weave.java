package dev.shuttle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the cloth is woven. The lift plan's rows are woven from the bottom up; black is up.
 *
 * @param satin ends and step, such as {@code 8/3}, or the weave that was named for a ground; absent where neither is in it
 * @param ends all ends of one repeat, binders among them
 * @param binders binding ends
 * @param endsPerCm all ends per cm; absent where no fabric is named
 * @param picksPerCm all picks per cm
 * @param proved the longest floats that the structure can have, whatever the picture
 * @param warpMaxMm longest warp float, mm
 * @param weftMaxMm longest weft float, mm
 * @param wefts the wefts, in their order
 * @param bands in which yarns stay; empty where no weft changes
 * @param selvedge the edges; absent where there are none
 * @param colours what each colour of the point paper becomes
 * @param liftedShare share of the crossings at which the end is up, 0 to 1
 * @param lift how many ends are up at once
 * @param endInterlacings interlacings of an end: the fewest and the most
 * @param firmness interlacings as a share of tabby's, 0 to 1
 * @param shafts how many shafts would weave it: ends that rise and fall alike share one
 * @param gramsPerSquareMetre without waste; counts are assumed from the density
 * @param minutes to weave one repeat at 300 picks a minute and 85 % efficiency
 * @param weftCover the wefts' diameters in the room of a line where lines lie closest, all together, on average; absent where no fabric is named
 * @param weaves that were named for colours; empty where all have the structure's own
 * @param mended what was changed where weaves meet; absent where there is one weave alone
 */
public record Weave(
        @Nullable String satin,
        int ends,
        int binders,
        @Nullable Double endsPerCm,
        @Nullable Double picksPerCm,
        Proved proved,
        @Nullable Double warpMaxMm,
        @Nullable Double weftMaxMm,
        List<Weft> wefts,
        List<Band> bands,
        @Nullable Selvedge selvedge,
        List<Colour> colours,
        double liftedShare,
        Lift lift,
        List<Integer> endInterlacings,
        double firmness,
        int shafts,
        @Nullable Double gramsPerSquareMetre,
        @Nullable Double minutes,
        @Nullable Double weftCover,
        List<Named> weaves,
        @Nullable Mended mended) {
    /**
     * A weave that was named for colours.
     *
     * @param name its formula, or its file
     * @param ends of its repeat
     * @param picks of its repeat
     * @param floatMax its longest float by itself
     * @param warpShare share of the face that the warp has, 0 to 1
     * @param colours of the point paper that have it, by index; empty where none of them is in the picture
     */
    public record Named(String name, int ends, int picks, int floatMax, double warpShare, List<Integer> colours) {
        public Named {
            warpShare = Rounding.to(warpShare, 4);
            colours = colours == null ? List.of() : List.copyOf(colours);
        }
    }

    /**
     * Crossings that were turned over where weaves meet, so that no float is longer than allowed.
     *
     * @param lifted ends lifted over a pick
     * @param lowered ends lowered under a pick
     * @param share of all crossings, 0 to 1
     * @param warpMaxBefore the longest warp float before
     * @param weftMaxBefore the longest weft float before
     */
    public record Mended(long lifted, long lowered, double share, int warpMaxBefore, int weftMaxBefore) {
        public Mended {
            share = Rounding.to(share, 6);
        }
    }

    /** The longest floats of a structure, in threads: of ends over and under picks, of picks over and under ends. */
    public record Proved(int warpFace, int warpBack, int weftFace, int weftBack) {}

    /**
     * One weft.
     *
     * @param number from 1, as in the pick plan
     * @param rgb its yarn; of one that changes, the first from the top
     * @param yarns all yarns of one that changes
     * @param picks how many throw it
     * @param faceMax its longest float over ends
     * @param backMax its longest float under ends
     */
    public record Weft(int number, String rgb, List<String> yarns, int picks, int faceMax, int backMax) {
        /** With these yarns, the first of them at the top. */
        public Weft(int number, List<String> yarns, int picks, int faceMax, int backMax) {
            this(number, yarns.get(0), yarns.size() == 1 ? List.of() : yarns, picks, faceMax, backMax);
        }

        /** Takes a copy. */
        public Weft {
            yarns = yarns == null ? List.of() : List.copyOf(yarns);
        }
    }

    /**
     * A part of the length in which every weft keeps its yarn.
     *
     * @param from the first line, from the top, from 1
     * @param to the last line
     * @param fromPick the first pick in the order of weaving, from the bottom, from 1
     * @param toPick the last pick
     * @param wefts the wefts' colours
     */
    public record Band(int from, int to, int fromPick, int toPick, List<String> wefts) {
        /** Takes a copy. */
        public Band {
            wefts = List.copyOf(wefts);
        }
    }

    /**
     * The edges of the cloth.
     *
     * @param ends on each side
     * @param weave {@code plain} or {@code basket}
     * @param warpMax the longest float of an end, in picks
     * @param weftMax the longest float of a pick that touches a selvedge, in ends
     * @param warpProved the longest that an end's float can be
     */
    public record Selvedge(int ends, String weave, int warpMax, int weftMax, int warpProved) {}

    /**
     * A colour of the point paper in the cloth.
     *
     * @param index in the point paper
     * @param woven what yarns and binding points give together
     * @param de2000 CIEDE2000 between the two
     * @param mergedWith the colour whose threads it shares, so that the two look the same
     */
    public record Colour(
            int index,
            String woven,
            double de2000,
            @Nullable Integer mergedWith) {
        public Colour {
            de2000 = Rounding.to(de2000, 2);
        }
    }

    /** Ends that are up at once; jump: the greatest change from one pick to the next. */
    public record Lift(int fewest, int most, double mean, int jump) {
        public Lift {
            mean = Rounding.to(mean, 1);
        }
    }

    public Weave {
        endsPerCm = Rounding.maybe(endsPerCm, 3);
        picksPerCm = Rounding.maybe(picksPerCm, 3);
        warpMaxMm = Rounding.maybe(warpMaxMm, 2);
        weftMaxMm = Rounding.maybe(weftMaxMm, 2);
        liftedShare = Rounding.to(liftedShare, 4);
        firmness = Rounding.to(firmness, 4);
        gramsPerSquareMetre = Rounding.maybe(gramsPerSquareMetre, 1);
        minutes = Rounding.maybe(minutes, 2);
        weftCover = Rounding.maybe(weftCover, 3);
        wefts = wefts == null ? List.of() : List.copyOf(wefts);
        bands = bands == null ? List.of() : List.copyOf(bands);
        colours = colours == null ? List.of() : List.copyOf(colours);
        weaves = weaves == null ? List.of() : List.copyOf(weaves);
        endInterlacings = endInterlacings == null ? List.of() : List.copyOf(endInterlacings);
    }
}
