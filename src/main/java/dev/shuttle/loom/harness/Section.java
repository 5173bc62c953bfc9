package dev.shuttle.loom.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends side by side in the cloth, by the ends of the design that they are tied with.
 *
 * @param from the first of the design's ends, from 1
 * @param to the last; below {@code from} where they are turned
 * @param times how often they lie there
 */
public record Section(int from, int to, int times) {
    /** Sections as they are written: {@code 1-100, 101-300 x3, 100-1}. */
    public static final String FORM =
            "[1-9][0-9]{0,4}-[1-9][0-9]{0,4}(?: ?x[1-9][0-9]{0,2})?(?:, ?[1-9][0-9]{0,4}-[1-9][0-9]{0,4}(?: ?x[1-9][0-9]{0,2})?){0,63}";

    private static final Pattern ONE = Pattern.compile("([0-9]+)-([0-9]+)(?: ?x([0-9]+))?");

    public Section {
        if (from < 1 || to < 1 || times < 1) {
            throw new IllegalArgumentException("ends and times count from 1, not " + from + "-" + to + " x" + times);
        }
    }

    /** Reads {@link #FORM}. */
    public static List<Section> read(String written) {
        List<Section> sections = new ArrayList<>();
        for (String part : written.split(", ?", -1)) {
            Matcher one = ONE.matcher(part.strip());
            if (!one.matches()) {
                throw new IllegalArgumentException(part + " is no section such as 101-300 x3");
            }
            int times = one.group(3) == null ? 1 : Integer.parseInt(one.group(3));
            sections.add(new Section(Integer.parseInt(one.group(1)), Integer.parseInt(one.group(2)), times));
        }
        return sections;
    }

    /** How many ends of the design, once. */
    public int ends() {
        return Math.abs(to - from) + 1;
    }

    /** The ends of the design in the order of the cloth, from 0. */
    static int[] ends(List<Section> sections) {
        int[] ends = new int
                [sections.stream()
                        .mapToInt(section -> Math.multiplyExact(section.ends(), section.times()))
                        .reduce(0, Math::addExact)];
        int at = 0;
        for (Section section : sections) {
            int step = section.to < section.from ? -1 : 1;
            for (int i = 0; i < section.ends() * section.times; i++) {
                ends[at++] = section.from - 1 + step * (i % section.ends());
            }
        }
        return ends;
    }

    /** The highest end of the design. */
    static int last(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> Arrays.asList(section.from, section.to).stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
