package dev.shuttle.report;

import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Markup;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files to take away, what the loom needs first.
 *
 * @param first those for the loom, offered at the top of the page
 */
record FilesView(List<Row> rows, List<Row> first) {
    private static final List<Role> ORDER = List.of(
            Role.POINTPAPER,
            Role.MARKED,
            Role.LIFTPLAN,
            Role.HOOKS,
            Role.PICKS,
            Role.WIF,
            Role.WORKSHEET,
            Role.PRINT,
            Role.PATCHES,
            Role.PALETTE,
            Role.EDITING,
            Role.PREVIEW,
            Role.CLOTH,
            Role.COMPARE,
            Role.FLOATS,
            Role.LOST,
            Role.SOURCE,
            Role.CLOUD,
            Role.UNSURE,
            Role.TICKET,
            Role.WEAVE,
            Role.REPORT);
    private static final int AT_THE_TOP = 2;

    /** One file; {@code href} is percent-encoded. */
    record Row(Role role, String href, String name, Text label, Text use, String size) {}

    static @Nullable FilesView of(Report report, Texts texts) {
        List<Row> rows = report.files().stream()
                .filter(f -> f.role() != Role.THUMBNAIL)
                .sorted(Comparator.comparingInt((OutputFile f) -> ORDER.indexOf(f.role()))
                        .thenComparingInt(f -> f.path().endsWith(".png") ? 0 : 1))
                .map(f -> row(f, texts))
                .toList();
        List<Row> first = rows.stream()
                .filter(r -> r.role() == Role.POINTPAPER || r.role() == Role.LIFTPLAN)
                .limit(AT_THE_TOP)
                .toList();
        return rows.isEmpty() ? null : new FilesView(rows, first);
    }

    private static Row row(OutputFile file, Texts texts) {
        String role = file.role().word();
        String ending = ending(file.path());
        Text name = texts.say("role." + role);
        String kind = " " + ending.toUpperCase(Locale.ROOT);
        return new Row(
                file.role(),
                Markup.href(file.path()),
                file.path(),
                new Text(name.en() + kind, name.zh() + kind),
                texts.known("use." + role + "." + ending, "").orElseGet(() -> texts.say("use." + role)),
                Figure.bytes(file.bytes()));
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
