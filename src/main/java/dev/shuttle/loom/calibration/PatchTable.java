package dev.shuttle.loom.calibration;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.yarn.CardTable;
import dev.shuttle.loom.yarn.CardTable.Row;
import dev.shuttle.loom.yarn.CardText;
import dev.shuttle.loom.yarn.YarnCardException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of a blanket's patches as it comes back from the colorimeter, by whatever spreadsheet.
 *
 * @param patches that were measured
 * @param left patches without a measurement
 * @param viewing what was measured for
 */
public record PatchTable(List<MeasuredPatch> patches, int left, Viewing viewing) {
    private static final List<String> MEASURED = List.of("measured_l", "measured_a", "measured_b");
    private static final String VIEWING = "measured_under";
    private static final double MOST_CHROMA = 140;
    private static final int MOST_BYTES = 4 << 20;

    public PatchTable {
        patches = List.copyOf(patches);
    }

    /**
     * Reads a whole file.
     *
     * @param usual where the table does not say what was measured for
     * @throws CalibrationException naming the line
     */
    public static PatchTable read(byte[] file, @Nullable Viewing usual) throws CalibrationException {
        if (file.length > MOST_BYTES) {
            throw new CalibrationException("the table has " + file.length + " bytes", "a table of patches is small");
        }
        List<Row> rows;
        try {
            rows = CardTable.rows(CardText.of(file));
        } catch (YarnCardException e) {
            throw new CalibrationException(e.message(), "save it as CSV");
        }
        if (rows.isEmpty()) {
            throw new CalibrationException("the table is empty", "use the patches.csv of a weave blanket");
        }
        return new Reading(rows.get(0), usual).of(rows.subList(1, rows.size()));
    }

    /** One table. */
    private static final class Reading {
        private final Map<String, Integer> columns = new HashMap<>();
        private final Map<Integer, Long> lines = new HashMap<>();
        private @Nullable Viewing viewing;
        private final @Nullable Viewing usual;

        Reading(Row header, @Nullable Viewing usual) throws CalibrationException {
            this.usual = usual;
            for (int at = 0; at < header.cells().size(); at++) {
                columns.put(header.cell(at).toLowerCase(Locale.ROOT), at);
            }
            List<String> needed = Stream.concat(
                            Stream.of("patch", "structure", "warp_hex", "yarn_hex", "warp_share"), MEASURED.stream())
                    .filter(name -> !columns.containsKey(name))
                    .toList();
            if (!needed.isEmpty()) {
                throw new CalibrationException(
                        "line " + header.line() + ": there is no column " + String.join(", ", needed),
                        "use the patches.csv of a weave blanket and leave its columns as they are named");
            }
        }

        PatchTable of(List<Row> rows) throws CalibrationException {
            List<MeasuredPatch> patches = new ArrayList<>();
            for (Row row : rows) {
                viewing(row);
                long filled = MEASURED.stream()
                        .filter(name -> !cell(row, name).isEmpty())
                        .count();
                if (filled == MEASURED.size()) {
                    patches.add(patch(row));
                } else if (filled > 0) {
                    throw bad(row, "only " + filled + " of L, a and b are there", "fill in all three, or none");
                }
            }
            return new PatchTable(patches, rows.size() - patches.size(), settled());
        }

        private Viewing settled() {
            return viewing != null ? viewing : usual != null ? usual : Viewing.D65_10;
        }

        private void viewing(Row row) throws CalibrationException {
            String written = columns.containsKey(VIEWING) ? cell(row, VIEWING) : "";
            if (written.isEmpty()) {
                return;
            }
            Viewing here = Viewing.of(written)
                    .orElseThrow(() -> bad(
                            row,
                            "measured_under is \"" + written + "\"",
                            "write one of " + Arrays.toString(Viewing.values())));
            if (viewing != null && viewing != here) {
                throw bad(row, "measured under " + here + ", other patches under " + viewing, "measure all alike");
            }
            viewing = here;
        }

        private MeasuredPatch patch(Row row) throws CalibrationException {
            int number = (int) number(row, "patch", cell(row, "patch"));
            Long before = lines.putIfAbsent(number, row.line());
            if (before != null) {
                throw bad(row, "patch " + number + " stands in line " + before + " too", "take one of them out");
            }
            double lightness = number(row, "measured_L", cell(row, "measured_l"));
            double a = number(row, "measured_a", cell(row, "measured_a"));
            double b = number(row, "measured_b", cell(row, "measured_b"));
            if (!(lightness >= 0 && lightness <= 100) || Math.hypot(a, b) > MOST_CHROMA) {
                throw bad(
                        row,
                        "no cloth has L " + lightness + ", a " + a + ", b " + b,
                        "L is 0 to 100, a and b are -128 to 127");
            }
            try {
                List<Rgb> yarns = words(row, "yarn_hex").map(Rgb::parse).toList();
                List<Double> shares = new ArrayList<>();
                for (String share : words(row, "warp_share").toList()) {
                    shares.add(number(row, "warp_share", share));
                }
                Lab measured = settled().lab(lightness, a, b);
                return new MeasuredPatch(number, row.line(), structure(row), warp(row), yarns, shares, measured);
            } catch (IllegalArgumentException e) {
                throw bad(row, String.valueOf(e.getMessage()), "leave the columns as the blanket's table had them");
            }
        }

        private StructureKind structure(Row row) {
            return StructureKind.valueOf(
                    cell(row, "structure").toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        private Rgb warp(Row row) {
            return Rgb.parse(cell(row, "warp_hex"));
        }

        private Stream<String> words(Row row, String column) {
            return Arrays.stream(cell(row, column).split("\\s+", -1)).filter(word -> !word.isEmpty());
        }

        private String cell(Row row, String column) {
            Integer at = columns.get(column);
            return at == null ? "" : row.cell(at);
        }

        private static double number(Row row, String column, String cell) throws CalibrationException {
            try {
                double value = Double.parseDouble(cell.replace(',', '.').replace('\u2212', '-'));
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below, as for what is no finite number.
            }
            throw bad(row, column + " is \"" + cell + "\", which is no number", "write it as 52.3 or 52,3");
        }

        private static CalibrationException bad(Row row, String what, String hint) {
            return new CalibrationException("line " + row.line() + ": " + what, hint);
        }
    }
}
