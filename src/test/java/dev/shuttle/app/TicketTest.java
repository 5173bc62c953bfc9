package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Notice;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Report;
import dev.shuttle.report.Role;
import dev.shuttle.report.State;
import dev.shuttle.report.Swatch;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket on its way through the real program. */
class TicketTest {
    private static final String BLUE_AND_WHITE = """
            preset: faithful
            colours: 3
            palette: ["#1d3f72", "#ffffff", "#221c1a", "#88aacc"]
            fabric: {ends: 120, ends_per_cm: 40, picks_per_cm: 20}
            repeat: half-drop
            min_region: 4
            outputs: [tif]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private static Loom loom(Report report) {
        return Objects.requireNonNull(report.loom());
    }

    @Test
    void onTheLocalRoadItDoesWhatTheTicketSays() {
        try (Rig rig = Rig.start(root, null)) {
            rig.drop("damask/peony.png.yaml", BLUE_AND_WHITE.getBytes(UTF_8));
            Report report = rig.drop("damask/peony.png", Pictures.png(1)).report();

            assertThat(report.preset()).isEqualTo("faithful");
            assertThat(report.ticket()).containsEntry("colours", 3).containsEntry("repeat", "half-drop");
            assertThat(loom(report).ends()).isEqualTo(120);
            assertThat(loom(report).lines()).isEqualTo(60);
            assertThat(loom(report).widthCm()).isEqualTo(3);
            assertThat(loom(report).palette())
                    .hasSize(3)
                    .extracting(Swatch::rgb)
                    .isSubsetOf("#1d3f72", "#ffffff", "#221c1a", "#88aacc");
            assertThat(Objects.requireNonNull(loom(report).cleaned()).minRegion())
                    .isEqualTo(4);
            Path result = rig.folder().results().get(0);
            assertThat(result.resolve("ticket.yaml")).hasContent(BLUE_AND_WHITE);
            assertThat(report.files())
                    .filteredOn(file -> file.role() == Role.POINTPAPER || file.role() == Role.PREVIEW)
                    .extracting(file -> file.path())
                    .containsExactlyInAnyOrder("peony.pointpaper.png", "peony.pointpaper.tif");
            assertThat(report.files()).extracting(file -> file.role()).contains(Role.TICKET);
            assertThat(Folder.children(rig.folder().inbox().resolve("damask"))).isEmpty();
        }
    }

    @Test
    void onTheCloudsRoadTheServiceIsAskedAsTheTicketSays() {
        String ticket = """
                models: [wanx2.1-imageedit]
                function: stylization_all
                prompt: 法国绘本风格
                strength: 0.9
                seed: 11
                colours: 4
                """;
        try (Emulator cloud = TestCloud.start();
                Rig rig = Rig.start(root, cloud, Map.of("dashscope.models", "wan2.5-i2i-preview"))) {
            rig.drop("peony.png.yaml", ticket.getBytes(UTF_8));
            Report report = rig.drop("peony.png", Pictures.png(2)).report();

            assertThat(Objects.requireNonNull(report.cloud()).model()).isEqualTo("wanx2.1-imageedit");
            assertThat(loom(report).palette()).hasSize(4);
            String body = cloud.ledger()
                    .requests("POST", "image-synthesis")
                    .get(0)
                    .body()
                    .toString();
            assertThat(body)
                    .contains("\"function\":\"stylization_all\"")
                    .contains("法国绘本风格")
                    .contains("\"strength\":0.9")
                    .contains("\"seed\":11");
        }
    }

    @Test
    void aTicketThatForbidsTheCloudIsObeyed() {
        try (Emulator cloud = TestCloud.start();
                Rig rig = Rig.start(root, cloud)) {
            rig.drop("peony.png.yaml", "cloud: false".getBytes(UTF_8));
            Report report = rig.drop("peony.png", Pictures.png(3)).report();

            assertThat(report.reason()).isEqualTo("TICKET");
            assertThat(cloud.ledger().requests("POST", "")).isEmpty();
        }
    }

    @Test
    void aBadTicketRejectsItsPictureWithBothOriginals() {
        byte[] picture = Pictures.png(4);
        try (Rig rig = Rig.start(root, null)) {
            rig.drop("peony.png.yaml", "colors: 5".getBytes(UTF_8));
            Report report = rig.drop("peony.png", picture).report();

            assertThat(report.state()).isEqualTo(State.REJECTED);
            assertThat(Objects.requireNonNull(report.problem()).message()).contains("colors", "did you mean colours?");
            Path result = rig.folder().results().get(0);
            assertThat(result.resolve("source.png")).hasBinaryContent(picture);
            assertThat(result.resolve("ticket.yaml")).hasContent("colors: 5");
        }
    }

    @Test
    void aWeaveThatIsAskedForIsMade() throws Exception {
        String ticket = "structure: lampas\nsatin: {ends: 5, step: 2}\nwefts: 3\nfloat_limit: 14\n"
                + "outputs: [liftplan, wif, separations]";
        try (Rig rig = Rig.start(root, null, Folder.AS_SHIPPED)) {
            rig.drop("peony.png.yaml", ticket.getBytes(UTF_8));
            Report report = rig.drop("peony.png", Pictures.png(5)).report();

            Loom loom = loom(report);
            assertThat(loom.structure()).isEqualTo("lampas");
            assertThat(loom.ends() % 40).isZero();
            assertThat(loom.picks()).isEqualTo(3 * loom.lines());
            assertThat(Objects.requireNonNull(loom.floats()).overLimit()).isZero();
            assertThat(loom.hangsTogether()).isTrue();
            assertThat(Objects.requireNonNull(loom.weave()).wefts()).hasSize(3);
            assertThat(report.notices())
                    .extracting(Notice::code)
                    .as("three wefts for sixteen colours of a picture")
                    .contains("TOO_MANY_SHAFTS", "WOVEN_OTHERWISE");
            assertThat(report.files())
                    .extracting(OutputFile::path)
                    .contains("peony.liftplan.bmp", "peony.liftplan.tif", "peony.picks.csv", "peony.weft3.bmp")
                    .doesNotContain("peony.wif");
        }
    }

    @Test
    void filesOfAWeaveThatNobodyChoseAreSaidNotToBeMade() throws Exception {
        try (Rig rig = Rig.start(root, null)) {
            rig.drop("peony.png.yaml", "outputs: [wif, bmp, pdf]".getBytes(UTF_8));
            Report report = rig.drop("peony.png", Pictures.png(5)).report();

            assertThat(report.state()).isEqualTo(State.DONE);
            assertThat(report.notices()).extracting(Notice::code).containsExactly("NO_STRUCTURE");
            assertThat(report.files()).extracting(OutputFile::role).contains(Role.PRINT);
            assertThat(Files.readString(rig.folder().results().get(0).resolve("report.html")))
                    .contains("no structure is chosen")
                    .contains("未选定组织");
        }
    }

    @Test
    void colourComesFromTheYarnCard() throws Exception {
        Path cards = Files.createDirectories(root.resolve("cards"));
        Files.writeString(cards.resolve("毛线.gpl"), "GIMP Palette\n200 16 46 red\n255 255 255 white\n0 0 0 black\n");
        try (Rig rig = Rig.start(root, null, Map.of("shuttle.cards", cards.toString()))) {
            rig.drop("peony.png.yaml", "palette: 毛线.gpl\ncolours: 3".getBytes(UTF_8));
            Report report = rig.drop("peony.png", Pictures.png(6)).report();

            assertThat(loom(report).palette())
                    .extracting(Swatch::rgb)
                    .containsExactlyInAnyOrder("#c8102e", Rgb.WHITE.hex(), Rgb.BLACK.hex());
        }
    }

    @Test
    void killedAfterTheTicketWasTakenAndBeforeThePictureNothingIsLost() throws Exception {
        Folder folder = new Folder(root);
        byte[] picture = Pictures.png(7);
        // As a kill between the two moves leaves it.
        folder.drop("damask/peony.png", picture);
        Path taken = folder.work().resolve("260115-040000-k3f9xq/ticket/inbox/damask/peony.png.yaml");
        Files.createDirectories(taken.getParent());
        Files.writeString(taken, "colours: 3");

        try (ShuttleProcess run = ShuttleProcess.start(folder.settings(), Map.of(), "run", "--once")) {
            assertThat(run.exitCode()).as(run.output()).isZero();
        }

        assertThat(folder.reports()).hasSize(1);
        assertThat(folder.reports().get(0).preset()).isEqualTo("damask");
        assertThat(loom(folder.reports().get(0)).palette()).hasSize(3);
        assertThat(folder.results().get(0).resolve("ticket.yaml")).hasContent("colours: 3");
        assertThat(folder.results().get(0).resolve("source.png")).hasBinaryContent(picture);
    }

    @Test
    void aTicketWithoutAPictureStaysAndIsToldOnce() throws Exception {
        Folder folder = new Folder(root);
        folder.drop("peony.png.yaml", "colours: 3".getBytes(UTF_8));

        try (ShuttleProcess run = ShuttleProcess.start(folder.settings(), Map.of(), "run", "--once")) {
            assertThat(run.exitCode()).as(run.output()).isZero();

            assertThat(run.output().lines().filter(line -> line.contains("is a ticket without its picture")))
                    .hasSize(1);
        }
        assertThat(folder.inbox().resolve("peony.png.yaml")).hasContent("colours: 3");
        assertThat(List.copyOf(folder.results())).isEmpty();
    }
}
