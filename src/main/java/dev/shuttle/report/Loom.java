package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loom image and the cloth it makes. Everything below {@code palette} is there only where it was worked out.
 *
 * @param ends width of the point paper, warp ends
 * @param lines height of the point paper, lines (one line is k physical picks where the structure has k wefts)
 * @param picks physical picks; absent without a structure
 * @param endsPerCm face ends per cm; absent where the recipe names no fabric
 * @param picksPerCm lines per cm on the face
 * @param widthCm width on the loom
 * @param heightCm height on the loom
 * @param colours how many colours the point paper uses
 * @param palette the colours, by index
 * @param structure the weave structure's name, such as {@code lampas}
 * @param floats float lengths of the lift plan
 * @param cleaned what cleaning changed
 * @param fidelity nearness to the picture it was made from
 * @param fitted how the cloud's picture was brought to the source's proportions; absent where they were the same
 * @param yarn yarn needed
 * @param hooks 纹针: all columns of the lift plan, binders and selvedges among them
 * @param interlacings crossings of warp and weft
 * @param hangsTogether whether the cloth is one piece
 * @param seam share of threads along the border whose colour does not go on in the next repeat, 0 to 1; absent
 *     where the motif is not repeated
 * @param machine how the repeat lies on the machine; absent where nothing says how many hooks it has
 * @param weave how it is woven
 * @param patches of a weave blanket; empty for all else
 * @param coloursAsked how many the recipe asks for, whether a ticket's or a preset's
 * @param cloth how near the cloth is to the picture; absent without a structure
 * @param gradients how smooth gradients are drawn; absent where all borders stay as they fall
 * @param weftsConsidered the numbers of wefts that were tried, in their order; empty where it was said how many
 * @param calibration by which colours were predicted; absent without one
 * @param paper what is known of the picture as a point paper; absent where it is none
 * @param pinned colours that the recipe names
 * @param colourways other colours of the same lift plan
 * @param brocading what small bobbins weave; absent without them
 * @param cost by the prices that were given; absent where none are
 * @param harness how the cloth hangs on the machine; absent where no machine is named
 * @param densities of the picks along the length, from the top; empty where it does not change
 */
