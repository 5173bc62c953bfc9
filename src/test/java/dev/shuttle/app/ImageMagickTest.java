package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.report.Loom;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Point papers that the real ImageMagick has opened and saved; nothing is tried where it is not installed. */
class ImageMagickTest {
    /** What a file is called, and how it is made. */
    private static final Map<String, List<String>> WAYS = Map.of(
            "same.png", List.of(),
            "indexed.png", List.of("-define", "png:format=png8"),
            "rgb.png", List.of("-type", "TrueColor", "-define", "png:color-type=2"),
            "interlaced.png", List.of("-interlace", "PNG"),
            "new.bmp", List.of(),
            "rgb.bmp", List.of("-type", "TrueColor"),
            "one.gif", List.of(),
            "one.tif", List.of(),
            "packed.tif", List.of("-compress", "LZW"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return run(List.of("convert", "-version")) == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private void convert(Path from, List<String> how, Path to) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("convert", from.toString()));
        command.addAll(how);
        command.add(to.toString());
        assertThat(run(command)).as("%s", command).isZero();
    }

    private static Path result(Rig rig, String stem) {
        return rig.folder().results().stream()
                .filter(folder -> folder.getFileName().toString().startsWith(stem + "-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(stem + " is missing"));
    }

    private static Loom.Edited edited(Report report) {
        return Objects.requireNonNull(Objects.requireNonNull(
                        Objects.requireNonNull(report.loom(), () -> "" + report.problem())
                                .paper())
                .edited());
    }

    @Test
    void whatItSavesComesBackCellForCellAndWhatItDrawsIsAllThatChanged() throws Exception {
        assumeTrue(isInstalled(), "ImageMagick is not installed");
        try (Rig rig = Rig.start(root.resolve("mill"), null)) {
            rig.drop(
                    "shu_brocade/peony.png.yaml",
                    "fabric: {ends: 240, ends_per_cm: 58.4, picks_per_cm: 21}".getBytes(UTF_8));
            rig.drop("shu_brocade/peony.png", Pictures.png(1)).reports(1);
            Path issued = result(rig, "peony");
            Path paper = issued.resolve("peony.pointpaper.png");
            byte[] sidecar = Files.readAllBytes(issued.resolve("peony.pointpaper.json"));
            String colour = Objects.requireNonNull(Folder.report(issued).loom())
                    .palette()
                    .get(1)
                    .rgb();
            List<String> stems = new ArrayList<>();
            for (Map.Entry<String, List<String>> way : WAYS.entrySet()) {
                Path file = root.resolve(way.getKey());
                convert(paper, way.getValue(), file);
                String stem = way.getKey().replace('.', '_');
                stems.add(stem);
                String extension = way.getKey().substring(way.getKey().lastIndexOf('.'));
                rig.drop("point_paper/" + stem + ".pointpaper.json", sidecar);
                rig.drop("point_paper/" + stem + extension, Files.readAllBytes(file));
            }
            Path drawn = root.resolve("drawn.png");
            convert(paper, List.of("+antialias", "-fill", colour, "-draw", "rectangle 20,10 49,19"), drawn);
            rig.drop("point_paper/drawn.png", Files.readAllBytes(drawn));
            Path soft = root.resolve("soft.png");
            convert(
                    paper,
                    List.of("-antialias", "-stroke", colour, "-strokewidth", "4", "-draw", "line 3,3 230,60"),
                    soft);
            rig.drop("point_paper/soft.png", Files.readAllBytes(soft)).reports(3 + WAYS.size());

            for (String stem : stems) {
                Path back = result(rig, stem);
                assertThat(edited(Folder.report(back)).cells()).as(stem).isZero();
                assertThat(back.resolve(stem + ".liftplan.bmp"))
                        .as(stem)
                        .hasSameBinaryContentAs(issued.resolve("peony.liftplan.bmp"));
            }
            Loom.Edited changed = edited(Folder.report(result(rig, "drawn")));
            assertThat(List.of(changed.x() >= 20, changed.y() >= 10)).containsOnly(true);
            assertThat(changed.x() + changed.width()).isLessThanOrEqualTo(50);
            assertThat(changed.y() + changed.height()).isLessThanOrEqualTo(20);
            assertThat(changed.changes())
                    .allSatisfy(change -> assertThat(change.to()).isEqualTo(colour));
            Path refused = result(rig, "soft");
            assertThat(Folder.report(refused).state()).isEqualTo(State.REJECTED);
            assertThat(refused.resolve("soft.marked.png")).isRegularFile();
        }
    }
}
