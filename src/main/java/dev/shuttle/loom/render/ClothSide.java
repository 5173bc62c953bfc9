package dev.shuttle.loom.render;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.StructureKind;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.WarpFaced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one side of a cloth shows, thread by thread: on the face, each line shows the weft that lies on top there, or the
 * end that binds it; on the back, each line shows all other wefts side by side.
 */
final class ClothSide {
    private static final int WARP = 128;

    private final int columns;
    private final int rows;
    /** The colour's index, and the top bit where the thread is an end. */
    private final byte[] shown;

    private final List<Rgb> colours;
    private final ThreadSpacing across;
    private final ThreadSpacing down;

    private ClothSide(int columns, int rows, List<Rgb> colours, ThreadSpacing across, ThreadSpacing down) {
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
    ThreadSpacing across() {
        return across;
    }

    /** How high the rows are. */
    ThreadSpacing down() {
        return down;
    }

    boolean isWarp(int column, int row) {
        return shown[row * columns + column] < 0;
    }

    int colour(int column, int row) {
        return shown[row * columns + column] & 127;
    }

    /** Whether both crossings show the same system in the same colour. */
    boolean isAlike(int column, int row, int otherColumn, int otherRow) {
        return otherColumn >= 0
                && otherRow >= 0
                && otherColumn < columns
                && otherRow < rows
                && shown[row * columns + column] == shown[otherRow * columns + otherColumn];
    }

    private static List<Rgb> colours(Cloth cloth) {
        List<Rgb> colours = new ArrayList<>(cloth.colouring().warp());
        cloth.colouring()
                .bands()
                .forEach(band -> band.wefts().stream()
                        .filter(yarn -> !wefts(cloth, colours).contains(yarn))
                        .forEach(colours::add));
        return colours;
    }

    /** The part of a list of colours that is the wefts'. */
    private static List<Rgb> wefts(Cloth cloth, List<Rgb> colours) {
        return colours.subList(cloth.colouring().warp().size(), colours.size());
    }

    /** For each line and weft its place among the colours. */
    private static int[][] yarns(Cloth cloth, List<Rgb> colours) {
        List<Rgb> wefts = wefts(cloth, colours);
        int warps = cloth.colouring().warp().size();
        int[][] yarns = new int[cloth.faces().lines()][];
        for (Band band : cloth.colouring().bands()) {
            int[] of = band.wefts().stream()
                    .mapToInt(yarn -> warps + wefts.indexOf(yarn))
                    .toArray();
            Arrays.fill(yarns, band.from(), band.to(), of);
        }
        return yarns;
    }

    private void put(int column, int row, boolean warp, int colour) {
        shown[row * columns + column] = (byte) (warp ? colour | WARP : colour);
    }

    /** The face of the first {@code ends} ends and {@code lines} lines. */
    static ClothSide front(Cloth cloth, int ends, int lines) {
        if (cloth.order().kind() == StructureKind.JIN) {
            return warpFaced(cloth, ends, lines);
        }
        BitGrid lifts = cloth.plan().cloth();
        int group = cloth.plan().mainsPerBinder();
        int columns = group == 0 ? ends : ends / group * (group + 1);
        int[][] rowOf = rowOf(cloth);
        boolean tones = cloth.order().kind().isOfTones();
        ClothSide side = new ClothSide(columns, lines, colours(cloth), ends(group, group), ThreadSpacing.EVEN);
        int[][] yarns = yarns(cloth, side.colours);
        for (int line = 0; line < lines; line++) {
            for (int column = 0; column < columns; column++) {
                int weft = tones ? 0 : cloth.faces().at(main(column, group), line);
                boolean up = lifts.get(rowOf[line][weft], column);
                side.put(column, line, up, up ? 0 : yarns[line][weft]);
            }
        }
        return side;
    }

    /** Mains and, at this place of each group, a binder. */
    private static ThreadSpacing ends(int mains, int binder) {
        return mains == 0 ? ThreadSpacing.EVEN : new ThreadSpacing(mains + 1, binder);
    }

    /** The picks of a warp-faced cloth, a binding weft after its main wefts. */
    private static ThreadSpacing picks(Cloth cloth) {
        int mains = ((WarpFaced) cloth.structure()).binding().mains();
        return new ThreadSpacing(mains + 1, mains);
    }

    /** The main end at a column, or that before the binder there. */
    private static int main(int column, int group) {
        return group == 0 ? column : column / (group + 1) * group + Math.min(column % (group + 1), group - 1);
    }

    /** The back, as one sees it after turning the cloth over like a page. */
    static ClothSide back(Cloth cloth, int ends, int lines) {
        if (cloth.order().kind() == StructureKind.JIN) {
            return everyPick(cloth, ends, lines);
        }
        BitGrid lifts = cloth.plan().cloth();
        int group = cloth.plan().mainsPerBinder();
        int columns = group == 0 ? ends : ends / group * (group + 1);
        int[][] rowOf = rowOf(cloth);
        int wefts = rowOf[0].length;
        int each = Math.max(1, wefts - 1);
        ClothSide side = new ClothSide(columns, lines * each, colours(cloth), ends(group, 0), ThreadSpacing.EVEN);
        int[][] yarns = yarns(cloth, side.colours);
        for (int row = 0; row < side.rows; row++) {
            int line = row / each;
            for (int column = 0; column < columns; column++) {
                int face = wefts == 1 ? 1 : cloth.faces().at(main(column, group), line);
                int weft = row % each >= face ? row % each + 1 : row % each;
                int plan = rowOf[line][Math.min(weft, wefts - 1)];
                boolean under = plan >= 0 && lifts.get(plan, column);
                side.put(columns - 1 - column, row, !under, under ? yarns[line][Math.min(weft, wefts - 1)] : 0);
            }
        }
        return side;
    }

    private static ClothSide warpFaced(Cloth cloth, int ends, int lines) {
        BitGrid lifts = cloth.plan().mains();
        int warps = cloth.colouring().warp().size();
        int rows = (int) ((long) lifts.rows() * lines / cloth.faces().lines());
        ClothSide side = new ClothSide(ends, rows, colours(cloth), ThreadSpacing.EVEN, picks(cloth));
        int[][] yarns = yarns(cloth, side.colours);
        for (int row = 0; row < rows; row++) {
            int line = (int) ((long) row * lines / rows);
            for (int column = 0; column < ends; column++) {
                int warp = cloth.faces().at(column, line);
                boolean up = lifts.get(row, column * warps + warp);
                side.put(
                        column,
                        row,
                        up,
                        up ? warp : yarns[0][cloth.plan().picks().weft(row)]);
            }
        }
        return side;
    }

    /** Every end and every pick, the cloth turned over. */
    private static ClothSide everyPick(Cloth cloth, int ends, int lines) {
        BitGrid lifts = cloth.plan().mains();
        int warps = cloth.colouring().warp().size();
        int rows = (int) ((long) lifts.rows() * lines / cloth.faces().lines());
        ClothSide side = new ClothSide(ends * warps, rows, colours(cloth), ThreadSpacing.EVEN, picks(cloth));
        int[][] yarns = yarns(cloth, side.colours);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < side.columns; column++) {
                boolean up = lifts.get(row, column);
                int weft = yarns[0][cloth.plan().picks().weft(row)];
                side.put(side.columns - 1 - column, row, !up, up ? weft : column % warps);
            }
        }
        return side;
    }

    /** The row of the lift plan for each line and weft; -1 where it is not thrown. */
    private static int[][] rowOf(Cloth cloth) {
        int wefts = cloth.order().kind().isOfTones() ? 1 : cloth.structure().mostFace() + 1;
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
