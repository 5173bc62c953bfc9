package dev.shuttle.pipeline.publish;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.OtherFileSystem;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Done;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Rejected;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.report.Report;
import dev.shuttle.report.Reports;
import dev.shuttle.report.Role;
import dev.shuttle.report.State;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PublisherTest {
    private static final Problem PROBLEM = new Problem("NOT_A_PICTURE", "peony.png: no picture", "save it as PNG");

    /** How a job can end. */
    enum End {
        DONE,
        REJECTED,
        FAILED
    }

    @TempDir
    private Path folder = Path.of("");

    private final Journal journal = new MemoryJournal();
    private final MovedClock clock = new MovedClock();
    private Results results = new Results(folder, new Outbox(folder));

    @BeforeEach
    void folders() throws IOException {
        results = Results.in(folder);
    }

    private Publisher publisher() {
        return new Publisher(results.work(), results.outbox(), journal, Locale.ENGLISH, clock);
    }

    private Job converted(Job job) throws IOException {
        return journal.record(results.converted(journal.admit(job)));
    }

    /** A job that waits to be published. */
    private Job ready(End end) throws IOException {
        Job job = converted(Jobs.admitted("牡丹 peony.png"));
        return switch (end) {
            case DONE -> job;
            case REJECTED -> job.in(new Rejected(NOON, PROBLEM));
            case FAILED -> job.in(new Failed(NOON, PROBLEM));
        };
    }

    private Path place(Job job) {
        return results.outbox().placeOf(job).orElseThrow();
    }

    private static Report report(Path place) throws IOException {
        try (InputStream in = Files.newInputStream(place.resolve("report.json"))) {
            return Reports.read(in);
        }
    }

    private static Map<String, String> everythingIn(Path root) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(root.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + Disk.sha256(file));
            }
        }
        return hashes;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void aConvertedJobLiesInTheOutboxWithReportAndOriginal() throws Exception {
        Job job = ready(End.DONE);

        Job done = publisher().publish(job);

        assertThat(done.state()).isEqualTo(new Done(NOON, Road.LOCAL, "NO_KEY"));
        assertThat(place(job)).isEqualTo(results.outbox().root().resolve("牡丹 peony-" + job.id()));
        assertThat(place(job)).isDirectoryContaining("glob:**/牡丹 peony.pointpaper.png");
        assertThat(place(job).resolve("source.png")).hasContent("the original bytes");
        assertThat(place(job).resolve("report.html")).content().contains("<html");
        assertThat(journal.find(job.id())).contains(done);
        assertThat(isEmpty(results.work())).isTrue();
    }

    @Test
    void theReportListsEveryFileWithItsHash() throws Exception {
        Job job = ready(End.DONE);

        publisher().publish(job);

        Report report = report(place(job));
        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.reason()).isEqualTo("NO_KEY");
        assertThat(report.files()).extracting(file -> file.role()).contains(Role.SOURCE, Role.POINTPAPER);
        assertThat(report.files())
                .allSatisfy(file ->
                        assertThat(Disk.sha256(place(job).resolve(file.path()))).isEqualTo(file.sha256()));
    }

    @Test
    void aRejectedPictureLiesUntouchedUnderRejectedWithTheReason() throws Exception {
        Job job = ready(End.REJECTED);

        Job rejected = publisher().publish(job);

        assertThat(rejected.state()).isEqualTo(new Rejected(NOON, PROBLEM));
        assertThat(place(job)).isEqualTo(results.outbox().root().resolve("rejected/牡丹 peony-" + job.id()));
        assertThat(place(job).resolve("source.png")).hasContent("the original bytes");
        assertThat(report(place(job)).problem())
                .isNotNull()
                .satisfies(told -> assertThat(told.code()).isEqualTo("NOT_A_PICTURE"));
        assertThat(everythingIn(place(job))).containsOnlyKeys("report.html", "report.json", "source.png");
    }

    @Test
    void aFailedJobLiesUnderFailedWithoutTheHalfMadeImage() throws Exception {
        Job job = ready(End.FAILED);

        publisher().publish(job);

        assertThat(place(job)).isEqualTo(results.outbox().root().resolve("failed/牡丹 peony-" + job.id()));
        assertThat(everythingIn(place(job))).containsOnlyKeys("report.html", "report.json", "source.png");
    }

    @Test
    void theCloudsPictureLiesBesideTheResultItBecame() throws Exception {
        Job job = converted(Jobs.admitted("peony.png")).in(new Converting(NOON, Road.EMULATED, null));
        Files.writeString(JobFolder.of(results.work(), job.id().value()).cloudPicture(), "the cloud's picture");

        publisher().publish(job);

        assertThat(place(job).resolve("cloud.png")).hasContent("the cloud's picture");
        assertThat(report(place(job)).path()).isEqualTo(dev.shuttle.report.outcome.Road.EMULATED);
    }

    @Test
    void aPictureThatMayBeAnothersIsKeptAndTheReportSaysSo() throws Exception {
        Job job = converted(Jobs.admitted("peony.png")).in(new Converting(NOON, Road.LOCAL, "SUBMIT_UNCERTAIN"));
        Files.writeString(JobFolder.of(results.work(), job.id().value()).unsurePicture(), "somebody's picture");

        publisher().publish(job);

        assertThat(place(job).resolve("cloud-unsure.png")).hasContent("somebody's picture");
        assertThat(place(job).resolve("cloud.png")).doesNotExist();
        assertThat(report(place(job)).path()).isEqualTo(dev.shuttle.report.outcome.Road.LOCAL);
        assertThat(report(place(job)).notices()).extracting("code").containsExactly("CLOUD_UNSURE");
        assertThat(report(place(job)).files())
                .filteredOn(file -> file.path().equals("cloud-unsure.png"))
                .extracting("role")
                .containsExactly(dev.shuttle.report.Role.UNSURE);
    }

    @ParameterizedTest
    @EnumSource
    void killedBetweenTheOutboxAndTheJournalItIsFoundAndNotPublishedAgain(End end) throws Exception {
        Job job = ready(end);
        Journal lost = new MemoryJournal();
        lost.admit(journal.find(job.id()).orElseThrow());
        Job published = new Publisher(results.work(), results.outbox(), lost, Locale.ENGLISH, clock).publish(job);
        results.claimed(job);
        Map<String, String> before = everythingIn(results.outbox().root());
        clock.move(Duration.ofHours(1));

        JobState.Closed found = results.outbox().endOf(job).orElseThrow();
        Job again = publisher().publish(job.in(found));

        assertThat(found.name()).isEqualTo(end.name());
        assertThat(found).usingRecursiveComparison().ignoringFields("since").isEqualTo(published.state());
        assertThat(everythingIn(results.outbox().root())).isEqualTo(before);
        assertThat(journal.find(job.id())).contains(again);
        assertThat(isEmpty(results.work())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void publishedTwiceNothingChanges(End end) throws Exception {
        Job published = publisher().publish(ready(end));
        Map<String, String> before = everythingIn(results.outbox().root());
        clock.move(Duration.ofHours(1));

        Job again = publisher().publish(published);

        assertThat(again).isEqualTo(published);
        assertThat(journal.find(published.id())).contains(published);
        assertThat(everythingIn(results.outbox().root())).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void killedWhileTheResultWasBuiltItIsBuiltAnew(End end) throws Exception {
        Job job = ready(end);
        JobFolder half = JobFolder.of(results.work(), job.id().value());
        Files.writeString(half.out().resolve("report.json"), "{\"version\": 1, \"jo");
        Files.writeString(half.out().resolve("report.html"), "<ht");
        Files.writeString(half.out().resolve("source.png"), "the orig");

        publisher().publish(job);

        assertThat(report(place(job)).state()).isEqualTo(State.valueOf(end.name()));
        assertThat(place(job).resolve("source.png")).hasContent("the original bytes");
    }

    @Test
    void anOutboxOnAnotherFileSystemGetsTheWholeFolderAtOnce() throws Exception {
        try (OtherFileSystem there = OtherFileSystem.than(folder)) {
            results = new Results(results.work(), new Outbox(there.folder()));
            Job job = ready(End.DONE);
            Path half = there.folder().resolve(".part-" + job.folderName());
            Files.writeString(Files.createDirectory(half).resolve("report.json"), "what a kill left");

            publisher().publish(job);

            assertThat(half).doesNotExist();
            assertThat(place(job)).hasParent(there.folder().toRealPath());
            assertThat(everythingIn(place(job)))
                    .containsOnlyKeys("report.html", "report.json", "source.png", "牡丹 peony.pointpaper.png");
            assertThat(isEmpty(results.work())).isTrue();
        }
    }

    @Test
    void theTimesTellHowLongTheJobTook() throws Exception {
        Job job = ready(End.DONE);
        clock.move(Duration.ofSeconds(8));

        Job done = publisher().publish(job);

        assertThat(done.timings().total()).isEqualTo(8000);
    }
}
