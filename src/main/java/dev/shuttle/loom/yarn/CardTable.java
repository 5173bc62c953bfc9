package dev.shuttle.loom.yarn;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.shuttle.loom.format.CsvText;
import dev.shuttle.loom.yarn.YarnCardException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table as office programs write it: cells between commas, semicolons or tabs, quoted where need be. */
public final class CardTable {
    /** A row and the line it begins in, counted from 1. */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = cells.stream().map(String::strip).map(CsvText::original).toList();
        }

        /** A cell; empty beyond the row's end. */
        public String cell(int at) {
            return at < cells.size() ? cells.get(at) : "";
        }

        private boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** A spreadsheet's own way to name the separator, in a first line by itself. */
    private static final String NAMED = "sep=";

    private CardTable() {}

    /** All rows that hold anything. */
    public static List<Row> rows(String text) throws YarnCardException {
        String firstLine = text.lines().findFirst().orElse("");
        boolean named = firstLine.toLowerCase(Locale.ROOT).startsWith(NAMED) && firstLine.length() > NAMED.length();
        char separator = named ? firstLine.charAt(NAMED.length()) : separator(firstLine);
        String table = named ? text.substring(firstLine.length()) : text;
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(table)) {
            for (CsvRecord found : reader) {
                Row row = new Row(found.getStartingLineNumber(), found.getFields());
                if (!row.isBlank()) {
                    rows.add(row);
                }
            }
        } catch (CsvParseException | IllegalArgumentException broken) {
            throw new YarnCardException(Code.NOT_A_YARN_CARD, "the table cannot be read: " + cause(broken), broken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String cause(RuntimeException broken) {
        Throwable cause = broken.getCause();
        return String.valueOf(cause == null ? broken.getMessage() : broken.getMessage() + ": " + cause.getMessage());
    }

    /** Tab before semicolon before comma: who writes decimal commas separates by one of the first two. */
    private static char separator(String line) {
        String unquoted = line.replaceAll("\"[^\"]*\"", "");
        if (unquoted.indexOf('\t') >= 0) {
            return '\t';
        }
        return unquoted.indexOf(';') >= 0 ? ';' : ',';
    }
}
