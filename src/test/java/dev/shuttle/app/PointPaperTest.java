package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.paper.Papers;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Notice;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Report;
import dev.shuttle.report.Role;
import dev.shuttle.report.State;
import dev.shuttle.report.Swatch;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Point papers that come back to the real program, painted or not. */
class PointPaperTest {
    private static final String SMALL = """
            fabric: {ends: 120, ends_per_cm: 40, picks_per_cm: 20}
            outputs: [bmp, tif, liftplan, wif]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    /** What a paper shows: its cells and its colours by index. */
    private static final class Shown {
        private final byte[] labels;
        private final List<String> palette;
        private final int ends;

        Shown(byte[] labels, List<String> palette, int ends) {
            this.labels = labels;
            this.palette = palette;
            this.ends = ends;
        }

        byte[] labels() {
            return labels;
        }

        List<String> palette() {
            return palette;
        }

        int ends() {
            return ends;
        }
    }

    private static Shown shown(Path result) throws IOException {
        Path paper = file(result, ".pointpaper.png");
        BufferedImage image = ImageIO.read(paper.toFile());
        IndexColorModel model = (IndexColorModel) image.getColorModel();
        int[] labels = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        byte[] cells = new byte[labels.length];
        for (int cell = 0; cell < labels.length; cell++) {
            cells[cell] = (byte) labels[cell];
        }
        List<String> palette = IntStream.range(0, model.getMapSize())
                .mapToObj(i -> Rgb.of(model.getRGB(i)).hex())
                .toList();
        return new Shown(cells, palette, image.getWidth());
    }

    private static Path file(Path result, String ending) {
        return Folder.children(result)
                .filter(file -> file.getFileName().toString().endsWith(ending))
                .filter(file -> !file.getFileName().toString().startsWith("source."))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ending + " is missing in " + result));
    }

    private static Loom.Paper paper(Report report) {
        return Objects.requireNonNull(Objects.requireNonNull(report.loom(), () -> "" + report.problem())
                .paper());
    }

    private static List<String> notices(Report report) {
        return report.notices().stream().map(Notice::code).toList();
    }

    private static byte[] bytes(Path result, String ending) throws IOException {
        return Files.readAllBytes(file(result, ending));
    }

    private static Path result(Rig rig, String stem) {
        return rig.folder().results().stream()
                .filter(folder -> folder.getFileName().toString().startsWith(stem + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(stem + " is missing"));
    }

    /** A picture made into a paper: its folder in the outbox. */
    private static Path issued(Rig rig, String preset, String ticket) {
        rig.drop(preset + "/peony.png.yaml", ticket.getBytes(UTF_8));
        rig.drop(preset + "/peony.png", Pictures.png(1)).reports(1);
        return result(rig, "peony");
    }

    private static BufferedImage rgb(Path result) throws IOException {
        BufferedImage indexed = ImageIO.read(file(result, ".pointpaper.png").toFile());
        BufferedImage image = new BufferedImage(indexed.getWidth(), indexed.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, indexed.getRGB(x, y));
            }
        }
        return image;
    }

    private static byte[] gif(Path result) throws IOException {
        return Papers.file(ImageIO.read(file(result, ".pointpaper.png").toFile()), "gif");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weaving_machine",
                "embroidery",
                "pixel_art",
                "shu_brocade",
                "damask",
                "tapestry",
                "tc2_photo",
                "faithful"
            })
    void ourOwnPapersOfEveryPresetComeBackCellForCell(String preset) throws IOException {
        try (Rig rig = Rig.start(root, null)) {
            Path issued = issued(rig, preset, SMALL);
            byte[] sidecar = bytes(issued, ".pointpaper.json");
            rig.drop("point_paper/a.png", bytes(issued, ".pointpaper.png"));
            rig.drop("point_paper/b.pointpaper.json", sidecar);
            rig.drop("point_paper/b.bmp", bytes(issued, ".pointpaper.bmp"));
            rig.drop("point_paper/c.tif", bytes(issued, ".pointpaper.tif"));
            rig.drop("point_paper/d.pointpaper.json", sidecar);
            rig.drop("point_paper/d.pointpaper.gif", gif(issued));
            rig.reports(5);

            Shown before = shown(issued);
            for (String stem : List.of("a", "b", "c", "d")) {
                Path back = result(rig, stem);
                Report report = Folder.report(back);
                Shown now = shown(back);
                assertThat(report.preset()).as(stem).isEqualTo(preset);
                assertThat(now.labels()).as(stem).isEqualTo(before.labels());
                assertThat(now.palette()).as(stem).isEqualTo(before.palette());
                Loom loom = Objects.requireNonNull(report.loom());
                Loom first = Objects.requireNonNull(Folder.report(issued).loom());
                assertThat(loom.endsPerCm()).isEqualTo(first.endsPerCm());
                assertThat(loom.picksPerCm()).isEqualTo(first.picksPerCm());
                assertThat(loom.structure()).isEqualTo(first.structure());
                if (first.structure() != null) {
                    // not told apart from the usual files of the ticket that came first
                    assertThat(bytes(back, ".liftplan.bmp")).as(stem).isEqualTo(bytes(issued, ".liftplan.bmp"));
                }
                assertThat(notices(report)).as(stem).doesNotContain("PAPER_UNKNOWN", "PAPER_NEAR", "PAPER_BLENDED");
            }
            for (String stem : List.of("a", "b", "c", "d")) {
                Report report = Folder.report(result(rig, stem));
                assertThat(Objects.requireNonNull(paper(report).edited()).cells())
                        .as(stem)
                        .isZero();
            }
            assertThat(rig.folder().inbox().resolve("point_paper")).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff", "gif"})
    void exactlyWhatWasPaintedIsChanged(String format) throws IOException {
        try (Rig rig = Rig.start(root, null)) {
            Path issued = issued(rig, "shu_brocade", SMALL);
            Shown before = shown(issued);
            BufferedImage image = rgb(issued);
            int colour = Integer.parseInt(before.palette().get(1).substring(1), 16);
            byte[] expected = before.labels().clone();
            for (int y = 10; y < 22; y++) {
                for (int x = 30; x < 60; x++) {
                    image.setRGB(x, y, colour);
                    expected[y * before.ends() + x] = 1;
                }
            }
            long changed = IntStream.range(0, expected.length)
                    .filter(cell -> expected[cell] != before.labels()[cell])
                    .count();
            rig.drop("painted.pointpaper.json", bytes(issued, ".pointpaper.json"));
            rig.drop("painted." + format + ".yaml", "pointpaper: as-is".getBytes(UTF_8));
            rig.drop("painted." + format, Papers.file(image, format)).reports(2);

            Path back = result(rig, "painted");
            Report report = Folder.report(back);
            assertThat(shown(back).labels()).isEqualTo(expected);
            Loom.Edited edited = Objects.requireNonNull(paper(report).edited());
            assertThat(edited.cells()).isEqualTo(changed);
            assertThat(edited.changes().stream().mapToLong(Loom.Change::cells).sum())
                    .isEqualTo(changed);
            assertThat(edited.changes())
                    .allSatisfy(change ->
                            assertThat(change.to()).isEqualTo(before.palette().get(1)));
            assertThat(report.preset()).isEqualTo("shu_brocade");
        }
    }

    @Test
    void aSoftBrushIsRefusedWithItsCellsMarked() throws IOException {
        try (Rig rig = Rig.start(root, null)) {
            Path issued = issued(rig, "faithful", "colours: 4\ncloud: false\noutputs: [bmp]");
            BufferedImage image = rgb(issued);
            Graphics2D brush = image.createGraphics();
            brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            brush.setStroke(new BasicStroke(3));
            brush.setColor(Color.decode(shown(issued).palette().get(1)));
            for (int i = 0; i < 60; i++) {
                brush.drawLine(3 * i, 5, 500 - 5 * i, 500);
            }
            brush.dispose();
            rig.drop("point_paper/soft.pointpaper.json", bytes(issued, ".pointpaper.json"));
            rig.drop("point_paper/soft.png", Papers.file(image, "png")).reports(2);

            Path refused = result(rig, "soft");
            Report report = Folder.report(refused);
            assertThat(report.state()).isEqualTo(State.REJECTED);
            assertThat(Objects.requireNonNull(report.problem()).message()).contains("soft.png", "first", "x ", "#");
            assertThat(report.files()).extracting(OutputFile::role).contains(Role.MARKED, Role.SOURCE);
            BufferedImage marked =
                    ImageIO.read(refused.resolve("soft.marked.png").toFile());
            assertThat(marked.getWidth()).isEqualTo(image.getWidth());
            assertThat(refused.resolve("source.png")).hasBinaryContent(Papers.file(image, "png"));
        }
    }

    @Test
    void ofAnUnknownPaperTheColoursAreThePaletteAndOnlyThePapersFilesCome() throws IOException {
        List<Rgb> colours = Papers.colours(7, new Random(2));
        byte[] paper = dev.shuttle.loom.format.IndexedPng.write(Papers.of(60, 50, colours, new Random(2)));
        try (Rig rig = Rig.start(root, null)) {
            Report report = rig.drop("point_paper/own.png", paper).report();

            Loom loom = Objects.requireNonNull(report.loom());
            assertThat(loom.palette())
                    .extracting(Swatch::rgb)
                    .containsExactlyElementsOf(colours.stream().map(Rgb::hex).toList());
            assertThat(loom.structure()).isNull();
            assertThat(loom.endsPerCm()).isEqualTo(58.4);
            assertThat(loom.picksPerCm()).isEqualTo(21);
            assertThat(notices(report)).containsExactly("PAPER_UNKNOWN");
            assertThat(report.files())
                    .extracting(OutputFile::role)
                    .contains(Role.POINTPAPER, Role.PALETTE, Role.EDITING)
                    .doesNotContain(Role.LIFTPLAN, Role.WIF);
        }
    }

    @Test
    void theFolderNamesThePreset() throws IOException {
        List<Rgb> colours = Papers.colours(4, new Random(2));
        byte[] paper = dev.shuttle.loom.format.IndexedPng.write(Papers.of(80, 50, colours, new Random(2)));
        try (Rig rig = Rig.start(root, null)) {
            Report report = rig.drop("point_paper/shu_brocade/own.png", paper).report();

            assertThat(report.preset()).isEqualTo("shu_brocade");
            assertThat(report.state()).as("%s", report.problem()).isEqualTo(State.DONE);
            assertThat(Objects.requireNonNull(report.loom()).structure()).isIn("lampas", "brocade");
        }
    }

    @Test
    void elsewhereAPaperIsAPictureWithANotice() throws IOException {
        try (Rig rig = Rig.start(root, null)) {
            Path issued = issued(rig, "faithful", "colours: 4");
            rig.drop("again.png", bytes(issued, ".pointpaper.png")).reports(2);

            Report report = Folder.report(result(rig, "again"));
            assertThat(report.preset()).isEqualTo("weaving_machine");
            assertThat(paper(report).use()).isEqualTo(Loom.Paper.PICTURE);
            assertThat(notices(report)).contains("POINT_PAPER");
        }
    }

    @Test
    void aPaperThatTheWeaveDoesNotFitIsRefusedOrFittedAsTheTicketWants() throws IOException {
        List<Rgb> colours = Papers.colours(3, new Random(2));
        byte[] paper = dev.shuttle.loom.format.IndexedPng.write(Papers.of(70, 70, colours, new Random(2)));
        String lampas = "pointpaper: as-is\npreset: faithful\nstructure: lampas\nwefts: 3\n";
        try (Rig rig = Rig.start(root, null)) {
            rig.drop("a.png.yaml", lampas.getBytes(UTF_8)).drop("a.png", paper);
            rig.drop("b.png.yaml", (lampas + "fit: crop").getBytes(UTF_8)).drop("b.png", paper);
            rig.drop("c.png.yaml", (lampas + "fit: pad").getBytes(UTF_8)).drop("c.png", paper);
            rig.drop("d.png.yaml", (lampas + "fit: tile").getBytes(UTF_8)).drop("d.png", paper);
            rig.reports(4);

            Report refused = Folder.report(result(rig, "a"));
            assertThat(Objects.requireNonNull(refused.problem()).code()).isEqualTo("PAPER_SIZE");
            assertThat(refused.problem().message()).contains("70 × 70");
            assertThat(shown(result(rig, "b")).ends()).isEqualTo(40);
            assertThat(shown(result(rig, "c")).ends()).isEqualTo(80);
            assertThat(shown(result(rig, "d")).ends()).isEqualTo(280);
            assertThat(notices(Folder.report(result(rig, "d")))).contains("PAPER_FITTED");
        }
    }

    @Test
    void aRetryIsWovenAsItIsToo() throws IOException {
        try (Rig rig = Rig.serving(root, Map.of(), Map.of())) {
            Path issued = issued(rig, "shu_brocade", SMALL);
            rig.drop("point_paper/b.pointpaper.json", bytes(issued, ".pointpaper.json"));
            rig.drop("point_paper/b.bmp", bytes(issued, ".pointpaper.bmp")).reports(2);
            String job = Folder.report(result(rig, "b")).job();

            rig.http().send(rig.http().to("/api/jobs/" + job + "/retry").POST(BodyPublishers.noBody()));
            rig.reports(3);

            assertThat(rig.folder().results())
                    .filteredOn(folder -> folder.getFileName().toString().startsWith("b-"))
                    .hasSize(2)
                    .allSatisfy(folder -> {
                        assertThat(shown(folder).labels())
                                .isEqualTo(shown(issued).labels());
                        assertThat(Objects.requireNonNull(
                                                paper(Folder.report(folder)).edited())
                                        .cells())
                                .isZero();
                    });
        }
    }

    @Test
    void aSidecarThatCannotBeReadRefusesThePaper() throws IOException {
        List<Rgb> colours = Papers.colours(3, new Random(2));
        byte[] paper = dev.shuttle.loom.format.IndexedPng.write(Papers.of(70, 70, colours, new Random(2)));
        try (Rig rig = Rig.start(root, null)) {
            rig.drop("point_paper/b.pointpaper.json", "{\"shuttle\": 1}".getBytes(UTF_8));
            Report report = rig.drop("point_paper/b.png", paper).report();

            assertThat(report.state()).isEqualTo(State.REJECTED);
            assertThat(Objects.requireNonNull(report.problem()).message()).contains("b.pointpaper.json");
        }
    }

    private static byte[] form(String part, byte[] paper, byte[] sidecar) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, part, "painted.bmp", paper);
        part(form, "sidecar", "peony.pointpaper.json", sidecar);
        form.writeBytes("--papers--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }

    private static void part(ByteArrayOutputStream form, String name, String fileName, byte[] bytes) {
        form.writeBytes(("--papers\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n".getBytes(UTF_8));
    }

    @Test
    void thePartOfThatNameIsWovenAsItIs() throws IOException {
        try (Rig rig = Rig.serving(root, Map.of(), Map.of())) {
            Path issued = issued(rig, "shu_brocade", SMALL);
            byte[] form = form("pointpaper", bytes(issued, ".pointpaper.bmp"), bytes(issued, ".pointpaper.json"));

            HttpResponse<byte[]> answer = rig.http()
                    .send(rig.http()
                            .to(Http.COMPOSE)
                            .header("Content-Type", "multipart/form-data; boundary=papers")
                            .POST(BodyPublishers.ofByteArray(form)));

            assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
            BufferedImage back = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(Papers.file(back, "png"))
                    .isEqualTo(Papers.file(
                            ImageIO.read(file(issued, ".pointpaper.png").toFile()), "png"));
            assertThat(Folder.report(result(rig, "painted")).preset()).isEqualTo("shu_brocade");
        }
    }
}
