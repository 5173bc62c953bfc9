package dev.shuttle.pipeline.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.settings.Settings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work sheet of a cloth says what its report says, in both languages. */
final class WorkSheetTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z"));
    private static final Pattern NUMBER = Pattern.compile("(?<![#\\w.])\\d+(?:\\.\\d+)?(?![\\w.]*\\d*-)");
    private static final Map<String, Object> FABRIC = Map.of("ends", 120, "hooks", 400);
    private static final Map<String, Object> PRICES = Map.of(
            "currency",
            "CNY",
            "metres",
            50,
            "warp",
            380,
            "weft",
            300,
            "wefts",
            Map.of("A", 310),
            "pick",
            0.03,
            "fixed",
            2000);

    @TempDir
    static Path root;

    private static JsonNode loom = new JsonMapper().nullNode();
    private static String text = "";

    @BeforeAll
    static void aBrocadeIsConverted() throws Exception {
        Path out = converted("brocade", Map.of("fabric", FABRIC, "palette", "silk", "colours", 4, "prices", PRICES));
        text = text(out.resolve("peony.worksheet.pdf"));
    }

    private static Path converted(String name, Map<String, Object> keys) throws Exception {
        MemoryJournal journal = new MemoryJournal();
        Path work = Files.createDirectories(root.resolve(name).resolve("work"));
        Presets presets = Presets.load(root.resolve("presets"));
        Path file = root.resolve("peony.png");
        ImageIO.write(peony(), "png", file.toFile());
        JobFolder folder = new Claim(work, NOON, new Random(3)).copy(file, Origin.INBOX);
        Settings.Intake intake = new Settings.Intake(
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofSeconds(1),
                true,
                "damask",
                50_000_000,
                100_000_000,
                "");
        Job admitted = new Admission(
                        intake, presets, new Cards(root.resolve("cards")), root.resolve("outbox"), journal, NOON)
                .admit(folder, new Order("shu_brocade", Ticket.of(keys)));
        Job job = journal.record(admitted.in(new Converting(NOON.instant(), Road.LOCAL, "NO_KEY")));
        new LoomStage(work, presets, 2, journal, NOON, Duration.ofMinutes(5), true).convert(job);
        loom = new JsonMapper().readTree(folder.loomReport().toFile()).path("loom");
        return folder.out();
    }

    /** With a golden heart. */
    private static BufferedImage peony() {
        BufferedImage picture = Pictures.photo(120, 80).toBufferedImage();
        for (int y = 30; y < 44; y++) {
            for (int x = 50; x < 70; x++) {
                picture.setRGB(x, y, 0xffd8a21b);
            }
        }
        return picture;
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyNumberOnItIsInTheReport() {
        everyNumberIsIn(loom, text);
    }

    @Test
    void bobbinsHarnessAndColourwaysAreThoseOfTheReport() throws Exception {
        JsonNode before = loom;
        Map<String, Object> tied = Map.of(
                "hooks", 160,
                "row", 4,
                "cast_out", List.of("1-4"),
                "auxiliary", Map.of("regulator", 8),
                "shuttle_boxes", Map.of("left", 2, "right", 2));
        Path out = converted(
                "bobbins",
                Map.of(
                        "fabric", Map.of("ends", 120),
                        "palette", List.of("#f0e8d0", "#b4182a", "#20407a", "#d8a21b"),
                        "wefts", 2,
                        "harness", tied,
                        "prices", PRICES,
                        "brocading", List.of(Map.of("colour", "#d8a21b")),
                        "colourways",
                                List.of(
                                        Map.of("name", "夜 night", "yarns", Map.of("A", "#101828", "warp", "#202020")),
                                        Map.of("name", "春", "yarns", Map.of("#d8a21b", "#2f6b3a")))));
        JsonNode own = loom;
        loom = before;
        String sheet = text(out.resolve("peony.worksheet.pdf"));

        everyNumberIsIn(own, sheet);
        assertThat(own.at("/brocading/areas"))
                .isNotEmpty()
                .allSatisfy(area -> assertThat(sheet)
                        .contains(
                                area.at("/from_line") + "–" + area.at("/to_line"),
                                area.at("/metres").asText()));
        assertThat(sheet).contains("挖花 Brocading", "独花 straight", "夜 night", "#202020", "左 left 2，右 right 2");
        assertThat(own.at("/harness/cast_out").asInt()).isEqualTo(4);
        assertThat(own.at("/cost/colourways"))
                .hasSize(2)
                .allSatisfy(way -> assertThat(sheet).contains(way.at("/total").asText()));
        assertThat(own.at("/cost/yarns"))
                .filteredOn(line -> line.at("/system").asText().equals("brocading"))
                .singleElement()
                .satisfies(line -> assertThat(line.at("/price").asDouble())
                        .as("a bobbin's yarn is a weft, and not the first one")
                        .isEqualTo(300));
    }

    private static void everyNumberIsIn(JsonNode loom, String text) {
        List<Double> known = new ArrayList<>();
        numbers(loom, known);
        // conversions: per 10 cm, dtex and denier of tex, per cent, momme
        List<Double> all = new ArrayList<>(List.of(10.0, 15.0, 300.0, 85.0));
        for (double value : known) {
            all.addAll(List.of(value, 10 * value, 9 * value, 100 * value, value / 4.3056));
        }
        all.add(loom.at("/weave/ends").asDouble() - loom.at("/weave/binders").asDouble());
        String told = text.replaceAll("(?m)^.*\\d+ / \\d+$", "")
                .replaceAll("10 ?cm|2026-12-01|ΔE00|D65|1/2|\\d{6}-\\d{6}-\\w+", "")
                .replaceAll("(?m)^ *\\(?\\d+\\)?(?: \\(?\\d+\\)?)*$", ""); // the map's pages
        Matcher numbers = NUMBER.matcher(told);
        int seen = 0;
        while (numbers.find()) {
            double number = Double.parseDouble(numbers.group());
            seen++;
            assertThat(all)
                    .as("%s in …%s", number, told.substring(Math.max(0, numbers.start() - 40), numbers.end()))
                    .anySatisfy(value -> assertThat(value).isCloseTo(number, within(0.051)));
        }
        assertThat(seen).isGreaterThan(80);
    }

    private static void numbers(JsonNode node, List<Double> into) {
        if (node.isNumber()) {
            into.add(node.asDouble());
        } else if (node.isTextual()) {
            Matcher numbers = NUMBER.matcher(node.asText());
            while (numbers.find()) {
                into.add(Double.parseDouble(numbers.group()));
            }
        }
        node.forEach(child -> numbers(child, into));
    }

    @Test
    void itHasWhatTheReportHasInBothLanguages() {
        assertThat(text)
                .contains("工艺单 Work sheet", "品名 Name", "甲经 Main warp", "接结经 Binding warp", "装造 Jacquard", "丙 C")
                .contains(
                        "120 × " + loom.at("/lines").asText(), loom.at("/picks").asText())
                .contains(
                        "584 根/10cm = 58.4/cm",
                        "dtex",
                        loom.at("/palette/0/rgb").asText())
                .contains("空针 Idle hooks " + loom.at("/machine/idle").asText());
        assertThat(loom.at("/yarn"))
                .isNotEmpty()
                .allSatisfy(yarn -> assertThat(text)
                        .contains(
                                yarn.at("/threads").asText(),
                                yarn.at("/name").asText().split(" ", -1)[2]));
        assertThat(loom.at("/weave/bands"))
                .allSatisfy(band -> assertThat(text).contains(band.at("/from") + "–" + band.at("/to")));
    }

    @Test
    void costsAreThoseOfThePricesAndAddUp() {
        JsonNode cost = loom.at("/cost");
        double sum = cost.at("/weaving").asDouble() + cost.at("/fixed").asDouble();
        for (JsonNode line : cost.at("/yarns")) {
            boolean priced = !line.at("/system").asText().equals("binder");
            assertThat(line.has("price")).as("nobody said what binders cost").isEqualTo(priced);
            sum += line.at("/amount").asDouble();
        }
        assertThat(cost.at("/total").asDouble()).isCloseTo(sum, within(0.05)).isGreaterThan(2000);
        assertThat(cost.at("/weaving").asDouble())
                .isCloseTo(loom.at("/weave/picks_per_cm").asDouble() * 2.54 * 0.03 * 50, within(0.05));
        JsonNode yarn = loom.at("/yarn/0");
        double metres = loom.at("/height_cm").asDouble() / 100;
        assertThat(cost.at("/yarns/0/kg").asDouble())
                .isCloseTo(yarn.at("/grams").asDouble() / 1.05 * 1.03 / metres * 50 / 1000, withinPercentage(15));
        assertThat(text)
                .contains(cost.at("/total").asText(), cost.at("/per_metre").asText(), "CNY");
    }

    @Test
    void withoutAClothThereIsNone() throws Exception {
        JsonNode before = loom;
        Path out = converted("paper", Map.of("fabric", FABRIC, "structure", "none", "prices", PRICES));
        assertThat(out.resolve("peony.pointpaper.pdf")).exists();
        assertThat(out.resolve("peony.worksheet.pdf")).doesNotExist();
        assertThat(loom.has("cost")).isFalse();
        loom = before;
    }
}
