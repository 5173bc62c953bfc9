package dev.shuttle.report.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Loom;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Report;
import dev.shuttle.report.Reports;
import dev.shuttle.report.Role;
import dev.shuttle.report.Source;
import dev.shuttle.report.State;
import dev.shuttle.report.Swatch;
import dev.shuttle.report.outcome.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
    private static final String HOSTILE = "\"<img src=x onerror=alert(1)>&\u2028 شقائق 🌺.png";

    @TempDir
    private Path outbox = Path.of("");

    private Gallery gallery() {
        return new Gallery(outbox, Locale.ENGLISH);
    }

    private Path done(int number) {
        return done(number, "peony " + number + ".png");
    }

    private Path done(int number, String name) {
        return folder(
                "peony-" + number,
                number,
                Report.of("job-" + number, State.DONE, new Source(name, 1, null, "png", 3, 2, "inbox"))
                        .local("NO_KEY")
                        .preset("damask")
                        .loom(Loom.of(3, 2, List.of(new Swatch(0, "#a3263b", List.of(), 1, null, null)))
                                .build())
                        .file(new OutputFile(Role.THUMBNAIL, "peony.thumbnail.jpg", 1, null))
                        .build());
    }

    private Path folder(String name, int minute, Report report) {
        try {
            Path folder = Files.createDirectories(outbox.resolve(name));
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            Reports.write(report, json);
            Path file = Files.write(folder.resolve("report.json"), json.toByteArray());
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 60_000L * minute));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Entry> told() throws IOException {
        return Shelves.read(outbox.resolve(Gallery.FOLDER)).all();
    }

    private String page() throws IOException {
        return Files.readString(outbox.resolve(Gallery.PAGE));
    }

    @Test
    void aFinishedJobIsOnThePageAndOnAShelf() throws Exception {
        gallery().add(done(1));

        assertThat(page()).contains("./peony-1/report.html", "./peony-1/peony.thumbnail.jpg", "peony 1.png", "3 × 2");
        assertThat(told()).extracting(Entry::folder).containsExactly("peony-1");
        assertThat(told().get(0).palette()).isEqualTo("a3263b");
    }

    @Test
    void aJobWithoutASmallPictureIsShownToo() throws Exception {
        Source source = new Source("old.png", 1, null, "png", 3, 2, "inbox");
        gallery().add(folder("old-1", 1, Report.of("job-1", State.DONE, source).build()));

        assertThat(page()).contains("./old-1/report.html", "old.png").doesNotContain("<img");
    }

    @Test
    void aRejectedJobShowsItsReason() throws Exception {
        Source source = new Source("notes.jpg", 1, null, null, null, null, "inbox");
        Path place = folder(
                "rejected/notes-7",
                1,
                Report.of("job-7", State.REJECTED, source)
                        .problem(new Problem("NOT_A_PICTURE", "no", null))
                        .build());

        gallery().add(place);

        assertThat(page()).contains("./rejected/notes-7/report.html", "NOT_A_PICTURE", "Rejected", "已退回");
    }

    @Test
    void addingAJobTwiceShowsItOnce() throws Exception {
        Path job = done(1);

        gallery().add(job);
        gallery().add(job);

        assertThat(told()).hasSize(1);
    }

    @Test
    void aFullShelfIsLeftAsItIs() throws Exception {
        for (int i = 0; i < Shelf.ROOM; i++) {
            done(i);
        }
        gallery().refresh();
        Path first = outbox.resolve("gallery").resolve(Shelf.fileName(1));
        FileTime before = Files.getLastModifiedTime(first);
        byte[] bytes = Files.readAllBytes(first);

        gallery().add(done(Shelf.ROOM));

        assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);
        assertThat(first).hasBinaryContent(bytes);
        assertThat(Shelf.read(outbox.resolve("gallery"), 2).entries()).hasSize(1);
        assertThat(page()).contains("peony " + Shelf.ROOM + ".png").doesNotContain("peony 3.png");
    }

    @Test
    void jobsThatEndAtOnceAreAllThere() throws Exception {
        List<Path> jobs = IntStream.range(0, 64).mapToObj(this::done).toList();

        jobs.parallelStream().forEach(job -> {
            try {
                gallery().add(job);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(told()).extracting(Entry::job).doesNotHaveDuplicates().hasSize(64);
    }

    @Test
    void deletedFoldersGoAndUnknownOnesCome() throws Exception {
        gallery().add(done(1));
        gallery().add(done(2));
        Disk.deleteTree(outbox.resolve("peony-1"));
        done(3);

        gallery().refresh();

        assertThat(told()).extracting(Entry::folder).containsExactly("peony-2", "peony-3");
        assertThat(page()).contains("peony-3").doesNotContain("peony-1/");
    }

    @Test
    void aLostOrDamagedGalleryIsMadeAnew() throws Exception {
        gallery().add(done(1));
        gallery().add(done(2));
        Files.writeString(outbox.resolve("gallery").resolve(Shelf.fileName(1)), "shuttle.shelf(1,[\n{\"f\":\"peo");
        Files.delete(outbox.resolve(Gallery.PAGE));

        gallery().refresh();

        assertThat(told()).extracting(Entry::folder).containsExactly("peony-1", "peony-2");
        assertThat(outbox.resolve("gallery")).isDirectoryNotContaining("glob:**/000001.js");
    }

    @Test
    void aGalleryThatIsRightIsLeftAlone() throws Exception {
        gallery().add(done(1));
        byte[] before = Files.readAllBytes(outbox.resolve("gallery").resolve("index.js"));

        gallery().refresh();

        assertThat(outbox.resolve("gallery").resolve("index.js")).hasBinaryContent(before);
    }

    @Test
    void whatIsNoJobOfOursIsNotShown() throws Exception {
        Files.createDirectories(outbox.resolve("my own"));
        Files.writeString(Files.createDirectories(outbox.resolve("broken")).resolve("report.json"), "{\"jo");
        Files.writeString(outbox.resolve("notes.txt"), "x");

        gallery().refresh();

        assertThat(told()).isEmpty();
        assertThat(page()).contains("Nothing here yet");
    }

    @Test
    void aHostileNameIsOnlyText() throws Exception {
        gallery().add(done(1, HOSTILE));

        assertThat(page()).doesNotContain("<img src=x");
        String shelf = Files.readString(outbox.resolve("gallery").resolve(Shelf.fileName(1)));
        assertThat(shelf).doesNotContain("<", "\u2028");
        assertThat(told().get(0).name()).isEqualTo(HOSTILE);
    }
}
