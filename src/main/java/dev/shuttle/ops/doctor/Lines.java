package dev.shuttle.ops.doctor;

import dev.shuttle.report.page.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Findings as people read them. */
public final class Lines {
    /** As wide as {@code authentication}. */
    private static final int NAME = 14;

    private Lines() {}

    /**
     * A finding on a line, its hint on the next.
     *
     * @param mark how a level's word is written, such as in colour
     */
    public static String of(Finding finding, Locale locale, BiFunction<Finding.Level, String, String> mark) {
        String level = mark.apply(finding.level(), String.format(Locale.ROOT, "%-4s", finding.level()));
        String line = level + "  " + String.format(Locale.ROOT, "%-" + NAME + "s", finding.check()) + "  "
                + finding.seen().in(locale);
        Text hint = finding.hint();
        return hint == null ? line : line + System.lineSeparator() + " ".repeat(NAME + 8) + "hint: " + hint.in(locale);
    }

    /** How many of each level. */
    public static String sum(List<Finding> findings, Locale locale) {
        return Words.say(
                        "sum",
                        count(findings, Finding.Level.FAIL),
                        count(findings, Finding.Level.WARN),
                        count(findings, Finding.Level.SKIP),
                        count(findings, Finding.Level.OK))
                .in(locale);
    }

    static String plain(List<Finding> findings) {
        StringBuilder lines = new StringBuilder();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            findings.forEach(finding ->
                    lines.append(of(finding, locale, (level, word) -> word)).append('\n'));
            lines.append(sum(findings, locale)).append("\n\n");
        }
        return lines.toString();
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
