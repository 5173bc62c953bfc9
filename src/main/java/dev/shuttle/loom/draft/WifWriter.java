package dev.shuttle.loom.draft;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.BitGrid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A draft as WIF 1.1 (Weaving Information File, 1997), in the part of it that all programs read alike: ASCII, CRLF, no
 * blanks round the =, a row for every yarn, colours always, spacing in centimetres.
 */
public final class WifWriter {
    private static final int MOST_TREADLES = 64;

    private final Draft draft;
    private final List<Double> spacings;
    private final List<Rgb> palette;
    private final int[] treadleOfPick;
    private final int treadles;
    private final StringBuilder out = new StringBuilder();

    private WifWriter(Draft draft, WifStyle style, List<Double> spacings) {
        this.spacings = spacings;
        this.draft = draft;
        Set<Rgb> colours = new LinkedHashSet<>(draft.warp());
        colours.addAll(draft.weft());
        this.palette = new ArrayList<>(colours);
        this.treadleOfPick = draft.lifts().kinds();
        int needed = IntStream.of(treadleOfPick).max().orElse(0) + 1;
        boolean few = needed <= MOST_TREADLES || style == WifStyle.TREADLES;
        this.treadles = few && style != WifStyle.LIFTPLAN ? needed : 0;
    }

    /** The whole file. */
    public static byte[] write(Draft draft, WifStyle style) {
        return write(draft, style, List.of());
    }

    /**
     * The whole file.
     *
     * @param spacings of the picks, cm; empty where all have the same
     */
    public static byte[] write(Draft draft, WifStyle style, List<Double> spacings) {
        WifWriter writer = new WifWriter(draft, style, spacings);
        writer.all(style != WifStyle.TREADLES);
        return writer.out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void all(boolean liftplan) {
        section("WIF", "Version=1.1", "Date=April 20, 1997", "Source Program=Shuttle", "Source Version=1");
        section("CONTENTS");
        for (String name : List.of(
                "COLOR PALETTE",
                "TEXT",
                "WEAVING",
                "WARP",
                "WEFT",
                "COLOR TABLE",
                "THREADING",
                "WARP COLORS",
                "WEFT COLORS")) {
            line(name + "=true");
        }
        if (!spacings.isEmpty()) {
            line("WEFT SPACING=true");
        }
        if (treadles > 0) {
            line("TIEUP=true").line("TREADLING=true");
        }
        if (liftplan) {
            line("LIFTPLAN=true");
        }
        section("COLOR PALETTE", "Entries=" + palette.size(), "Range=0,255");
        section("TEXT", "Title=" + plain(draft.title()));
        section("WEAVING", "Shafts=" + draft.shafts(), "Treadles=" + treadles, "Rising Shed=true");
        threads("WARP", draft.ends(), colour(draft.warp(), 0), draft.endsPerCm());
        threads("WEFT", draft.picks(), colour(draft.weft(), 0), draft.picksPerCm());
        section("COLOR TABLE");
        each(palette.size(), i -> {
            Rgb rgb = palette.get(i);
            return rgb.red() + "," + rgb.green() + "," + rgb.blue();
        });
        section("THREADING");
        each(draft.ends(), end -> ones(draft.threading(), end));
        section("WARP COLORS");
        each(draft.ends(), end -> String.valueOf(colour(draft.warp(), end)));
        section("WEFT COLORS");
        each(draft.picks(), pick -> String.valueOf(colour(draft.weft(), pick)));
        if (!spacings.isEmpty()) {
            section("WEFT SPACING");
            each(draft.picks(), pick -> String.format(Locale.ROOT, "%.6f", spacings.get(pick)));
        }
        lifts(liftplan);
    }

    private void lifts(boolean liftplan) {
        if (treadles > 0) {
            section("TIEUP");
            each(treadles, treadle -> ones(draft.lifts(), firstPick(treadle)));
            section("TREADLING");
            each(draft.picks(), pick -> String.valueOf(treadleOfPick[pick] + 1));
        }
        if (liftplan) {
            section("LIFTPLAN");
            each(draft.picks(), pick -> ones(draft.lifts(), pick));
        }
    }

    private int firstPick(int treadle) {
        return IntStream.range(0, treadleOfPick.length)
                .filter(pick -> treadleOfPick[pick] == treadle)
                .findFirst()
                .orElseThrow();
    }

    private void threads(String name, int count, int colour, double perCm) {
        section(name, "Threads=" + count, "Color=" + colour, "Units=centimeters");
        if (perCm > 0) {
            line("Spacing=" + String.format(Locale.ROOT, "%.6f", 1 / perCm));
        }
    }

    private int colour(List<Rgb> colours, int thread) {
        return palette.indexOf(colours.get(thread)) + 1;
    }

    private static String ones(BitGrid grid, int row) {
        String numbers = IntStream.range(0, grid.columns())
                .filter(column -> grid.get(row, column))
                .mapToObj(column -> String.valueOf(column + 1))
                .collect(Collectors.joining(","));
        return numbers.isEmpty() ? "0" : numbers;
    }

    private void section(String name, String... lines) {
        line("").line("[" + name + "]");
        for (String line : lines) {
            line(line);
        }
    }

    private void each(int count, IntFunction<String> value) {
        for (int i = 0; i < count; i++) {
            line((i + 1) + "=" + value.apply(i));
        }
    }

    private WifWriter line(String line) {
        if (!line.isEmpty() || out.length() > 0) {
            out.append(line).append("\r\n");
        }
        return this;
    }

    /** Without what some reader takes for more than a letter. */
    private static String plain(String text) {
        String ascii = text.replaceAll("[^\\x20-\\x7e]", "?")
                .replaceAll("[%;=\\[\\]]", " ")
                .strip();
        return ascii.isEmpty() ? "untitled" : ascii;
    }
}
