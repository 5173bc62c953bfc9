package dev.shuttle.pipeline.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.pipeline.publish.Publisher;
import dev.shuttle.pipeline.publish.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read what. */
final class ModesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Jobs.NOON);

    @TempDir
    private Path root = Path.of("");

    @BeforeEach
    void onPosix() {
        assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX rights here");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertOwners(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                assertThat(mode(each)).as("%s", each).isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void whatIsWrittenIsItsOwnersAlone() throws IOException {
        Disk.write(root.resolve("a"), new byte[] {1});
        Disk.writeAtomically(root.resolve("b"), new byte[] {1});

        assertThat(mode(root.resolve("a"))).isEqualTo("rw-------");
        assertThat(mode(root.resolve("b"))).isEqualTo("rw-------");
    }

    @Test
    void aClaimedPictureAndItsTicketAreTheOwnersWhateverTheyWereInTheInbox() throws IOException {
        Path inbox = Files.createDirectories(root.resolve("inbox/tapestry"));
        Path picture = Files.write(inbox.resolve("peony.png"), new byte[] {1});
        Path ticket = Files.writeString(inbox.resolve("peony.png.yaml"), "cloud: false");
        Files.setPosixFilePermissions(picture, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(ticket, PosixFilePermissions.fromString("rw-r--r--"));
        Path work = Files.createDirectory(root.resolve("work"));

        JobFolder folder = new Claim(work, CLOCK, new Random(1)).take(picture, root.resolve("inbox"), Origin.INBOX);
        folder.note("identity");
        Disk.writeAtomically(folder.cloudPicture(), new byte[] {2});

        assertThat(folder.ticket()).isPresent();
        assertOwners(folder.root());
    }

    @Test
    void whatIsPublishedHasTheModesOfAnyNewFile() throws IOException {
        Results results = Results.in(root);
        Journal journal = new MemoryJournal();
        Job job = journal.record(results.converted(journal.admit(Jobs.admitted("peony.png"))));
        JobFolder folder = JobFolder.of(results.work(), job.id().value());
        Files.setPosixFilePermissions(folder.out(), PosixFilePermissions.fromString("rwx------"));
        Modes.ownersFile(folder.requireSource());
        String file = mode(Files.createFile(root.resolve("new")));
        String directory = mode(Files.createDirectory(root.resolve("new folder")));

        Job done = new Publisher(results.work(), results.outbox(), journal, Locale.ENGLISH, CLOCK).publish(job);

        Path place = results.outbox().placeOf(done).orElseThrow();
        assertThat(mode(place)).isEqualTo(directory);
        try (Stream<Path> files = Files.list(place)) {
            for (Path each : files.toList()) {
                assertThat(mode(each)).as("%s", each).isEqualTo(file);
            }
        }
    }

    @Test
    void theJournalAndWhatSqlitePutsBesideItAreTheOwners() throws IOException {
        Path work = Files.createDirectory(root.resolve("work"));
        Modes.restrict(work);
        try (Journal journal = JdbcJournal.open("jdbc:sqlite:" + work.resolve("journal.db"), null, null)) {
            journal.admit(Jobs.admitted("peony.png"));

            assertThat(work.resolve("journal.db-wal")).exists();
            assertOwners(work);
        }
    }

    @Test
    void foldersAreMadeTheOwnersFromTheFirstThatIsMissing() throws IOException {
        Path there = Files.createDirectory(root.resolve("there"));
        String before = mode(there);

        Modes.ownersFolder(there.resolve("a/b"));

        assertThat(mode(there)).isEqualTo(before);
        assertOwners(there.resolve("a"));
    }
}
