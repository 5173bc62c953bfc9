package dev.shuttle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Loom} from what was worked out; nothing else is reported. */
public final class LoomBuilder {
    private final int ends;
    private final int lines;
    private final List<Swatch> palette;
    private @Nullable Integer picks;
    private @Nullable Double endsPerCm;
    private @Nullable Double picksPerCm;
    private @Nullable Double widthCm;
    private @Nullable Double heightCm;
    private @Nullable String structure;
    private @Nullable Floats floats;
    private @Nullable Cleaned cleaned;
    private @Nullable Fidelity fidelity;
    private Loom.@Nullable Fitted fitted;
    private List<Yarn> yarn = List.of();
    private @Nullable Integer hooks;
    private @Nullable Long interlacings;
    private @Nullable Boolean hangsTogether;
    private @Nullable Double seam;
    private @Nullable Machine machine;
    private @Nullable Weave weave;
    private List<Patch> patches = List.of();
    private @Nullable Integer coloursAsked;
    private Loom.@Nullable Cloth cloth;
    private Loom.@Nullable Gradients gradients;
    private List<Loom.WeftsConsidered> weftsConsidered = List.of();
    private Loom.@Nullable Calibration calibration;
    private Loom.@Nullable Paper paper;
    private List<Pinned> pinned = List.of();
    private List<Colourway> colourways = List.of();
    private @Nullable Brocading brocading;
    private @Nullable Cost cost;
    private @Nullable Harness harness;
    private List<PickDensity> densities = List.of();

    LoomBuilder(int ends, int lines, List<Swatch> palette) {
        this.ends = ends;
        this.lines = lines;
        this.palette = List.copyOf(palette);
    }

    /** Face ends and lines per cm; the size on the loom follows from them. */
    public LoomBuilder density(double ends, double picks) {
        this.endsPerCm = ends;
        this.picksPerCm = picks;
        this.widthCm = this.ends / ends;
        this.heightCm = this.lines / picks;
        return this;
    }

    /** The weave structure and the physical picks it takes. */
    public LoomBuilder structure(String name, int physicalPicks) {
        this.structure = name;
        this.picks = physicalPicks;
        return this;
    }

    public LoomBuilder floats(@Nullable Floats found) {
        this.floats = found;
        return this;
    }

    public LoomBuilder cleaned(@Nullable Cleaned by) {
        this.cleaned = by;
        return this;
    }

    public LoomBuilder fidelity(@Nullable Fidelity measured) {
        this.fidelity = measured;
        return this;
    }

    /** The cloud's picture was cut, or ground added to it; shares, 0 to 1. */
    public LoomBuilder fitted(double cut, double added) {
        this.fitted = new Loom.Fitted(cut, added);
        return this;
    }

    public LoomBuilder yarn(List<Yarn> needed) {
        this.yarn = List.copyOf(needed);
        return this;
    }

    public LoomBuilder hooks(int used) {
        this.hooks = used;
        return this;
    }

    public LoomBuilder interlacings(long crossings) {
        this.interlacings = crossings;
        return this;
    }

    public LoomBuilder hangsTogether(boolean inOnePiece) {
        this.hangsTogether = inOnePiece;
        return this;
    }

    /** Share of border threads that don't meet their neighbour in the next repeat, 0 to 1. */
    public LoomBuilder seam(double mismatch) {
        this.seam = mismatch;
        return this;
    }

    public LoomBuilder machine(Machine fit) {
        this.machine = fit;
        return this;
    }

    public LoomBuilder weave(Weave how) {
        this.weave = how;
        return this;
    }

    /** How many colours the recipe asks for. */
    public LoomBuilder coloursAsked(int asked) {
        this.coloursAsked = asked;
        return this;
    }

    /** How near the cloth is to the picture. */
    public LoomBuilder cloth(Loom.ClothFidelity measured) {
        return cloth(measured, List.of());
    }

    /** The same of a loom image that is drawn in the colours of the cloth, with those that were asked for. */
    public LoomBuilder cloth(Loom.ClothFidelity measured, List<Loom.Asked> asked) {
        this.cloth = new Loom.Cloth(measured, asked);
        return this;
    }

    /** The numbers of wefts that were tried. */
    public LoomBuilder weftsConsidered(List<Loom.WeftsConsidered> tried) {
        this.weftsConsidered = List.copyOf(tried);
        return this;
    }

    /** How smooth gradients are drawn, in a ticket's words, and in what share of the cells. */
    public LoomBuilder gradients(String asked, String used, double share) {
        this.gradients = new Loom.Gradients(asked, used, share);
        return this;
    }

    /** By what colours were predicted. */
    public LoomBuilder calibration(Loom.Calibration by) {
        this.calibration = by;
        return this;
    }

    /** What is known of the picture as a point paper. */
    public LoomBuilder paper(Loom.@Nullable Paper known) {
        this.paper = known;
        return this;
    }

    /** Colours that the recipe names. */
    public LoomBuilder pinned(List<Pinned> named) {
        this.pinned = List.copyOf(named);
        return this;
    }

    /** Other colours of the same lift plan. */
    public LoomBuilder colourways(List<Colourway> ways) {
        this.colourways = List.copyOf(ways);
        return this;
    }

    /** What small bobbins weave. */
    public LoomBuilder brocading(@Nullable Brocading by) {
        this.brocading = by;
        return this;
    }

    /** Of the picks along the length. */
    public LoomBuilder densities(List<PickDensity> along) {
        this.densities = List.copyOf(along);
        return this;
    }

    /** How the cloth hangs on the machine. */
    public LoomBuilder harness(@Nullable Harness tied) {
        this.harness = tied;
        return this;
    }

    /** The patches of a weave blanket. */
    public LoomBuilder patches(List<Patch> woven) {
        this.patches = List.copyOf(woven);
        return this;
    }

    public LoomBuilder cost(@Nullable Cost reckoned) {
        this.cost = reckoned;
        return this;
    }

    public Loom build() {
        return new Loom(
                ends,
                lines,
                picks,
                endsPerCm,
                picksPerCm,
                widthCm,
                heightCm,
                palette.size(),
                palette,
                structure,
                floats,
                cleaned,
                fidelity,
                fitted,
                yarn,
                hooks,
                interlacings,
                hangsTogether,
                seam,
                machine,
                weave,
                patches,
                coloursAsked,
                cloth,
                gradients,
                weftsConsidered,
                calibration,
                paper,
                pinned,
                colourways,
                brocading,
                cost,
                harness,
                densities);
    }
}
