package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.FaceMap;
import dev.shuttle.loom.weave.FloatBounds;
import dev.shuttle.loom.weave.LiftPlan;
import dev.shuttle.loom.weave.Selvedge;
import dev.shuttle.loom.weave.Shuttles;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.weave.WeaveAnalysis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A point paper woven.
 *
 * @param order settled
 * @param colouring which yarns, and what each colour of the point paper becomes
 * @param faces what shows at each cell of the whole repeat
 * @param plan what is lifted; one repeat across and down
 * @param allEnds the plan with binders among the mains
 * @param density of the point paper: main ends (for jin groups of ends) and lines per cm
 * @param trials the numbers of wefts that were considered; empty where it was said how many
 * @param asked what the picture asked for, where the point paper is drawn in what the cloth shows; empty where it is as asked
 * @param brocading what small bobbins weave
 */
public record Cloth(
        WeaveOrder order,
        Structure structure,
        Colouring colouring,
        FaceMap faces,
        LiftPlan plan,
        BitGrid allEnds,
        WeaveAnalysis analysis,
        Density density,
        List<WeftTrial> trials,
        List<AskedColour> asked,
        Brocading brocading) {
    public Cloth {
        trials = List.copyOf(trials);
        asked = List.copyOf(asked);
    }

    /** Without bobbins. */
    public Cloth(
            WeaveOrder order,
            Structure structure,
            Colouring colouring,
            FaceMap faces,
            LiftPlan plan,
            BitGrid allEnds,
            WeaveAnalysis analysis,
            Density density,
            List<WeftTrial> trials,
            List<AskedColour> asked) {
        this(order, structure, colouring, faces, plan, allEnds, analysis, density, trials, asked, Brocading.NONE);
    }

    /**
     * Weaves a point paper whose ends and lines are multiples of the structure's repeat.
     *
     * @param order settled
     */
    public static Cloth of(PointPaper paper, Repeat repeat, WeaveOrder order) {
        return of(paper, repeat, order, false);
    }

    /** @param free whether yarns and binders may have any colour */
    static Cloth of(PointPaper paper, Repeat repeat, WeaveOrder order, boolean free) {
        LabelTile tile = new LabelTile(paper, repeat);
        if (order.open()) {
            WeftChoice choice = new WeftChoice(tile, order, free);
            WeftChoice.Tried best = choice.best();
            return of(tile, best.order(), best.structure(), best.colouring(), choice.trials());
        }
        Structure structure = order.structure(paper.palette().size());
        return of(tile, order, structure, Weavable.colours(tile, order, structure, free), List.of());
    }

    /**
     * Weaves a point paper of which it is known what each colour becomes.
     *
     * @param order settled
     */
    public static Cloth of(PointPaper paper, WeaveOrder order, Structure structure, Colouring colouring) {
        return of(new LabelTile(paper, Repeat.NONE), order, structure, colouring, List.of());
    }

    static Cloth of(
            LabelTile tile, WeaveOrder order, Structure structure, Colouring colouring, List<WeftTrial> trials) {
        BobbinCells bobbins = new BobbinCells(tile, order, colouring);
        FaceMap faces = new Filler(tile, colouring, bobbins).map(structure.mostFace());
        Brocading brocading = Brocading.of(tile, colouring, bobbins);
        LiftPlan plan = structure.weave(faces, colouring.shuttles(tile.lines()));
        BitGrid all = plan.cloth();
        return new Cloth(
                order,
                structure,
                colouring,
                faces,
                plan,
                all,
                WeaveAnalysis.of(all, plan.picks()),
                tile.paper().density(),
                trials,
                List.of(),
                brocading);
    }

    /** The same threads, of a point paper that is drawn in their colours. */
    Cloth drawn(Colouring own, List<AskedColour> from) {
        return new Cloth(order, structure, own, faces, plan, allEnds, analysis, density, trials, from, brocading);
    }

    /** The yarns that lie on the face in a band, line by line; none of a tone, which is seen as a whole. */
    public List<Rgb> yarns(Filling.Face face, Band band) {
        if (face instanceof Filling.Bobbin bobbin) {
            return List.of(bobbin.yarn());
        }
        if (face instanceof Filling.Pure pure) {
            return List.of(yarn(pure.thread(), band));
        }
        return face instanceof Filling.Mixture mixture
                ? List.of(yarn(mixture.even(), band), yarn(mixture.odd(), band))
                : List.of();
    }

    /** The same as they look on the face: by the calibration, where there is one. */
    public List<Rgb> looks(Filling.Face face, Band band) {
        Mixing mixing = Mixing.of(order.calibration());
        return yarns(face, band).stream()
                .map(yarn ->
                        order.calibration() == null ? yarn : mixing.light(yarn).rgb())
                .toList();
    }

    /** A thread's yarn: of a ground it is the warp's. */
    private Rgb yarn(int thread, Band band) {
        if (order.kind() == StructureKind.JIN || (thread == 0 && order.kind().hasGround())) {
            return colouring.warp().get(thread);
        }
        return band.wefts().get(thread == structure.threads() ? 0 : thread);
    }

    /**
     * The weft that a cell shows, or crosses the ground with where that shows, behind all wefts that of the bobbins; not for tones
     * and jin.
     */
    public int weft(int end, int line) {
        int face = faces.at(end, line);
        if (isBobbin(end, line)) {
            return structure.threads();
        }
        return face == structure.threads() ? 0 : face;
    }

    /** Whether a bobbin shows at a cell. */
    public boolean isBobbin(int end, int line) {
        return !brocading.isNone() && faces.at(end, line) == structure.mostFace();
    }

    /** What a colour looks like where bobbins weave it. */
    public Rgb brocaded(Filling filling) {
        Mixing mixing = Mixing.of(order.calibration());
        return WovenColours.figure(structure, colouring.binder(), filling.asked(), mixing)
                .rgb();
    }

    /** The longest float allowed: the order's, else the longest that the structure can have. */
    public int floatLimit() {
        FloatBounds bounds = structure.bounds();
        return Objects.requireNonNullElse(
                order.floatLimit(),
                Math.max(
                        Math.max(bounds.warpFace(), bounds.warpBack()),
                        Math.max(bounds.weftFace(), bounds.weftBack())));
    }

    /** The smallest number of hooks of which a repeat is a multiple, so that the seam keeps the floats. */
    public int hooksRepeat() {
        return structure.endsRepeat() * structure.hooksPerEnd();
    }

    /** What is lifted, binders among the mains and the selvedges at the sides. */
    public BitGrid lifts() {
        return withSelvedges(allEnds);
    }

    /** Ends of this cloth between the selvedges, where there are any. */
    public BitGrid withSelvedges(BitGrid ends) {
        Selvedge selvedge = order.selvedge();
        return selvedge == null ? ends : selvedge.around(ends, plan.picks(), shuttles());
    }

    /** Ends of both selvedges. */
    public int selvedgeEnds() {
        return order.selvedge() == null ? 0 : 2 * order.selvedge().ends();
    }

    /** Width of both selvedges, as dense as the mains, cm. */
    public double selvedgeCm() {
        return selvedgeEnds() * widthCm() / plan.hooks();
    }

    /** Width of the repeat on the cloth, cm. */
    public double widthCm() {
        return faces.ends() / density.endsPerCm();
    }

    /** Height of the repeat on the cloth, cm. */
    public double heightCm() {
        return faces.lines() / density.linesPerCm();
    }

    /** All ends per cm, binders among them. */
    public double allEndsPerCm() {
        return analysis.ends() / widthCm();
    }

    /** All picks per cm. */
    public double allPicksPerCm() {
        return analysis.picks() / heightCm();
    }

    /** The colour of each end, binders among the mains; selvedges have the ground's. */
    public List<Rgb> endColours() {
        List<Rgb> warp = colouring.warp();
        int group = plan.mainsPerBinder() + 1;
        List<Rgb> colours = new ArrayList<>(Collections.nCopies(selvedgeEnds() / 2, warp.get(0)));
        for (int end = 0; end < analysis.ends(); end++) {
            boolean binds = group > 1 && end % group == group - 1;
            colours.add(binds ? colouring.binder() : warp.get(end % warp.size()));
        }
        colours.addAll(Collections.nCopies(selvedgeEnds() / 2, warp.get(0)));
        return colours;
    }

    /** The colour of each pick, by rows of the lift plan. */
    public List<Rgb> pickColours() {
        int[] lines = lineOfRow();
        List<Rgb> colours = new ArrayList<>(analysis.picks());
        for (int row = 0; row < analysis.picks(); row++) {
            boolean bobbins = isOfBobbins(row);
            colours.add(
                    bobbins
                            ? brocading.first(lines[row])
                            : colouring
                                    .band(lines[row])
                                    .wefts()
                                    .get(plan.picks().weft(row)));
        }
        return colours;
    }

    /** The shuttle of each pick, by rows of the lift plan, from 0; {@link Selvedge#NO_SHUTTLE} in sheds for bobbins. */
    public int[] shuttles() {
        boolean constant = colouring.bands().size() == 1;
        int[] lines = constant ? new int[0] : lineOfRow();
        Shuttles shuttles = colouring.shuttles(faces.lines());
        return IntStream.range(0, analysis.picks())
                .map(row -> isOfBobbins(row)
                        ? Selvedge.NO_SHUTTLE
                        : constant
                                ? plan.picks().weft(row)
                                : shuttles.of(lines[row], plan.picks().weft(row)))
                .toArray();
    }

    /** Whether a row of the lift plan is a shed for bobbins, in which no shuttle goes from side to side. */
    public boolean isOfBobbins(int row) {
        return !brocading.isNone() && plan.picks().weft(row) == structure.threads();
    }

    /** Picks that go from side to side. */
    public int shuttlePicks() {
        return brocading.isNone()
                ? plan.picks().picks()
                : plan.picks().picks() - plan.picks().rows(structure.threads()).length;
    }

    /** The first row of the lift plan that belongs to a line or to one below it; the number of rows below the last. */
    public int firstRow(int line) {
        if (structure instanceof WarpFaced) {
            return (int) ((long) plan.picks().picks() * line / faces.lines());
        }
        int[] lines = lineOfRow();
        int row = 0;
        while (row < lines.length && lines[row] < line) {
            row++;
        }
        return row;
    }

    /** The line that each row of the lift plan belongs to, from 0; of a warp-faced cloth, whose picks make no lines, that beside it. */
    public int[] lines() {
        int picks = plan.picks().picks();
        return structure instanceof WarpFaced
                ? IntStream.range(0, picks)
                        .map(row -> (int) ((long) row * faces.lines() / picks))
                        .toArray()
                : lineOfRow();
    }

    /** Whether picks make the lines: the warps of jin do. */
    public boolean isOfLines() {
        return !(structure instanceof WarpFaced);
    }

    /** The room of each row of the lift plan where picks make no lines and lie side by side, cm. */
    public double[] rooms() {
        int picks = plan.picks().picks();
        double lines = (double) faces.lines() / picks;
        return IntStream.range(0, picks)
                .mapToDouble(row -> density.cm((row + 1) * lines) - density.cm(row * lines))
                .toArray();
    }

    /** The line of the face that each row of the lift plan belongs to; all of them 0 where picks make no lines (jin). */
    private int[] lineOfRow() {
        int[] lines = new int[plan.picks().picks()];
        int line = -1;
        for (int row = 0; row < lines.length && !(structure instanceof WarpFaced); row++) {
            line += plan.picks().weft(row) == 0 ? 1 : 0;
            lines[row] = line;
        }
        return lines;
    }
}
