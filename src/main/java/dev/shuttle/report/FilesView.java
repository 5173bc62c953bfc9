package dev.shuttle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section on files. */
record FilesView(List<Row> rows) {
    /** One file; {@code href} is percent-encoded. */
    record Row(String href, String name, Text role, String size) {}

    static @Nullable FilesView of(List<OutputFile> files, Texts texts) {
        return files.isEmpty()
                ? null
                : new FilesView(files.stream().map(f -> row(f, texts)).toList());
    }

    private static Row row(OutputFile file, Texts texts) {
        return new Row(
                Markup.href(file.path()),
                file.path(),
                texts.say("role." + file.role().word()),
                Figure.bytes(file.bytes()));
    }
}
