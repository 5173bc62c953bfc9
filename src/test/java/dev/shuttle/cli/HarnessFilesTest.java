package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine is threaded by {@code hooks.csv} and woven by {@code liftplan-hooks.bmp}, read here by code of its own. */
class HarnessFilesTest {
    private static final String TONES = """
            colours: 6
            structure: shaded-satin
            satin: {ends: 8, step: 3}
            outputs: [liftplan]
            fabric: {ends: 48, ends_per_cm: 20, picks_per_cm: 20}
            """;
    private static final String BROCADE = """
            colours: 5
            structure: brocade
            wefts: 3
            outputs: [liftplan]
            fabric: {ends: 80, ends_per_cm: 20, picks_per_cm: 20}
            """;

    @TempDir
    private Path root = Path.of("");

    private final StringWriter said = new StringWriter();

    private void blanket(String ticket) throws IOException {
        int code = ShuttleCommand.execute(
                new PrintWriter(said, true),
                "convert",
                "--blanket",
                "-p",
                "damask",
                "--ticket",
                Files.writeString(root.resolve("blanket.yaml"), ticket).toString(),
                "-o",
                root.resolve("out").toString());
        assertThat(code).as(said.toString()).isZero();
    }

    private int convert(String ticket) throws IOException {
        BufferedImage image = new BufferedImage(96, 80, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 96; x++) {
                boolean flower = Math.hypot(x - 30, y - 40) < 20;
                boolean leaf = Math.hypot(x - 70, y - 25) < 16;
                image.setRGB(x, y, flower ? 0xb3202a : leaf ? 0x2f6b3a : y > 64 ? 0xd8a21b : 0xf4efe0);
            }
        }
        Path file = root.resolve("rose.png");
        ImageIO.write(image, "png", file.toFile());
        return ShuttleCommand.execute(
                new PrintWriter(said, true),
                "convert",
                file.toString(),
                "-p",
                "faithful",
                "--ticket",
                Files.writeString(root.resolve("rose.yaml"), ticket).toString(),
                "-o",
                root.resolve("out").toString(),
                "--set",
                "shuttle.machines=" + root.resolve("machines"));
    }

    private void converted(String ticket) throws IOException {
        assertThat(convert(ticket)).as(said.toString()).isZero();
    }

    /** Rows of columns, true where black. */
    private boolean[][] bits(String name) throws IOException {
        BufferedImage image = ImageIO.read(root.resolve("out/rose." + name).toFile());
        boolean[][] bits = new boolean[image.getHeight()][image.getWidth()];
        for (int row = 0; row < bits.length; row++) {
            for (int column = 0; column < bits[row].length; column++) {
                bits[row][column] = (image.getRGB(column, row) & 0xffffff) == 0;
            }
        }
        return bits;
    }

    private List<Map<String, String>> table(String name) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve("out/rose." + name));
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** What is woven when each end of the cloth hangs where the table says; ends that it does not name are the binders. */
    private boolean[][] threaded() throws IOException {
        boolean[][] machine = bits("liftplan-hooks.bmp");
        Map<Integer, Integer> hookOf = new TreeMap<>();
        int number = 0;
        for (Map<String, String> hook : table("hooks.csv")) {
            assertThat(number(hook, "hook")).isEqualTo(++number);
            String[] ends = field(hook, "ends_in_cloth").split(" ", -1);
            int cords = 0;
            for (String end : ends) {
                if (!end.isEmpty()) {
                    assertThat(hookOf.put(Integer.parseInt(end), number)).isNull();
                    cords++;
                }
            }
            assertThat(number(hook, "cords")).isEqualTo(cords);
        }
        assertThat(number).isEqualTo(machine[0].length);
        int last = hookOf.keySet().stream().max(Integer::compare).orElseThrow();
        boolean[][] binders = Files.exists(root.resolve("out/rose.liftplan-binders.bmp"))
                ? bits("liftplan-binders.bmp")
                : new boolean[machine.length][0];
        int binder = 0;
        boolean endsBound = binders[0].length > 0 && hookOf.size() + binders[0].length > last;
        boolean[][] cloth = new boolean[machine.length][last + (endsBound ? 1 : 0)];
        for (int end = 1; end <= cloth[0].length; end++) {
            Integer hook = hookOf.get(end);
            for (int row = 0; row < machine.length; row++) {
                cloth[row][end - 1] = hook == null ? binders[row][binder] : machine[row][hook - 1];
            }
            binder += hook == null ? 1 : 0;
        }
        return cloth;
    }

    private static String field(Map<String, String> row, String name) {
        String value = row.get(name);
        assertThat(value).as(name).isNotNull();
        return value == null ? "" : value;
    }

    private static int number(Map<String, String> row, String name) {
        return Integer.parseInt(field(row, name));
    }

    private static boolean[][] columns(boolean[][] plan, int... columns) {
        boolean[][] chosen = new boolean[plan.length][columns.length];
        for (int row = 0; row < plan.length; row++) {
            for (int i = 0; i < columns.length; i++) {
                chosen[row][i] = plan[row][columns[i]];
            }
        }
        return chosen;
    }

    private static int[] run(int from, int to) {
        return from <= to
                ? IntStream.rangeClosed(from, to).toArray()
                : IntStream.rangeClosed(to, from).map(i -> from + to - i).toArray();
    }

    private static int[] joined(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    @Test
    void aStraightHarnessWeavesTheLiftPlanBesideItsCastOutAndAuxiliaryHooks() throws IOException {
        converted(BROCADE + "selvedge: {ends: 6}\nharness: {hooks: 120, row: 4, cast_out: [1-2, 60-63],"
                + " auxiliary: {selector: [120, 119, 118], regulator: 117}}\n");

        assertThat(threaded()).isDeepEqualTo(bits("liftplan.bmp"));
        assertThat(bits("liftplan-hooks.bmp")[0]).hasSize(120);
    }

    @Test
    void aRepeatingHarnessWeavesTheLiftPlanSideBySide() throws IOException {
        converted(TONES + "harness: {tie: repeat, repeats: 3, hooks: 64}\n");

        boolean[][] plan = bits("liftplan.bmp");
        assertThat(threaded()).isDeepEqualTo(columns(plan, joined(run(0, 47), run(0, 47), run(0, 47))));
        assertThat(bits("liftplan-hooks.bmp")[0]).hasSize(64);
    }

    private JsonNode report(String folder) throws IOException {
        return new JsonMapper()
                .readTree(root.resolve(folder).resolve("report.json").toFile());
    }

    /** Of a machine with a harness its harness alone tells, and the hooks' table says the same. */
    @Test
    void theReportHasOneAccountOfTheHooks() throws IOException {
        converted(
                TONES + "harness: {hooks: 120, tie: repeat, repeats: 3, auxiliary: {selector: [1]}, cast_out: [2-5]}\n"
                        + "selvedge: {ends: 6}\n");

        JsonNode loom = report("out").path("loom");
        assertThat(loom.has("machine")).isFalse();
        Map<String, Integer> areas = new HashMap<>();
        table("hooks.csv").forEach(hook -> areas.merge(field(hook, "area"), 1, Integer::sum));
        assertThat(loom.at("/harness/figure_hooks").asInt())
                .isEqualTo(areas.get("figure"))
                .isEqualTo(48);
        assertThat(loom.at("/harness/idle").asInt()).isEqualTo(areas.get("idle"));
        assertThat(loom.at("/harness/cast_out").asInt())
                .isEqualTo(areas.get("cast-out"))
                .isEqualTo(4);
    }

    @Test
    void aMachineOnWhichNothingIsWovenIsTold() throws IOException {
        converted("{colours: 4, machine: tc2-1x1, fabric: {ends: 48, ends_per_cm: 20, picks_per_cm: 20}}");

        assertThat(report("out").path("notices").findValuesAsText("code")).contains("MACHINE_UNUSED");
        assertThat(report("out").at("/loom").has("machine")).isFalse();
    }

    @Test
    void aWeaveBlanketHasItsHooksToo() throws IOException {
        blanket("{colours: 2, machine: tc2-4x4}");

        BufferedImage machine = ImageIO.read(
                root.resolve("out/damask-blanket.liftplan-hooks.bmp").toFile());
        assertThat(machine.getWidth()).isEqualTo(220 * 4 * 4);
        assertThat(Files.readAllLines(root.resolve("out/damask-blanket.hooks.csv")))
                .hasSize(220 * 4 * 4 + 1);
        assertThat(report("out").at("/loom/harness/machine").asText()).isEqualTo("tc2-4x4");
    }

    @Test
    void aWeaveBlanketThatTheTieDoesNotTakeIsMadeWithoutHooks() throws IOException {
        blanket("{colours: 2, harness: {tie: point, drawn: whole, hooks: 1001}}");

        assertThat(root.resolve("out/damask-blanket.patches.csv")).exists();
        assertThat(root.resolve("out/damask-blanket.liftplan-hooks.bmp")).doesNotExist();
        assertThat(Files.readString(root.resolve("out/report.json"))).contains("BLANKET_NOT_TIED");
    }

    /** Nothing is written in the ticket; the preset's own machine lies in the folder of machines. */
    @Test
    void aPresetsMachineIsBroughtToo() throws IOException {
        Files.createDirectories(root.resolve("machines"));
        Files.writeString(root.resolve("machines/ours.yaml"), "{hooks: 100, ends_per_cm: 20}");
        Files.createDirectories(root.resolve("presets"));
        Files.writeString(
                root.resolve("presets/mill.yaml"),
                "{title: {en: Mill, zh: 厂}, description: {en: Ours, zh: 本厂}, colours: 4, structure: damask, machine: ours}");
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        image.setRGB(20, 20, 0xffffff);
        ImageIO.write(image, "png", root.resolve("rose.png").toFile());

        int code = ShuttleCommand.execute(
                new PrintWriter(said, true),
                "convert",
                root.resolve("rose.png").toString(),
                "-p",
                "mill",
                "-o",
                root.resolve("out").toString(),
                "--set",
                "shuttle.machines=" + root.resolve("machines"),
                "--set",
                "shuttle.presets=" + root.resolve("presets"));

        assertThat(code).as(said.toString()).isZero();
        assertThat(report("out").at("/loom/harness/machine").asText()).isEqualTo("ours");
        assertThat(bits("liftplan-hooks.bmp")[0]).hasSize(100);
    }

    @Test
    void bobbinsThatNothingHoldsAreRefused() throws IOException {
        assertThat(convert(TONES + "brocading: [{colour: \"#b3202a\"}]\n")).isNotZero();
        assertThat(report("out").at("/problem/message").asText())
                .contains("in shaded-satin nothing holds small bobbins");
    }

    @Test
    void aPointedHarnessTurnsTheLiftPlan() throws IOException {
        converted(TONES + "selvedge: {ends: 4}\nharness: {tie: point, middle: 1, hooks: 80, offset: left}\n");

        boolean[][] plan = bits("liftplan.bmp");
        assertThat(threaded()).isDeepEqualTo(columns(plan, joined(run(0, 51), run(50, 4), run(52, 55))));
        assertThat(Files.readString(root.resolve("out/report.json"))).contains("WEAVE_BROKEN");
    }

    @Test
    void aBorderedHarnessHasItsBordersOnceAndItsCentreAgainAndAgain() throws IOException {
        converted(TONES + "harness: {tie: bordered, border: 8, repeats: 4, hooks: 52}\n");

        boolean[][] plan = bits("liftplan.bmp");
        int[] centre = run(8, 47);
        assertThat(threaded())
                .isDeepEqualTo(columns(plan, joined(run(0, 7), centre, centre, centre, centre, run(7, 0))));
    }

    @Test
    void aMixedHarnessIsTiedAsItsSectionsSay() throws IOException {
        converted(TONES + "harness: {tie: mixed, sections: '1-16, 16-1, 17-48 x2', hooks: 60}\n");

        boolean[][] plan = bits("liftplan.bmp");
        assertThat(threaded()).isDeepEqualTo(columns(plan, joined(run(0, 15), run(15, 0), run(16, 47), run(16, 47))));
    }

    @Test
    void aDesignWhoseHalvesDifferIsNoneForAPointedHarness() throws IOException {
        assertThat(convert(TONES + "harness: {tie: point, drawn: whole, hooks: 30}\n"))
                .isNotZero();

        assertThat(Files.readString(root.resolve("out/report.json")))
                .contains("HOOK_CONFLICT")
                .containsPattern(
                        "ends \\d+ and \\d+ of the lift plan hang on hook \\d+, and pick \\d+ lifts end \\d+ alone");
    }

    @Test
    void aWeftSelectorWithFewerHooksThanFingersIsRefused() throws IOException {
        assertThat(convert(BROCADE + "harness: {hooks: 92, auxiliary: {selector: [90, 89]}}\n"))
                .isNotZero();

        assertThat(report("out").at("/problem/code").asText()).isEqualTo("HARNESS_SELECTOR");
        assertThat(report("out").at("/problem/message").asText())
                .contains("need 3 fingers of the weft selector, and auxiliary.selector names 2 hooks");
    }

    @Test
    void aDesignWithoutAWidthIsAsWideAsTheMachineThatItsFolderKnows() throws IOException {
        Files.createDirectories(root.resolve("machines"));
        Files.writeString(
                root.resolve("machines/old.yaml"),
                "about: the old one\nhooks: 100\nselvedge_hooks: 4\ncast_out: [1-4]\nends_per_cm: 16\n");
        converted(
                "colours: 4\nstructure: shaded-satin\nsatin: {ends: 8, step: 3}\noutputs: [liftplan]\nmachine: old\n");

        assertThat(bits("liftplan.bmp")[0]).hasSize(96);
        assertThat(bits("liftplan-hooks.bmp")[0]).hasSize(100);
        assertThat(Files.readString(root.resolve("out/report.json"))).contains("\"machine\" : \"old\"");
    }

    @Test
    void moreEndsThanTheMachineTakesAreToldAndThereIsNoPlanOfItsHooks() throws IOException {
        converted(TONES + "harness: {hooks: 40}\n");

        assertThat(Files.readString(root.resolve("out/report.json"))).contains("HARNESS_TOO_NARROW");
        assertThat(root.resolve("out/rose.liftplan-hooks.bmp")).doesNotExist();
    }

    @Test
    void everyColumnOfThePickPlanFollowsFromTheLiftPlanAndTheBoxes() throws IOException {
        converted(BROCADE + "harness: {hooks: 92, shuttle_boxes: {left: 3, right: 3},"
                + " auxiliary: {selector: [90, 89, 88], regulator: 87, box: [1, 2, 3, 4, 5, 6]}}\n");
        boolean[][] plan = bits("liftplan.bmp");
        boolean[][] machine = bits("liftplan-hooks.bmp");
        List<Map<String, String>> picks = table("picks.csv");
        Map<Integer, String> lies = new HashMap<>();
        int line = 0;
        int[] lines = new int[plan.length];
        for (int row = 0; row < plan.length; row++) {
            line += number(picks.get(plan.length - 1 - row), "weft") == 1 ? 1 : 0;
            lines[row] = line;
        }

        assertThat(picks).hasSize(plan.length);
        for (int i = 0; i < picks.size(); i++) {
            Map<String, String> pick = picks.get(i);
            int row = plan.length - 1 - i;
            int weft = number(pick, "weft");
            String[] from = {field(pick, "box"), field(pick, "to_box")};
            assertThat(number(pick, "pick")).isEqualTo(i + 1);
            assertThat(number(pick, "lift_plan_row")).isEqualTo(row + 1);
            assertThat(number(pick, "line")).isEqualTo(lines[row]);
            assertThat(field(pick, "letter") + field(pick, "letter_zh"))
                    .isEqualTo(List.of("A甲", "B乙", "C丙").get(weft - 1));
            assertThat(number(pick, "selector")).isEqualTo(weft);
            assertThat(number(pick, "regulator")).isEqualTo(weft == 1 ? 1 : 0);
            assertThat(number(pick, "band")).isEqualTo(1);
            assertThat(field(pick, "yarn")).isEqualTo(field(pick, "hex"));
            assertThat(number(pick, "ends_up")).isEqualTo((int) count(plan[row]));
            assertThat(from[1].charAt(0)).isEqualTo(from[0].charAt(0) == 'L' ? 'R' : 'L');
            String before = lies.put(number(pick, "shuttle"), from[1]);
            assertThat(before == null ? from[0] : before).isEqualTo(from[0]);
            assertThat(lies.values()).doesNotHaveDuplicates();
            List<Integer> up = new ArrayList<>(List.of(91 - weft, box(from[0]), box(from[1])));
            if (weft != 1) {
                up.add(87);
            }
            assertThat(IntStream.of(1, 2, 3, 4, 5, 6, 87, 88, 89, 90).filter(hook -> machine[row][hook - 1]))
                    .containsExactlyInAnyOrderElementsOf(up);
        }
    }

    private static int box(String name) {
        return (name.charAt(0) == 'L' ? 0 : 3) + name.charAt(1) - '0';
    }

    private static long count(boolean[] row) {
        return IntStream.range(0, row.length).filter(i -> row[i]).count();
    }
}
