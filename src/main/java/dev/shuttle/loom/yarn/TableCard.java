package dev.shuttle.loom.yarn;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.CardColumns.Kind;
import dev.shuttle.loom.yarn.CardTable.Row;
import dev.shuttle.loom.yarn.Yarn.Use;
import dev.shuttle.loom.yarn.YarnCardException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table of yarns (.csv): a name, and a colour as #rrggbb, as red, green, blue, or as L, a, b. */
final class TableCard {
    private static final Pattern HEX = Pattern.compile("#?[0-9a-fA-F]{6}");
    private static final Pattern THREE =
            Pattern.compile("(?:rgb)?\\s*\\(?\\s*(\\d{1,3})[\\s,;]+(\\d{1,3})[\\s,;]+(\\d{1,3})\\s*\\)?");
    private static final double MOST_TEX = 10_000;
    private static final double MOST_CHROMA = 200;

    private final CardColumns columns;

    private TableCard(CardColumns columns) {
        this.columns = columns;
    }

    static List<Yarn> read(String text) throws YarnCardException {
        List<Row> rows = CardTable.rows(text);
        if (rows.isEmpty()) {
            return List.of();
        }
        Optional<CardColumns> named = CardColumns.named(rows.get(0));
        if (named.isPresent()) {
            return new TableCard(named.get()).yarns(rows.subList(1, rows.size()));
        }
        for (int first = 0; first < Math.min(2, rows.size()); first++) {
            Optional<CardColumns> shown = CardColumns.shownBy(rows.get(first));
            if (shown.isPresent()) {
                return new TableCard(shown.get()).yarns(rows.subList(first, rows.size()));
            }
        }
        throw new YarnCardException(
                Code.NO_COLOUR_COLUMN, "line " + rows.get(0).line() + " and the next show no column of colours");
    }

    private List<Yarn> yarns(List<Row> rows) throws YarnCardException {
        List<Yarn> yarns = new ArrayList<>();
        for (Row row : rows) {
            String name = columns.name() < 0 ? "" : row.cell(columns.name());
            String material = columns.material() < 0 ? "" : row.cell(columns.material());
            yarns.add(new Yarn(name, colour(row), tex(row), material, use(row)));
        }
        return yarns;
    }

    private Use use(Row row) throws YarnCardException {
        String word = columns.use() < 0 ? "" : row.cell(columns.use()).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "weft", "纬", "纬线" -> Use.COLOUR;
            case "warp", "经", "经线", "甲经" -> Use.WARP;
            case "binder", "binding warp", "接结经", "乙经" -> Use.BINDER;
            default -> throw bad(row, "a yarn is for weft, warp or binder, not \"" + word + "\"", null);
        };
    }

    /** Null where the card has no such column or nothing in it. */
    private @Nullable Double tex(Row row) throws YarnCardException {
        if (columns.tex() < 0 || row.cell(columns.tex()).isEmpty()) {
            return null;
        }
        double tex = number(row, columns.tex());
        if (!(tex > 0 && tex <= MOST_TEX)) {
            throw bad(row, "tex is above 0 and up to 10000, not " + tex, null);
        }
        return tex;
    }

    private Rgb colour(Row row) throws YarnCardException {
        if (columns.kind() == Kind.ONE_CELL) {
            return oneCell(row);
        }
        double[] values = new double[3];
        for (int i = 0; i < 3; i++) {
            values[i] = number(row, columns.colour().get(i));
        }
        return columns.kind() == Kind.RGB ? rgb(row, values) : lab(row, values);
    }

    private Rgb oneCell(Row row) throws YarnCardException {
        String cell = row.cell(columns.colour().get(0));
        if (HEX.matcher(cell).matches()) {
            return Rgb.parse(cell);
        }
        Matcher three = THREE.matcher(cell);
        if (!three.matches()) {
            throw bad(row, "a colour is written #rrggbb, not \"" + cell + "\"", null);
        }
        return rgb(row, new double[] {
            Integer.parseInt(three.group(1)), Integer.parseInt(three.group(2)), Integer.parseInt(three.group(3))
        });
    }

    private static Rgb rgb(Row row, double[] values) throws YarnCardException {
        for (double value : values) {
            if (!(value >= 0 && value <= 255)) {
                throw bad(row, "red, green and blue are 0 to 255, not " + value, null);
            }
        }
        return new Rgb((int) Math.round(values[0]), (int) Math.round(values[1]), (int) Math.round(values[2]));
    }

    private static Rgb lab(Row row, double[] values) throws YarnCardException {
        if (!(values[0] >= 0 && values[0] <= 100)) {
            throw bad(row, "L is 0 to 100, not " + values[0], null);
        }
        if (!(Math.abs(values[1]) <= MOST_CHROMA && Math.abs(values[2]) <= MOST_CHROMA)) {
            throw bad(row, "no colour has a = " + values[1] + " and b = " + values[2], null);
        }
        return new Lab(values[0], values[1], values[2]).rgb();
    }

    private static double number(Row row, int column) throws YarnCardException {
        String cell = row.cell(column);
        try {
            return Double.parseDouble(cell.replace(',', '.').replace('\u2212', '-'));
        } catch (NumberFormatException e) {
            throw bad(row, "column " + (column + 1) + " should be a number, not \"" + cell + "\"", e);
        }
    }

    private static YarnCardException bad(Row row, String what, @Nullable NumberFormatException cause) {
        return new YarnCardException(Code.BAD_YARN, "line " + row.line() + ": " + what, cause);
    }
}
