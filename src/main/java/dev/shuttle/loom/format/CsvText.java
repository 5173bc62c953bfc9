package dev.shuttle.loom.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;

/** A table as RFC 4180 has it, row after row; fields are quoted where they must be. */
public final class CsvText {
    private final StringWriter text = new StringWriter();
    /** Not buffered: what is written is in the text at once. */
    private final CsvWriter writer = CsvWriter.builder().bufferSize(0).build(text);

    /** @param header the columns' names, separated by commas */
    public CsvText(String header) {
        writer.writeRecord(header.split(",", -1));
    }

    /** Adds a row. */
    public void row(List<String> fields) {
        writer.writeRecord(fields);
    }

    /** All rows so far. */
    public String text() {
        return text.toString();
    }
}
