package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.BrocadedArea;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.work.RowBands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one side of a cloth shows, yarn by yarn: on the face, each line shows the weft that lies on top there, or the
 * end that binds it; on the back, each line shows all other wefts side by side.
 */
final class ClothSide {
    private static final int WARP = 128;
    private static final int BAND_ROWS = 16;

    private final int columns;
    private final int rows;
    /** The colour's index, and the top bit where the yarn is an end. */
    private final byte[] shown;

    private final List<Rgb> colours;
    private final YarnSpacing across;
    private final YarnSpacing down;

    private ClothSide(int columns, int rows, List<Rgb> colours, YarnSpacing across, YarnSpacing down) {
        this.columns = columns;
        this.across = across;
        this.down = down;
        this.rows = rows;
        this.shown = new byte[Math.multiplyExact(columns, rows)];
        this.colours = colours;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    List<Rgb> colours() {
        return colours;
    }

    /** How wide the columns are. */
    YarnSpacing across() {
        return across;
    }

    /** How high the rows are. */
    YarnSpacing down() {
        return down;
    }

    /**
     * For each column of a row how far the yarn that shows goes on from there: the crossings before and after it, at most
     * {@code reach} each way, that show the same system in the same colour.
     *
     * @param left the first column
     * @param out gets what {@link Crossings} keeps of a crossing
     */
    void crossings(int row, int left, int reach, int[] out) {
        for (int i = 0; i < out.length; i++) {
            int at = row * columns + left + i;
            byte own = shown[at];
            int before = 0;
            int after = 0;
            if (own < 0) {
                int most = Math.min(reach, row);
                while (before < most && shown[at - (before + 1) * columns] == own) {
                    before++;
                }
                most = Math.min(reach, rows - 1 - row);
                while (after < most && shown[at + (after + 1) * columns] == own) {
                    after++;
                }
            } else {
                int most = Math.min(reach, left + i);
                while (before < most && shown[at - before - 1] == own) {
                    before++;
                }
                most = Math.min(reach, columns - 1 - left - i);
                while (after < most && shown[at + after + 1] == own) {
                    after++;
                }
            }
            out[i] = Crossings.of(own & 127, own < 0, before, after);
        }
    }

    private static List<Rgb> colours(Cloth cloth) {
        List<Rgb> colours = new ArrayList<>(cloth.colouring().warp());
        colours.add(cloth.colouring().binder());
        cloth.colouring()
                .bands()
                .forEach(band -> band.wefts().stream()
                        .filter(yarn -> !wefts(cloth, colours).contains(yarn))
                        .forEach(colours::add));
        cloth.brocading().yarns().stream()
                .filter(yarn -> !wefts(cloth, colours).contains(yarn))
                .forEach(colours::add);
        return colours;
    }

    /** The part of a list of colours that is the wefts'. */
    private static List<Rgb> wefts(Cloth cloth, List<Rgb> colours) {
        return colours.subList(ends(cloth), colours.size());
    }

    /** How many colours are those of ends: the warp's, and behind them what binds. */
    private static int ends(Cloth cloth) {
        return cloth.colouring().warp().size() + 1;
    }

    /** For each line and weft its place among the colours. */
    private static int[][] yarns(Cloth cloth, List<Rgb> colours) {
        List<Rgb> wefts = wefts(cloth, colours);
        int ends = ends(cloth);
        int[][] yarns = new int[cloth.faces().lines()][];
        for (Band band : cloth.colouring().bands()) {
            int[] of = band.wefts().stream()
                    .mapToInt(yarn -> ends + wefts.indexOf(yarn))
                    .toArray();
            Arrays.fill(yarns, band.from(), band.to(), of);
        }
        return yarns;
    }

    private void put(int column, int row, boolean warp, int colour) {
        shown[row * columns + column] = (byte) (warp ? colour | WARP : colour);
    }

    /** The face of the first {@code ends} ends and {@code lines} lines. */
    static ClothSide front(Cloth cloth, int ends, int lines, RowBands bands) {
        if (cloth.order().kind() == StructureKind.JIN) {
            return warpFaced(cloth, ends, lines, bands);
        }
        BitGrid lifts = cloth.allEnds();
        int group = cloth.plan().mainsPerBinder();
        int columns = group == 0 ? ends : ends / group * (group + 1);
        int[] mains = mains(columns, group);
        int[][] rowOf = rowOf(cloth);
        boolean tones = cloth.order().kind().isOfTones();
        ClothSide side = new ClothSide(
                columns, lines, colours(cloth), ends(group, group), YarnSpacing.EVEN.along(cloth.density(), 1));
        int[][] yarns = yarns(cloth, side.colours);
        int[][] bobbins = bobbins(cloth, side.colours);
        bands.run(lines, BAND_ROWS, (from, to) -> {
            for (int line = from; line < to; line++) {
                for (int column = 0; column < columns; column++) {
                    int weft = tones ? 0 : cloth.weft(mains[column], line);
                    boolean up = lifts.get(rowOf[line][weft], column);
                    int yarn = weft < yarns[line].length ? yarns[line][weft] : bobbins[line][mains[column]];
                    side.put(column, line, up, up ? end(column, group) : yarn);
                }
            }
        });
        return side;
    }

    /** For each line that has bobbins the place among the colours of that over each end; 0 where none is. */
    private static int[][] bobbins(Cloth cloth, List<Rgb> colours) {
        int[][] bobbins = new int[cloth.faces().lines()][];
        int ends = cloth.faces().ends();
        for (BrocadedArea area : cloth.brocading().areas()) {
            int place = ends(cloth) + wefts(cloth, colours).indexOf(area.yarn());
            for (BrocadedArea.Span span : area.spans()) {
                int[] line = bobbins[span.line()] == null ? new int[ends] : bobbins[span.line()];
                bobbins[span.line()] = line;
                for (int end = span.from(); end < span.to(); end++) {
                    line[end % ends] = place;
                }
            }
        }
        return bobbins;
    }

    /** The colour of a column's end: the warp's, or behind it what binds. */
    private static int end(int column, int group) {
        return group > 0 && column % (group + 1) == group ? 1 : 0;
    }

    /** For each column its main end, or that before the binder there. */
    private static int[] mains(int columns, int group) {
        int[] mains = new int[columns];
        Arrays.setAll(
                mains,
                column ->
                        group == 0 ? column : column / (group + 1) * group + Math.min(column % (group + 1), group - 1));
        return mains;
    }

    /** Mains and, at this place of each group, a binder. */
    private static YarnSpacing ends(int mains, int binder) {
        return mains == 0 ? YarnSpacing.EVEN : new YarnSpacing(mains + 1, binder);
    }

    /** The picks of a warp-faced cloth, a binding weft after its main wefts. */
    private static YarnSpacing picks(Cloth cloth) {
        int mains = ((WarpFaced) cloth.structure()).binding().mains();
        double each = (double) cloth.plan().picks().picks() / cloth.faces().lines();
        return new YarnSpacing(mains + 1, mains).along(cloth.density(), each);
    }

    /** The back, as one sees it after turning the cloth over like a page. */
    static ClothSide back(Cloth cloth, int ends, int lines, RowBands bands) {
        if (cloth.order().kind() == StructureKind.JIN) {
            return everyPick(cloth, ends, lines, bands);
        }
        int group = cloth.plan().mainsPerBinder();
        int columns = group == 0 ? ends : ends / group * (group + 1);
        int[] mains = mains(columns, group);
        int[][] rowOf = rowOf(cloth);
        // bobbins are seen on the face alone; on the back they lie among the other wefts
        int each = Math.max(1, rowOf[0].length - 1 - (cloth.brocading().isNone() ? 0 : 1));
        ClothSide side = new ClothSide(
                columns, lines * each, colours(cloth), ends(group, 0), YarnSpacing.EVEN.along(cloth.density(), each));
        int[][] yarns = yarns(cloth, side.colours);
        bands.run(side.rows, BAND_ROWS, (from, to) -> {
            for (int row = from; row < to; row++) {
                side.backRow(row, row % each, row / each, cloth, mains, rowOf[row / each], yarns[row / each]);
            }
        });
        return side;
    }

    /** A line's weft number {@code place} of those that are not on the face. */
    private void backRow(int row, int place, int line, Cloth cloth, int[] mains, int[] rowOf, int[] yarns) {
        BitGrid lifts = cloth.allEnds();
        for (int column = 0; column < columns; column++) {
            int face = rowOf.length == 1 ? 1 : cloth.weft(mains[column], line);
            int weft = Math.min(place >= face ? place + 1 : place, yarns.length - 1);
            int plan = rowOf[weft];
            boolean under = plan >= 0 && lifts.get(plan, column);
            put(
                    columns - 1 - column,
                    row,
                    !under,
                    under ? yarns[weft] : end(column, cloth.plan().mainsPerBinder()));
        }
    }

    private static ClothSide warpFaced(Cloth cloth, int ends, int lines, RowBands bands) {
        BitGrid lifts = cloth.plan().mains();
        int warps = cloth.colouring().warp().size();
        int rows = (int) ((long) lifts.rows() * lines / cloth.faces().lines());
        ClothSide side = new ClothSide(ends, rows, colours(cloth), YarnSpacing.EVEN, picks(cloth));
        int[] wefts = yarns(cloth, side.colours)[0];
        bands.run(rows, BAND_ROWS, (from, to) -> {
            for (int row = from; row < to; row++) {
                int line = (int) ((long) row * lines / rows);
                int weft = wefts[cloth.plan().picks().weft(row)];
                for (int column = 0; column < ends; column++) {
                    int warp = cloth.faces().at(column, line);
                    boolean up = lifts.get(row, column * warps + warp);
                    side.put(column, row, up, up ? warp : weft);
                }
            }
        });
        return side;
    }

    /** Every end and every pick, the cloth turned over. */
    private static ClothSide everyPick(Cloth cloth, int ends, int lines, RowBands bands) {
        BitGrid lifts = cloth.plan().mains();
        int warps = cloth.colouring().warp().size();
        int rows = (int) ((long) lifts.rows() * lines / cloth.faces().lines());
        ClothSide side = new ClothSide(ends * warps, rows, colours(cloth), YarnSpacing.EVEN, picks(cloth));
        int[] wefts = yarns(cloth, side.colours)[0];
        bands.run(rows, BAND_ROWS, (from, to) -> {
            for (int row = from; row < to; row++) {
                int weft = wefts[cloth.plan().picks().weft(row)];
                for (int column = 0; column < side.columns; column++) {
                    boolean up = lifts.get(row, column);
                    side.put(side.columns - 1 - column, row, !up, up ? weft : column % warps);
                }
            }
        });
        return side;
    }

    /** The row of the lift plan for each line and weft; -1 where it is not thrown. */
    private static int[][] rowOf(Cloth cloth) {
        int wefts = cloth.order().kind().isOfTones() ? 1 : cloth.structure().threads();
        wefts += cloth.brocading().isNone() ? 0 : 1;
        int[][] rows = new int[cloth.faces().lines()][wefts];
        int line = -1;
        for (int row = 0; row < cloth.plan().picks().picks(); row++) {
            int weft = cloth.plan().picks().weft(row);
            if (weft == 0) {
                line++;
                Arrays.fill(rows[line], -1);
            }
            rows[line][weft] = row;
        }
        return rows;
    }
}
