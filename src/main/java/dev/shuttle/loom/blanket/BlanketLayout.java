package dev.shuttle.loom.blanket;

import dev.shuttle.loom.blanket.BlanketException.Code;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling.Face;
import dev.shuttle.loom.cloth.WovenColours;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.HookFit;
import dev.shuttle.loom.weave.Selvedge;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the strips, patches and numbers of one blanket lie, and what they show. */
final class BlanketLayout {
    /** A machine's width may be used up to so much more than the patches need, so that no hook is idle. */
    private static final double LEEWAY = 1.15;
    /** A strip with more patches is wrapped on every machine: half a metre and more is hard to compare. */
    private static final int MOST_ACROSS = 16;

    private final WeaveOrder order;
    private final Structure structure;
    private final List<Rgb> warp;
    private final Density density;
    private final Measures measures;
    private final List<Strip> strips;
    private final int ends;
    private final int lines;
    /** Ends to the left of the patches beyond what they need, so that they lie in the middle. */
    private final int left;
    /** Lines above the first strip. */
    private final int above;

    BlanketLayout(@Nullable Fabric fabric, WeaveOrder order, Structure structure, List<Rgb> yarns)
            throws BlanketException {
        this.order = order;
        this.structure = structure;
        this.warp = Strips.warp(order.kind(), structure, yarns);
        this.density = fabric == null ? Density.SQUARE : fabric.average();
        List<Strip> wanted = Strips.of(order.kind(), structure, yarns);
        int highest = wanted.stream().mapToInt(strip -> strip.faces().size()).sum();
        this.measures = Measures.of(structure, density, highest);
        int most = mostEnds(fabric) / structure.endsRepeat() * structure.endsRepeat();
        int across = Math.min(MOST_ACROSS, measures.columns(most));
        if (across < 1) {
            throw new BlanketException(
                    Code.TOO_NARROW,
                    "a patch and the room around it take " + measures.ends(1) + " ends, and there are " + most,
                    "give the fabric more hooks or ends in a ticket");
        }
        this.strips = wrapped(wanted, across);
        int columns =
                strips.stream().mapToInt(strip -> strip.faces().size()).max().orElseThrow();
        this.ends = width(measures.ends(columns), most, fabric);
        this.left = (ends - measures.ends(columns)) / 2;
        this.lines = up(strips.size() * measures.stripLines() + 2 * measures.gapLines(), linesRepeat());
        this.above = (lines - strips.size() * measures.stripLines()) / 2;
    }

    private static List<Strip> wrapped(List<Strip> strips, int across) {
        List<Strip> all = new ArrayList<>();
        for (Strip strip : strips) {
            for (int from = 0; from < strip.faces().size(); from += across) {
                all.add(strip.part(from, from + across));
            }
        }
        return all;
    }

    /** The ends that the machine has for the figure. */
    private int mostEnds(@Nullable Fabric fabric) {
        if (fabric == null || (fabric.hooks() == null && fabric.ends() == null)) {
            return Integer.MAX_VALUE;
        }
        if (fabric.hooks() == null) {
            return Objects.requireNonNull(fabric.ends());
        }
        Selvedge selvedge = order.selvedge();
        int edges = selvedge == null ? 0 : 2 * selvedge.ends();
        return Math.max(0, fabric.hooks() - edges) / structure.hooksPerEnd();
    }

    /** Whole repeats of the weave; on a machine a little more where that leaves no hook idle. */
    private int width(int needed, int most, @Nullable Fabric fabric) {
        int least = up(needed, structure.endsRepeat());
        if (fabric == null || fabric.hooks() == null) {
            return least;
        }
        int each = structure.hooksPerEnd();
        return HookFit.nearest(most * each, least * each, structure.endsRepeat() * each).stream()
                .map(hooks -> hooks / each)
                .filter(width -> width >= least && width <= LEEWAY * least)
                .findFirst()
                .orElse(least);
    }

