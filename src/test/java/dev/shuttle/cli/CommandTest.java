package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them. */
class CommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Path picture;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void aPicture() throws IOException {
        picture = root.resolve("牡丹.jpg");
        Files.write(picture, Pictures.jpeg(1));
    }

    @Test
    void convertWritesThePointPaperAloneToAPng() throws IOException {
        Path paper = root.resolve("out/paper.png");

        int code = shuttle("convert", picture.toString(), "-p", "faithful", "-k", "12", "-o", paper.toString());

        assertThat(code).isZero();
        BufferedImage image = ImageIO.read(paper.toFile());
        assertThat(image.getWidth()).isEqualTo(520);
        assertThat(Folder.children(root.resolve("out"))).containsExactly(paper);
    }

    @Test
    void convertTakesATicketAndTheOptionsBeatIt() throws IOException {
        Path ticket = Files.writeString(root.resolve("any.yaml"), "preset: damask\ncolours: 3\nfabric: {ends: 64}");

        int code = shuttle(
                "convert",
                picture.toString(),
                "--ticket",
                ticket.toString(),
                "-k",
                "5",
                "-o",
                root.resolve("result").toString());

        assertThat(code).isZero();
        Report report = Folder.report(root.resolve("result"));
        assertThat(report.preset()).isEqualTo("damask");
        assertThat(report.ticket()).containsEntry("colours", 5);
        assertThat(java.util.Objects.requireNonNull(report.loom()).ends()).isEqualTo(64);
        assertThat(root.resolve("result/ticket.yaml")).hasSameTextualContentAs(ticket);
    }

    @Test
    void convertByATicketWritesThePointPaperAlone() throws IOException {
        Path ticket = Files.writeString(root.resolve("any.yaml"), "fabric: {ends: 60}");
        Path paper = root.resolve("paper.png");

        int code = shuttle("convert", picture.toString(), "--ticket", ticket.toString(), "-o", paper.toString());

        assertThat(code).isZero();
        assertThat(ImageIO.read(paper.toFile()).getWidth()).isEqualTo(60);
    }

    @Test
    void convertByABadTicketSaysTheKeyAndEndsWithTwo() throws IOException {
        Path ticket = Files.writeString(root.resolve("any.yaml"), "colors: 3");

        int code = shuttle("convert", picture.toString(), "--ticket", ticket.toString());

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("any.yaml", "line 1", "colors", "did you mean colours?", "hint:");
    }

    @Test
    void aRetryTakesItsTicketAlong() throws IOException {
        Folder folder = new Folder(root.resolve("mill"));
        Report report;
        try (Rig rig = Rig.start(folder.root(), null)) {
            rig.drop("牡丹.jpg.yaml", "colours: 3".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            report = rig.drop("牡丹.jpg", Files.readAllBytes(picture)).report();
        }

        assertThat(shuttle(folder, "jobs", "retry", report.job())).isZero();

        assertThat(folder.inbox().resolve("牡丹.jpg.yaml")).hasContent("colours: 3");
        assertThat(folder.inbox().resolve("牡丹.jpg")).hasSameBinaryContentAs(picture);
    }

    @Test
    void convertLeavesEverythingAJobLeavesInAFolder() {
        Path folder = root.resolve("result");

        int code = shuttle("convert", picture.toString(), "-o", folder.toString());

        assertThat(code).isZero();
        Report report = Folder.report(folder);
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.source().from()).isEqualTo("cli");
        assertThat(folder.resolve("牡丹.pointpaper.png")).exists();
        assertThat(folder.resolve("report.html")).exists();
        assertThat(folder.resolve("source.jpg")).hasSameBinaryContentAs(picture);
        assertThat(picture).exists();
    }

    @Test
    void convertOfABadPictureSaysWhyAndEndsWithOne() throws IOException {
        Path bad = Files.writeString(root.resolve("bad.jpg"), "no picture");

        int code =
                shuttle("convert", bad.toString(), "-o", root.resolve("x.png").toString());

        assertThat(code).isEqualTo(1);
        assertThat(said.toString()).contains("bad.jpg").contains("hint:");
        assertThat(root.resolve("x.png")).doesNotExist();
    }

    @Test
    void convertByTheCloudSubmitsOnceAndLeavesTheResultWhereAsked() throws Exception {
        Path folder = root.resolve("result");
        Map<String, String> settings = new Folder(root).settings();
        try (Emulator cloud = TestCloud.start();
                ShuttleProcess convert = ShuttleProcess.start(
                        settings,
                        Rig.environment(cloud),
                        "convert",
                        "--cloud",
                        picture.toString(),
                        "-o",
                        folder.toString())) {
            assertThat(convert.exitCode()).as(convert.output()).isZero();

            assertThat(Folder.report(folder).path()).isEqualTo(dev.shuttle.report.outcome.Road.EMULATED);
            assertThat(cloud.ledger().accepted()).isEqualTo(1);
        }
    }

    @Test
    void theDemoShowsBothRoads() throws Exception {
        Folder folder = new Folder(root);
        Map<String, String> settings = folder.settings();
        settings.remove("dashscope.submit-rate");
        settings.putAll(Folder.AS_SHIPPED);
        try (ShuttleProcess demo = ShuttleProcess.start(settings, Map.of(), "demo")) {
            assertThat(demo.exitCode()).as(demo.output()).isZero();

            assertThat(folder.reports())
                    .extracting(Report::path)
                    .containsExactlyInAnyOrder(
                            dev.shuttle.report.outcome.Road.EMULATED, dev.shuttle.report.outcome.Road.LOCAL);
            assertThat(folder.reports()).extracting(Report::reason).contains("InternalError");
            assertThat(demo.output()).contains("peony-brocade.png").contains("misty-river.jpg");
        }
    }

    @Test
    void jobsListsShowsAndRetries() throws IOException {
        Folder folder = new Folder(root.resolve("mill"));
        byte[] bytes = Files.readAllBytes(picture);
        Report report;
        try (Rig rig = Rig.start(folder.root(), null)) {
            report = rig.drop("damask/牡丹.jpg", bytes).report();
        }

        assertThat(shuttle(folder, "jobs")).isZero();
        assertThat(shuttle(folder, "jobs", "show", report.job())).isZero();
        assertThat(shuttle(folder, "jobs", "retry", report.job())).isZero();

        assertThat(said.toString())
                .contains(report.job())
                .contains("CONVERTING")
                .contains("DONE");
        assertThat(folder.inbox().resolve("damask/牡丹.jpg")).hasBinaryContent(bytes);
    }

    @Test
    void anUnknownKeyEndsWithTwoAndNamesTheNearest() {
        int code = shuttle("run", "--set", "shuttle.inbx=x");

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("shuttle.inbx").contains("did you mean shuttle.inbox?");
    }

    @Test
    void aKeyOnTheCommandLineIsRefusedAndNotRepeated() {
        int code = shuttle("run", "--set", "dashscope.api-key=sk-very-secret");

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("dashscope.api-key").doesNotContain("sk-very-secret");
    }

    @Test
    void convertTellsProgramsALineAPicture() throws IOException {
        Path bad = Files.writeString(root.resolve("bad.jpg"), "no picture");
        Path folder = root.resolve("results");

        int code = shuttle("convert", "--json", picture.toString(), bad.toString(), "-o", folder.toString());

        assertThat(code).isEqualTo(1);
        List<JsonNode> lines = lines();
        assertThat(lines).extracting(line -> line.path("state").asText()).containsExactly("DONE", "REJECTED");
        assertThat(lines.get(0).path("picture").asText()).isEqualTo("牡丹.jpg");
        assertThat(lines.get(0).path("ends").asInt()).isEqualTo(520);
        assertThat(Path.of(lines.get(0).path("folder").asText()).resolve("report.json"))
                .exists();
        assertThat(lines.get(1).path("problem").path("code").asText()).isEqualTo("NOT_A_PICTURE");
    }

    @Test
    void convertTellsProgramsWhereThePointPaperIs() throws IOException {
        Path paper = root.resolve("paper.png");

        int code = shuttle("convert", "--json", picture.toString(), "-p", "faithful", "-o", paper.toString());

        assertThat(code).isZero();
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.path("file").asText()).isEqualTo(paper.toString()));
    }

    @Test
    void quietSaysNothingWhereAllIsWell() {
        int code = shuttle(
                "convert",
                "-q",
                picture.toString(),
                "-p",
                "faithful",
                "-o",
                root.resolve("result").toString());

        assertThat(code).isZero();
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void quietStillTellsWhatIsWrong() throws IOException {
        Path bad = Files.writeString(root.resolve("bad.jpg"), "no picture");

        int code = shuttle(
                "convert", "-q", bad.toString(), "-o", root.resolve("x.png").toString());

        assertThat(code).isEqualTo(1);
        assertThat(said.toString()).contains("bad.jpg");
    }

    @Test
    void quietAndJsonTogetherAreBadUsage() {
        assertThat(shuttle("convert", "-q", "--json", picture.toString())).isEqualTo(2);
    }

    @Test
    void thePictureAndJsonDoNotShareStandardOutput() {
        assertThat(shuttle("convert", "--json", picture.toString(), "-o", "-")).isEqualTo(2);
    }

    @Test
    void runOnceTellsProgramsALineAPicture() throws IOException {
        Folder folder = new Folder(root.resolve("mill"));
        folder.drop("peony.png", Pictures.png(1));

        int code = shuttle(folder, "run", "--once", "--json");

        assertThat(code).isZero();
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.path("path").asText()).isEqualTo("local"));
    }

    @Test
    void aNameThatATerminalWouldObeyIsShownAndNotObeyed() {
        Folder folder = new Folder(root.resolve("mill"));
        String hostile = "a\nINFO forged \u001b[2J \u202egnp.png";
        folder.drop(hostile, Pictures.png(1));

        assertThat(shuttle(folder, "run", "--once")).isZero();
        assertThat(shuttle(folder, "jobs")).isZero();
        String id = said.toString().replaceAll("(?s).*(\\d{6}-\\d{6}-[0-9a-z]{6}).*", "$1");
        assertThat(shuttle(folder, "jobs", "show", id)).isZero();

        assertThat(said.toString().replaceAll("\\R", ""))
                .contains("a\\u000aINFO forged \\u001b[2J \\u202egnp.png")
                .doesNotContainPattern("[\\p{Cntrl}\u202e]");
        assertThat(said.toString().lines()).noneMatch(line -> line.startsWith("INFO"));
    }

    @Test
    void presetsAndVersionTellWhatThereIs() {
        assertThat(shuttle("presets")).isZero();
        assertThat(shuttle("version")).isZero();

        assertThat(said.toString()).contains("weaving_machine", "shu_brocade", "faithful", "shuttle ");
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : said.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private int shuttle(Folder folder, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        folder.settings().forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return shuttle(all.toArray(String[]::new));
    }

    private int shuttle(String... args) {
        return ShuttleCommand.execute(new PrintWriter(said, true), args);
    }
}
