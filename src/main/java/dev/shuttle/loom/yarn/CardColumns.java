package dev.shuttle.loom.yarn;

import dev.shuttle.loom.yarn.CardTable.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where a table has its yarns' names and colours.
 *
 * @param kind how a colour is written
 * @param colour the columns it is written in, one or three
 * @param name the column of names, -1 without one
 * @param tex the column of counts in tex, -1 without one
 * @param material the column of materials, -1 without one
 * @param use the column of what a yarn is for, -1 without one
 */
record CardColumns(Kind kind, List<Integer> colour, int name, int tex, int material, int use) {
    enum Kind {
        /** One cell, #rrggbb or three numbers. */
        ONE_CELL,
        /** Red, green, blue, 0 to 255. */
        RGB,
        /** CIE L*a*b* under D65. */
        LAB
    }

    private static final Set<String> HEX = Set.of("hex", "hexcode", "html", "rgb", "srgb", "rgbhex", "hexrgb", "色值");
    private static final Set<String> COLOUR = Set.of("colour", "color", "farbe", "farbwert", "颜色");
    private static final Set<String> RED = Set.of("r", "red", "rot", "红", "红色");
    private static final Set<String> GREEN = Set.of("g", "green", "grün", "gruen", "绿", "绿色");
    private static final Set<String> BLUE = Set.of("b", "blue", "blau", "蓝", "蓝色");
    private static final Set<String> LIGHTNESS = Set.of("l", "ciel", "labl", "lightness", "helligkeit", "明度");
    private static final Set<String> A = Set.of("a", "ciea", "laba");
    private static final Set<String> B = Set.of("b", "cieb", "labb");
    private static final Set<String> NAME = Set.of(
            "name",
            "yarn",
            "yarnname",
            "colourname",
            "colorname",
            "garn",
            "garnname",
            "farbname",
            "bezeichnung",
            "名称",
            "色名",
            "纱线",
            "颜色名称");
    private static final Set<String> NUMBER = Set.of("code", "number", "no", "nr", "nummer", "artikel", "编号", "色号");

    private static final Set<String> TEX = Set.of("tex", "count", "feinheit", "线密度", "特克斯");
    private static final Set<String> MATERIAL = Set.of("material", "fibre", "fiber", "faser", "材料", "原料", "材质");

    private static final Set<String> USE = Set.of("use", "system", "verwendung", "用途", "经纬");

    private static final Pattern NUMERIC = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?");
    private static final Pattern WITH_HASH = Pattern.compile("#[0-9a-fA-F]{6}");

    /** The columns a first line names; empty where it names no colour. */
    static Optional<CardColumns> named(Row first) {
        List<String> words = first.cells().stream().map(CardColumns::word).toList();
        int hex = find(words, HEX);
        List<Integer> rgb = three(words, RED, GREEN, BLUE);
        List<Integer> lab = three(words, LIGHTNESS, A, B);
        int colour = find(words, COLOUR);
        if (hex >= 0) {
            return Optional.of(of(Kind.ONE_CELL, List.of(hex), words));
        }
        if (!rgb.contains(-1)) {
            return Optional.of(of(Kind.RGB, rgb, words));
        }
        if (!lab.contains(-1)) {
            return Optional.of(of(Kind.LAB, lab, words));
        }
        return colour < 0 ? Optional.empty() : Optional.of(of(Kind.ONE_CELL, List.of(colour), words));
    }

    /** The columns as a row without a heading shows them: one #rrggbb, or just three numbers, side by side. */
    static Optional<CardColumns> shownBy(Row row) {
        List<String> cells = row.cells();
        int[] hex = matching(cells, WITH_HASH);
        if (hex.length > 0) {
            return Optional.of(
                    new CardColumns(Kind.ONE_CELL, List.of(hex[0]), hex[0] == 0 ? cells.size() - 1 : 0, -1, -1, -1));
        }
        int[] numbers = matching(cells, NUMERIC);
        if (numbers.length == 3 && numbers[2] - numbers[0] == 2) {
            int name = numbers[0] > 0 ? 0 : cells.size() > 3 ? 3 : -1;
            return Optional.of(
                    new CardColumns(Kind.RGB, Arrays.stream(numbers).boxed().toList(), name, -1, -1, -1));
        }
        return Optional.empty();
    }

    private static int[] matching(List<String> cells, Pattern pattern) {
        return IntStream.range(0, cells.size())
                .filter(i -> pattern.matcher(cells.get(i)).matches())
                .toArray();
    }

    private static CardColumns of(Kind kind, List<Integer> colour, List<String> words) {
        int name = IntStream.of(find(words, NAME), find(words, COLOUR), find(words, NUMBER), 0)
                .filter(column -> column >= 0 && !colour.contains(column))
                .findFirst()
                .orElse(-1);
        return new CardColumns(kind, colour, name, find(words, TEX), find(words, MATERIAL), find(words, USE));
    }

    private static List<Integer> three(List<String> words, Set<String> one, Set<String> two, Set<String> three) {
        return List.of(find(words, one), find(words, two), find(words, three));
    }

    private static int find(List<String> words, Set<String> meant) {
        return IntStream.range(0, words.size())
                .filter(i -> meant.contains(words.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /** A heading without what stands in brackets and without signs: "L* (D65)" is "l". */
    private static String word(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*\\)|\\[.*]", "")
                .replaceAll("[^\\p{L}]", "");
    }
}
