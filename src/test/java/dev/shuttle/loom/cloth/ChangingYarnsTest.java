package dev.shuttle.loom.cloth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Changing;
import dev.shuttle.loom.weave.Binding;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.weave.Shuttles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the yarns that change along the length, for papers of any colours. */
class ChangingYarnsTest {
    private static final int PAPERS = 40;

    /** A paper's colours and how many cells of each line have them, and what is asked for. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Trial(YarnColours yarns, int[][] counts, int wefts, Changing changing, int together, String what) {
        static Trial of(SplittableRandom random, int colours, int lines, int wefts, int changing) {
            List<PaletteColour> palette = new ArrayList<>();
            Set<Rgb> taken = new HashSet<>();
            while (palette.size() < colours) {
                Rgb rgb = Rgb.of(random.nextInt(1 << 24));
                if (taken.add(rgb)) {
                    palette.add(new PaletteColour(palette.size(), rgb, 1, random.nextDouble(0.02, 1)));
                }
            }
            int together = random.nextBoolean() ? 2 : 4;
            int[][] counts = new int[lines * together][colours];
            for (int from = 0; from < counts.length; ) {
                int to = Math.min(counts.length, from + random.nextInt(1, 3 * together));
                int own = random.nextInt(colours);
                for (int line = from; line < to; line++) {
                    counts[line][own] += 40;
                    counts[line][random.nextInt(colours)] += random.nextInt(20);
                    counts[line][0] += 20;
                }
                from = to;
            }
            Palette all = new Palette(palette);
            int groundWeft = colours > wefts + 1 && random.nextBoolean() ? random.nextInt(1, colours) : 0;
            YarnColours yarns =
                    new YarnColours(all, structure(wefts), Dyes.ofPalette(all, Mixing.of(null)), groundWeft);
            Changing order = new Changing(changing, together * random.nextInt(1, 4));
            String what = "%d colours, %d lines, %d wefts, %s, %d together"
                    .formatted(colours, counts.length, wefts, order, together);
            return new Trial(yarns, counts, wefts, order, together, what);
        }

        private static Lampas structure(int wefts) {
            return new Lampas(new Satin(5, 2), new Binding(4, 2), wefts, false);
        }

        List<List<Integer>> chosen() {
            return new ChangingYarns(yarns, counts, wefts, changing, together).choose();
        }
    }

    private static Trial any(SplittableRandom random) {
        int wefts = random.nextInt(3, 6);
        return Trial.of(random, random.nextInt(wefts + 1, 10), random.nextInt(4, 24), wefts, random.nextInt(1, wefts));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noLineThrowsOneYarnTwiceAndNoneHasMoreThanTheWefts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int paper = 0; paper < PAPERS; paper++) {
            Trial trial = any(random);
            for (List<Integer> line : trial.chosen()) {
                assertThat(trial.yarns().rgb(line))
                        .as(trial.what())
                        .hasSize(trial.wefts())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void aYarnThatGoesOnKeepsItsWeftAndStaysForABand(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int paper = 0; paper < PAPERS; paper++) {
            Trial trial = any(random);
            List<List<Integer>> lines = trial.chosen();
            int[] since = new int[trial.wefts()];
            for (int line = 1; line <= lines.size(); line++) {
                for (int weft = 0; weft < trial.wefts(); weft++) {
                    List<Integer> before = lines.get(line - 1);
                    if (line < lines.size()
                            && before.get(weft).equals(lines.get(line).get(weft))) {
                        continue;
                    }
                    assertThat(line - since[weft])
                            .as("weft %d at line %d, %s", weft, line, trial.what())
                            .isGreaterThanOrEqualTo(Math.min(trial.changing().band(), lines.size()));
                    assertThat(line % trial.together()).as(trial.what()).isZero();
                    since[weft] = line;
                    if (line < lines.size()) {
                        assertThat(lines.get(line))
                                .as("line %d, %s", line, trial.what())
                                .doesNotContain(before.get(weft));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void theWeftsThatStayNeverChange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int paper = 0; paper < PAPERS; paper++) {
            Trial trial = any(random);
            List<List<Integer>> lines = trial.chosen();
            int staying = trial.wefts() - trial.changing().wefts();
            assertThat(lines)
                    .as(trial.what())
                    .allSatisfy(line -> assertThat(line.subList(0, staying))
                            .isEqualTo(lines.get(0).subList(0, staying)));
        }
    }

    /** All ways of changing one weft are tried, with the loss reckoned anew. */
    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void noOtherYarnsOfTheChangingWeftAndNoOtherChangesLoseLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int paper = 0; paper < PAPERS; paper++) {
            Trial trial = Trial.of(random, 5, random.nextInt(3, 7), 3, 1);
            List<List<Integer>> chosen = trial.chosen();
            List<Integer> fixed = chosen.get(0).subList(0, 2);
            int blocks = trial.counts().length / trial.together();
            int least = (trial.changing().band() + trial.together() - 1) / trial.together();
            int[] own = new int[blocks];
            for (int block = 0; block < blocks; block++) {
                own[block] = chosen.get(block * trial.together()).get(2);
            }
            Loss loss = new Loss(trial, fixed, Math.min(least, blocks));
            double found = loss.of(own);

            int[] other = new int[blocks];
            for (int code = 0; code < Math.pow(4, blocks); code++) {
                for (int block = 0, rest = code; block < blocks; block++, rest /= 4) {
                    other[block] = 1 + rest % 4;
                }
                if (loss.isAllowed(other)) {
                    assertThat(found).as(trial.what()).isLessThanOrEqualTo(loss.of(other) + 1e-6);
                }
            }
        }
    }

    /** What docs/weaving.md says is lost: the differences of all cells, and a band's height of them where a change is seen. */
    private static final class Loss {
        private final List<Integer> fixed;
        private final int band;
        private final double[][] weights;
        private final List<double[]> losses = new ArrayList<>();
        private final List<List<Filling>> fillings = new ArrayList<>();

        Loss(Trial trial, List<Integer> fixed, int band) {
            this.fixed = fixed;
            this.band = band;
            int colours = trial.counts()[0].length;
            double[] cells = new double[colours];
            for (int[] line : trial.counts()) {
                for (int colour = 0; colour < colours; colour++) {
                    cells[colour] += line[colour];
                }
            }
            weights = new double[trial.counts().length / trial.together()][colours];
            for (int line = 0; line < trial.counts().length; line++) {
                for (int colour = 0; colour < colours; colour++) {
                    weights[line / trial.together()][colour] +=
                            trial.yarns().weight(colour) * trial.counts()[line][colour] / Math.max(1, cells[colour]);
                }
            }
            for (int yarn = 0; yarn < colours; yarn++) {
                List<Integer> all = new ArrayList<>(fixed);
                all.add(yarn);
                losses.add(trial.yarns().losses(all));
                fillings.add(trial.yarns().fillings(all));
            }
        }

        boolean isAllowed(int[] yarns) {
            int from = 0;
            if (IntStream.of(yarns).anyMatch(fixed::contains)) {
                return false;
            }
            for (int block = 1; block <= yarns.length; block++) {
                if (block == yarns.length || yarns[block] != yarns[from]) {
                    if (block - from < band) {
                        return false;
                    }
                    from = block;
                }
            }
            return true;
        }

        double of(int[] yarns) {
            double sum = 0;
            for (int block = 0; block < yarns.length; block++) {
                int yarn = yarns[block];
                for (int colour = 0; colour < weights[block].length; colour++) {
                    sum += weights[block][colour] * losses.get(yarn)[colour];
                    if (block > 0 && yarns[block - 1] != yarn) {
                        Lab before = Lab.of(
                                fillings.get(yarns[block - 1]).get(colour).woven());
                        Lab after = Lab.of(fillings.get(yarn).get(colour).woven());
                        sum += band
                                * Math.min(weights[block - 1][colour], weights[block][colour])
                                * before.difference(after);
                    }
                }
            }
            return sum;
        }
    }

    /** However often yarns change, each has one shuttle, and a line throws as many as it has wefts. */
    @ParameterizedTest
    @ValueSource(longs = {12, 13})
    void eachYarnHasOneShuttle(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int paper = 0; paper < PAPERS; paper++) {
            Trial trial = any(random);
            List<List<Integer>> lines = trial.chosen();
            List<Band> bands = new ArrayList<>();
            for (int line = 0; line < lines.size(); line++) {
                bands.add(new Band(
                        line, line + 1, List.of(), Set.of(), trial.yarns().rgb(lines.get(line))));
            }
            Rgb warp = bands.get(0).wefts().get(0);
            Shuttles shuttles = new Colouring(List.of(), List.of(warp), warp, bands, List.of()).shuttles(lines.size());
            Map<Integer, Integer> shuttleOf = new HashMap<>();
            for (int line = 0; line < lines.size(); line++) {
                for (int weft = 0; weft < trial.wefts(); weft++) {
                    int shuttle = shuttles.of(line, weft);
                    int yarn = lines.get(line).get(weft);
                    Integer known = shuttleOf.putIfAbsent(yarn, shuttle);
                    assertThat(known == null ? shuttle : known).as(trial.what()).isEqualTo(shuttle);
                }
            }
            assertThat(shuttleOf.values()).as(trial.what()).doesNotHaveDuplicates();
        }
    }
}
