package dev.shuttle.loom.library;

import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.weave.UnitWeave;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weaves by formula: {@code plain}, {@code twill 3/1 S}, {@code satin 8/3 warp}, {@code basket 2/2}. The first number of a
 * pair is how many picks, or ends, the warp lies over, the second how many it lies under; a twill Z rises to the right, S to
 * the left. Satins and shaded satins are thresholds of one order of binding points, so those of the same ends and step meet
 * without a float longer than their own.
 */
public final class WeaveFormula {
    private static final String FORMS =
            "plain · twill 3/1 Z or S · broken 3/1 · herringbone 2/2 · satin 8/3 warp or weft · shaded 8/3 L=5 · basket 2/2"
                    + " · warp-rib 2/2 · weft-rib 2/2";
    private static final int MOST_PAIRS_SUM = 64;

    private static final Pattern PLAIN = Pattern.compile("plain(?: 1/1)?");
    private static final Pattern TWILL = Pattern.compile("twill (\\d{1,2}(?:/\\d{1,2}){1,7})(?: ([sz]))?");
    private static final Pattern PAIR =
            Pattern.compile("(broken|herringbone|basket|warp-rib|weft-rib) (\\d{1,2})/(\\d{1,2})");
    private static final Pattern SATIN = Pattern.compile("satin (\\d{1,2})/(\\d{1,2})(?: (warp|weft))?");
    private static final Pattern SHADED = Pattern.compile("shaded (\\d{1,2})/(\\d{1,2}) (?:l ?= ?)?(\\d{1,2})");

