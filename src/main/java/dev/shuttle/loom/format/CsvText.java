package dev.shuttle.loom.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as RFC 4180 has it, row after row; fields are quoted where they must be. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it (OWASP, CSV injection): names of yarns and files come from outside. Numbers stay numbers.
 */
public final class CsvText {
    /** The full-width signs are what input methods for Chinese write, and spreadsheets take them for the others. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private final StringWriter text = new StringWriter();
    /** Not buffered: what is written is in the text at once. */
    private final CsvWriter writer = CsvWriter.builder().bufferSize(0).build(text);

    /** @param header the columns' names, separated by commas */
    public CsvText(String header) {
        writer.writeRecord(header.split(",", -1));
    }

    /** Adds a row. */
    public void row(List<String> fields) {
        writer.writeRecord(fields.stream().map(CsvText::harmless).toList());
    }

    /** A field that no spreadsheet calculates. */
    static String harmless(String field) {
        return beginsAFormula(field) && !NUMBER.matcher(field).matches() ? "'" + field : field;
    }

    /** What a field was before it was made harmless; other fields as they are. */
    public static String original(String field) {
        return field.startsWith("'") && beginsAFormula(field.substring(1)) ? field.substring(1) : field;
    }

    /** Spaces before the sign do not help: some programs take them off. */
    private static boolean beginsAFormula(String field) {
        if (!field.isEmpty() && BEGINS_A_FORMULA.indexOf(field.charAt(0)) >= 0) {
            return true;
        }
        String stripped = field.strip();
        return !stripped.isEmpty() && BEGINS_A_FORMULA.indexOf(stripped.charAt(0)) >= 0;
    }

    /** All rows so far. */
    public String text() {
        return text.toString();
    }
}