    private int linesRepeat() {
        int repeat = structure.linesRepeat();
        Selvedge selvedge = order.selvedge();
        while (selvedge != null && repeat % selvedge.linesRepeat() != 0) {
            repeat += structure.linesRepeat();
        }
        return repeat;
    }

    private static int up(int count, int repeat) {
        return (count + repeat - 1) / repeat * repeat;
    }

    Blanket made() throws BlanketException {
        Drawing drawing = new Drawing(
                ends,
                lines,
                (face, threads) -> new WovenColours(structure, warp.get(0), threads, order.calibration()).of(face));
        List<Area> areas = new ArrayList<>();
        for (int row = 0; row < strips.size(); row++) {
            strip(drawing, row, areas);
        }
        if (drawing.size() > Palette.MOST) {
            throw new BlanketException(
                    Code.TOO_MANY_PATCHES,
                    "a blanket of these yarns has " + areas.size() + " patches, more than a point paper has colours",
                    "use fewer yarns: -k, or a shorter palette");
        }
        PointPaper paper = drawing.paper(density);
        Cloth cloth = Cloth.of(paper, order, structure, drawing.colouring(paper, warp));
        return new Blanket(paper, cloth, patches(paper, cloth, areas));
    }

    private void strip(Drawing drawing, int row, List<Area> areas) {
        Strip strip = strips.get(row);
        boolean jin = structure instanceof WarpFaced;
        List<Rgb> threads = jin ? warp : strip.wefts();
        List<Rgb> head = jin ? warp : strip.headWefts();
        int from = above + row * measures.stripLines();
        int top = row == 0 ? 0 : from;
        int patches = from + measures.headLines();
        int bottom = row == strips.size() - 1 ? lines : from + measures.stripLines();
        drawing.wefts(patches - measures.gapLines(), strip.headWefts());
        drawing.wefts(bottom, strip.wefts());
        int below = patches - measures.gapLines();
        drawing.fill(new Area(0, top, ends, below - top), strip.ground(), head);
        drawing.fill(new Area(0, below, ends, bottom - below), strip.ground(), threads);
        for (int column = 0; column < strip.faces().size(); column++) {
            Area area = new Area(left + measures.left(column), patches, measures.patchEnds(), measures.patchLines());
            areas.add(area);
            number(drawing, areas.size(), area, strip.ink(), head);
            drawing.fill(area, strip.faces().get(column), threads);
        }
    }

    /** A patch's number above a rule as wide as the patch. */
    private void number(Drawing drawing, int number, Area patch, Face ink, List<Rgb> threads) {
        int rule = patch.line() - measures.gapLines() - measures.dotLines();
        drawing.fill(new Area(patch.end(), rule, patch.ends(), measures.dotLines()), ink, threads);
        int top = rule - measures.gapLines() - Numerals.DOTS_DOWN * measures.dotLines();
        for (int down = 0; down < Numerals.DOTS_DOWN; down++) {
            for (int across = 0; across < Numerals.width(number); across++) {
                if (Numerals.isDot(number, across, down)) {
                    Area dot = new Area(
                            patch.end() + across * measures.dotEnds(),
                            top + down * measures.dotLines(),
                            measures.dotEnds(),
                            measures.dotLines());
                    drawing.fill(dot, ink, threads);
                }
            }
        }
    }

    private List<Patch> patches(PointPaper paper, Cloth cloth, List<Area> areas) {
        PatchFloats floats = new PatchFloats(cloth);
        List<Patch> patches = new ArrayList<>();
        int row = 0;
        int column = 0;
        for (Area area : areas) {
            if (column == strips.get(row).faces().size()) {
                row++;
                column = 0;
            }
            column++;
            patches.add(new Patch(
                    patches.size() + 1, row + 1, column, paper.label(area.end(), area.line()), area, floats.in(area)));
        }
        return patches;
    }
}