    /** Chinese words for those of formulas, the longer first. */
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("平纹", "plain"),
            Map.entry("破斜纹", "broken"),
            Map.entry("人字斜纹", "herringbone"),
            Map.entry("人字", "herringbone"),
            Map.entry("斜纹", "twill"),
            Map.entry("缎纹", "satin"),
            Map.entry("影光", "shaded"),
            Map.entry("方平", "basket"),
            Map.entry("经重平", "warp-rib"),
            Map.entry("纬重平", "weft-rib"),
            Map.entry("经面", "warp"),
            Map.entry("纬面", "weft"),
            Map.entry("左斜", "s"),
            Map.entry("右斜", "z"));

    private final String written;

    private WeaveFormula(String written) {
        this.written = written;
    }

    private interface Cell {
        boolean isUp(int end, int line);
    }

    /**
     * The weave that a formula stands for, its name the formula as it is usually written.
     *
     * @throws WeaveException where it is none, or one that cannot be woven
     */
    public static UnitWeave of(String text) throws WeaveException {
        String word = text.strip();
        for (String chinese : CHINESE.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList()) {
            word = word.replace(chinese, " " + CHINESE.get(chinese) + " ");
        }
        word = word.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("(?i)\\b(warp|weft) rib", "$1-rib")
                .toLowerCase(Locale.ROOT);
        return new WeaveFormula(text.strip()).weave(word);
    }

    private UnitWeave weave(String word) throws WeaveException {
        Matcher twill = TWILL.matcher(word);
        Matcher pair = PAIR.matcher(word);
        Matcher satin = SATIN.matcher(word);
        Matcher shaded = SHADED.matcher(word);
        if (PLAIN.matcher(word).matches()) {
            return unit("plain", 2, 2, (end, line) -> (end + line) % 2 == 0);
        }
        if (twill.matches()) {
            return twill(twill.group(1), "s".equals(twill.group(2)));
        }
        if (satin.matches()) {
            boolean warp = "warp".equals(satin.group(3));
            Satin order = satin(satin);
            return unit(
                    "satin " + order.ends() + "/" + order.step() + (warp ? " warp" : " weft"),
                    order,
                    warp ? order.ends() - 1 : 1);
        }
        if (shaded.matches()) {
            Satin order = satin(shaded);
            int level = Integer.parseInt(shaded.group(3));
            if (level < 1 || level >= order.ends()) {
                throw wrong("the levels of a shaded satin of " + order.ends() + " ends are 1 to " + (order.ends() - 1));
            }
            return unit("shaded " + order.ends() + "/" + order.step() + " L=" + level, order, level);
        }
        if (pair.matches()) {
            return pair(pair.group(1), count(pair.group(2)), count(pair.group(3)));
        }
        throw new WeaveException(
                written + " is no weave", "weaves are " + FORMS + ", or a file in the folder of weaves");
    }

    private WeaveException wrong(String what) {
        return new WeaveException(written + ": " + what, "weaves are " + FORMS);
    }

    private int count(String digits) throws WeaveException {
        int count = Integer.parseInt(digits);
        if (count < 1) {
            throw wrong("ends and picks are counted from 1");
        }
        return count;
    }

    private static UnitWeave unit(String name, int ends, int lines, Cell cell) {
        BitGrid up = new BitGrid(lines, ends);
        for (int line = 0; line < lines; line++) {
            for (int end = 0; end < ends; end++) {
                if (cell.isUp(end, line)) {
                    up.set(line, end);
                }
            }
        }
        return new UnitWeave(name, up);
    }

    private static UnitWeave unit(String name, Satin order, int level) {
        return unit(name, order.ends(), order.ends(), (end, line) -> order.place(end, line) < level);
    }

    private Satin satin(Matcher numbers) throws WeaveException {
        int ends = Integer.parseInt(numbers.group(1));
        int step = Integer.parseInt(numbers.group(2));
        List<Integer> steps = ends < Satin.FEWEST_ENDS || ends > Satin.MOST_ENDS ? List.of() : Satin.steps(ends);
        if (steps.isEmpty()) {
            throw wrong("there is no regular satin of " + ends + " ends; there is from " + Satin.FEWEST_ENDS + " to "
                    + Satin.MOST_ENDS + ", not of 6");
        }
        if (!steps.contains(step)) {
            throw wrong("the steps of a satin of " + ends + " ends are " + steps);
        }
        return new Satin(ends, step);
    }

    private UnitWeave twill(String numbers, boolean left) throws WeaveException {
        int[] runs = Arrays.stream(numbers.split("/", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        int ends = Arrays.stream(runs).sum();
        if (runs.length % 2 == 1 || Arrays.stream(runs).anyMatch(run -> run < 1) || ends > MOST_PAIRS_SUM || ends < 3) {
            throw wrong("a twill has pairs of numbers, up and down, 3 to " + MOST_PAIRS_SUM + " ends together");
        }
        boolean[] up = new boolean[ends];
        int at = 0;
        for (int run = 0; run < runs.length; run++) {
            Arrays.fill(up, at, at + runs[run], run % 2 == 0);
            at += runs[run];
        }
        // rows are counted from the top: what rises to the right goes left with each row
        return unit(
                "twill " + numbers + (left ? " S" : " Z"),
                ends,
                ends,
                (end, line) -> up[Math.floorMod(left ? end - line : end + line, ends)]);
    }

    private UnitWeave pair(String kind, int over, int under) throws WeaveException {
        int sum = over + under;
        if (sum > MOST_PAIRS_SUM) {
            throw wrong("it has more than " + MOST_PAIRS_SUM + " ends");
        }
        String name = kind + " " + over + "/" + under;
        return switch (kind) {
            case "basket" -> unit(name, sum, sum, (end, line) -> end % sum < over == line % sum < over);
            case "warp-rib" -> unit(name, 2, sum, (end, line) -> line % sum < over == (end == 0));
            case "weft-rib" -> unit(name, sum, 2, (end, line) -> end % sum < over == (line == 0));
            case "herringbone" -> herringbone(name, over, sum);
            default -> broken(name, over, sum);
        };
    }

    /** The second half is set off by half a repeat, so that the two sides cut each other. */
    private UnitWeave herringbone(String name, int over, int sum) throws WeaveException {
        if (sum < 3) {
            throw wrong("a herringbone is of a twill, such as 2/2");
        }
        return unit(
                name,
                4 * sum,
                sum,
                (end, line) -> Math.floorMod(end < 2 * sum ? end + line : sum / 2 - 1 - end + line, sum) < over);
    }

    private UnitWeave broken(String name, int over, int sum) throws WeaveException {
        if (sum < 4) {
            throw wrong("a broken twill has 4 ends and more");
        }
        int half = (sum + 1) / 2;
        return unit(
                name,
                sum,
                sum,
                (end, line) -> Math.floorMod(line + (end < half ? end : sum + half - 1 - end), sum) < over);
    }
}