public record Loom(
        int ends,
        int lines,
        @Nullable Integer picks,
        @Nullable Double endsPerCm,
        @Nullable Double picksPerCm,
        @Nullable Double widthCm,
        @Nullable Double heightCm,
        int colours,
        List<Swatch> palette,
        @Nullable String structure,
        @Nullable Floats floats,
        @Nullable Cleaned cleaned,
        @Nullable Fidelity fidelity,
        @Nullable Fitted fitted,
        List<Yarn> yarn,
        @Nullable Integer hooks,
        @Nullable Long interlacings,
        @Nullable Boolean hangsTogether,
        @Nullable Double seam,
        @Nullable Machine machine,
        @Nullable Weave weave,
        List<Patch> patches,
        @Nullable Integer coloursAsked,
        @Nullable Cloth cloth,
        @Nullable Gradients gradients,
        List<WeftsConsidered> weftsConsidered,
        @Nullable Calibration calibration,
        @Nullable Paper paper,
        List<Pinned> pinned,
        List<Colourway> colourways,
        @Nullable Brocading brocading,
        @Nullable Cost cost,
        @Nullable Harness harness,
        List<PickDensity> densities) {

    /**
     * The picture was a point paper that had been issued, or was taken for one.
     *
     * @param use {@link #AS_IS} or {@link #PICTURE}
     * @param name the stem of the files that it was issued with; absent where nothing is known of it
     * @param preset by which it was made; absent likewise
     * @param near cells that have the colour which they are very near to
     * @param blended cells in mixtures of two colours beside them, which have the nearer one
     * @param snapped cells that have the most similar colour because the ticket wants it
     * @param fit {@code tile}, {@code pad} or {@code crop}, where that changed it
     * @param issuedSize ends × lines as it was issued, where it has others
     * @param edited what was edited; absent where the cells are not known as they were
     */
    public record Paper(
            String use,
            @Nullable String name,
            @Nullable String preset,
            long near,
            long blended,
            long snapped,
            @Nullable String fit,
            @Nullable String issuedSize,
            @Nullable Edited edited) {
        /** Woven cell for cell. */
        public static final String AS_IS = "as-is";
        /** Converted like any other picture. */
        public static final String PICTURE = "picture";

        /** One that was converted like any other picture. */
        public static Paper picture(String name, String preset) {
            return new Paper(PICTURE, name, preset, 0, 0, 0, null, null, null);
        }
    }

    /**
     * What was edited in a point paper.
     *
     * @param share of all cells, 0 to 1
     * @param x first end that was changed
     * @param y first line that was changed
     * @param width ends from the first to the last that was changed
     * @param height lines likewise
     * @param changes by old and new colour, most cells first
     */
    public record Edited(long cells, double share, int x, int y, int width, int height, List<Change> changes) {
        public Edited {
            share = Rounding.to(share, 6);
            changes = changes == null ? List.of() : List.copyOf(changes);
        }
    }

    /**
     * Cells that had one colour and have another.
     *
     * @param x end of the first such cell
     * @param y line of the first such cell
     */
    public record Change(String from, String to, long cells, int x, int y) {}

    /**
     * The measured patches by which colours were predicted.
     *
     * @param patches that were measured
     * @param de2000 what to expect of new mixtures, mean CIEDE2000
     * @param unmeasured yarns of this cloth that were not among them
     */
    public record Calibration(String name, int patches, double de2000, List<String> unmeasured) {
        public Calibration {
            de2000 = Rounding.to(de2000, 2);
            unmeasured = unmeasured == null ? List.of() : List.copyOf(unmeasured);
        }
    }

    /**
     * Smooth gradients between two colours.
     *
     * @param asked {@code auto}, {@code bands}, {@code hatch}, {@code satin} or {@code grain}
     * @param used one of the last four
     * @param share of the cells that lie in one, 0 to 1
     */
    public record Gradients(String asked, String used, double share) {
        public Gradients {
            share = Rounding.to(share, 4);
        }
    }

    /**
     * The cloud's picture had other proportions than the source.
     *
     * @param cut what part of its longer side was cut away in the middle's favour, 0 to 1
     * @param added what part of the whole is ground that was added on both sides, 0 to 1
     */
    public record Fitted(double cut, double added) {
        public Fitted {
            cut = Rounding.to(cut, 4);
            added = Rounding.to(added, 4);
        }
    }

    public Loom {
        endsPerCm = Rounding.maybe(endsPerCm, 3);
        picksPerCm = Rounding.maybe(picksPerCm, 3);
        widthCm = Rounding.maybe(widthCm, 2);
        heightCm = Rounding.maybe(heightCm, 2);
        seam = Rounding.maybe(seam, 4);
        palette = palette == null ? List.of() : List.copyOf(palette);
        patches = patches == null ? List.of() : List.copyOf(patches);
        yarn = yarn == null ? List.of() : List.copyOf(yarn);
        colourways = colourways == null ? List.of() : List.copyOf(colourways);
        densities = densities == null ? List.of() : List.copyOf(densities);
        pinned = pinned == null ? List.of() : List.copyOf(pinned);
        weftsConsidered = weftsConsidered == null ? List.of() : List.copyOf(weftsConsidered);
    }

    /**
     * The cloth, beside the point paper.
     *
     * @param asked the colours that the picture asked for, of a point paper that is drawn in those of the cloth; else empty
     */
    public record Cloth(ClothFidelity fidelity, List<Asked> asked) {
        public Cloth {
            asked = asked == null ? List.of() : List.copyOf(asked);
        }
    }

    /**
     * A colour that was asked for.
     *
     * @param share of the surface, 0 to 1
     * @param woven what the cloth shows in its place
     * @param de2000 CIEDE2000 between the two
     */
    public record Asked(String rgb, double share, String woven, double de2000) {
        public Asked {
            share = Rounding.to(share, 6);
            de2000 = Rounding.to(de2000, 2);
        }
    }

    /**
     * How near the cloth is to the picture it was made from, measured as the point paper's {@link Fidelity} is.
     *
     * @param lostShare share of the cells whose own thread is further than CIEDE2000 10 from the point paper's colour, 0 to 1
     */
    public record ClothFidelity(double de2000Mean, double de2000P95, double edgeF1, double lostShare) {
        public ClothFidelity {
            de2000Mean = Rounding.to(de2000Mean, 2);
            de2000P95 = Rounding.to(de2000P95, 2);
            edgeF1 = Rounding.to(edgeF1, 4);
            lostShare = Rounding.to(lostShare, 4);
        }
    }

    /**
     * A number of wefts that was tried.
     *
     * @param k wefts
     * @param structure its name
     * @param lost share of the cells woven further than CIEDE2000 10 from the point paper, 0 to 1
     * @param de mean CIEDE2000 of all cells
     * @param picksPerCm on average; absent where no fabric is named
     * @param gM2 g/m²; absent likewise
     * @param hours to weave one repeat at 300 picks a minute and 85 % efficiency; absent likewise
     * @param tex of the wefts, the mean over all picks, by the card or assumed: the more wefts the finer; absent likewise
     * @param cover the wefts' diameters in the room of a line where lines lie closest, all together, on average; absent likewise
     */
    public record WeftsConsidered(
            int k,
            String structure,
            double lost,
            double de,
            @Nullable Double picksPerCm,
            @JsonProperty("g_m2") @Nullable Double gM2,
            @Nullable Double hours,
            @Nullable Double tex,
            @Nullable Double cover) {
        public WeftsConsidered {
            gM2 = Rounding.maybe(gM2, 1);
            lost = Rounding.to(lost, 4);
            de = Rounding.to(de, 2);
            picksPerCm = Rounding.maybe(picksPerCm, 1);
            hours = Rounding.maybe(hours, 3);
            tex = Rounding.maybe(tex, 1);
            cover = Rounding.maybe(cover, 3);
        }
    }

    /** A loom image of {@code ends} x {@code lines} in the palette's colours; the rest by the builder's steps. */
    public static LoomBuilder of(int ends, int lines, List<Swatch> palette) {
        return new LoomBuilder(ends, lines, palette);
    }

    /** Width over height of one cell on the cloth: lines per cm over ends per cm; 1 where no fabric is named. */
    public double cellAspect() {
        return endsPerCm == null || picksPerCm == null || endsPerCm <= 0 ? 1 : picksPerCm / endsPerCm;
    }
}
