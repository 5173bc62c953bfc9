package dev.shuttle.loom.draft;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.draft.DraftException.Code;
import dev.shuttle.loom.weave.BitGrid;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads WIF 1.0 to 1.2 of any program. Where lift plan and treadling are both there, the treadling counts, as the format's
 * guide has it.
 */
public final class WifReader {
    private static final int MOST_SHAFTS = 10_000;

    private final WifSections file;

    private WifReader(WifSections file) {
        this.file = file;
    }

    /**
     * The draft of a whole file.
     *
     * @throws DraftException where it is none, or too large
     */
    public static Draft read(byte[] bytes) throws DraftException {
        WifSections file = WifSections.of(bytes);
        if (!file.has("threading")) {
            throw new DraftException(Code.NOT_A_DRAFT, "no threading in the file");
        }
        return new WifReader(file).draft();
    }

    private Draft draft() throws DraftException {
        Map<Integer, int[]> threading = file.rows("threading");
        Map<Integer, int[]> lifted = lifted();
        int shafts = Math.max(file.whole("weaving", "shafts", 0), Math.max(most(threading), most(lifted)));
        int ends = threads("warp", threading);
        int picks = threads("weft", lifted);
        if (shafts > MOST_SHAFTS || Drafting.isTooLarge(ends, picks) || (long) ends * shafts > Drafting.MOST_CELLS) {
            throw new DraftException(Code.DRAFT_TOO_LARGE, shafts + " shafts, " + ends + " ends, " + picks + " picks");
        }
        BitGrid lifts = grid(lifted, picks, shafts);
        String title = file.text("text", "title");
        WifColours colours = WifColours.of(file);
        return new Draft(
                title == null ? "" : title,
                grid(threading, ends, shafts),
                file.flag("weaving", "rising shed", true) ? lifts : lifts.complemented(),
                colours.of("warp", ends, Rgb.WHITE),
                colours.of("weft", picks, Rgb.BLACK),
                perCm("warp"),
                perCm("weft"));
    }

    /** The shafts that each pick lifts, or lowers where the shed sinks. */
    private Map<Integer, int[]> lifted() throws DraftException {
        if (!file.has("treadling") || !file.has("tieup")) {
            if (!file.has("liftplan")) {
                throw new DraftException(Code.BAD_DRAFT, "neither a lift plan nor a tie-up with treadling");
            }
            return file.rows("liftplan");
        }
        Map<Integer, int[]> tieup = file.rows("tieup");
        Map<Integer, int[]> lifted = new TreeMap<>();
        for (Map.Entry<Integer, int[]> pick : file.rows("treadling").entrySet()) {
            IntStream shafts = Arrays.stream(pick.getValue())
                    .flatMap(treadle -> Arrays.stream(tieup.getOrDefault(treadle, new int[0])));
            lifted.put(pick.getKey(), shafts.toArray());
        }
        return lifted;
    }

    /** As many as have a row; threads that are declared beyond them do nothing, and some programs declare a hundred more. */
    private static int threads(String system, Map<Integer, int[]> rows) throws DraftException {
        int last = rows.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (last < 1 || last > Drafting.MOST_THREADS) {
            throw new DraftException(
                    last < 1 ? Code.BAD_DRAFT : Code.DRAFT_TOO_LARGE, "the " + system + " has " + last + " threads");
        }
        return last;
    }

    private static int most(Map<Integer, int[]> rows) {
        return rows.values().stream().flatMapToInt(Arrays::stream).max().orElse(0);
    }

    private static BitGrid grid(Map<Integer, int[]> rows, int count, int columns) {
        BitGrid grid = new BitGrid(count, columns);
        rows.forEach((row, numbers) -> {
            for (int number : numbers) {
                // 0 says: none.
                if (row >= 1 && number >= 1) {
                    grid.set(row - 1, number - 1);
                }
            }
        });
        return grid;
    }

    private double perCm(String system) {
        double spacing = file.real(system, "spacing");
        String units = file.text(system, "units");
        double centimetres =
                units == null || units.strip().toLowerCase(Locale.ROOT).startsWith("cent")
                        ? 1
                        : units.strip().toLowerCase(Locale.ROOT).startsWith("inch") ? 2.54 : 2.54 / 720;
        return spacing > 0 ? 1 / (spacing * centimetres) : 0;
    }
}
