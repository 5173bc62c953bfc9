package dev.shuttle.pipeline.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.pipeline.publish.Publisher;
import dev.shuttle.pipeline.publish.Results;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.rig.Folder;
import dev.shuttle.settings.RetentionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed from the outbox and from work/, and what never is. */
@SuppressWarnings("NullAway.Init")
final class RetentionTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Problem PROBLEM = new Problem("NOT_A_PICTURE", "no picture", "save it as PNG");

    @TempDir
    private Path folder;

    private final MemoryJournal journal = new MemoryJournal();
    private final MovedClock clock = new MovedClock();
    private final Set<JobId> owed = new HashSet<>();
    private Results results;

    @BeforeEach
    void anEmptyOutbox() throws IOException {
        results = Results.in(folder);
    }

    private Retention keeping(RetentionSettings settings) {
        return new Retention(
                settings,
                results.work(),
                results.outbox(),
                dev.shuttle.pipeline.store.HandedOn.nothing(),
                Locale.ENGLISH,
                journal,
                owed::contains,
                clock,
                new Shutdown());
    }

    private void sweep() {
        keeping(new RetentionSettings(MONTH, null)).sweep();
    }

    private Job done(String name) throws IOException {
        return published(results.converted(journal.admit(Jobs.admitted(name))));
    }

    private Job rejected(String name) throws IOException {
        Job job = journal.admit(Jobs.admitted(name));
        results.claimed(job);
        return published(job.in(((Open) job.state()).rejected(PROBLEM, clock.instant())));
    }

    /** At the clock's time, which the disk does not know. */
    private Job published(Job job) throws IOException {
        Job ended = new Publisher(results.work(), results.outbox(), journal, Locale.ENGLISH, clock).publish(job);
        Path report = place(ended).resolve("report.json");
        Files.setLastModifiedTime(report, FileTime.from(clock.instant()));
        return ended;
    }

    private Path place(Job job) {
        return results.outbox().placeOf(job).orElseThrow();
    }

    private boolean isThere(Job job) {
        return results.outbox().placeOf(job).isPresent();
    }

    private String gallery() throws IOException {
        return Files.readString(results.outbox().root().resolve("index.html"));
    }

    @Test
    void aResultWhoseTimeIsOverGoesWholeAndTheJournalKeepsWhatHappened() throws IOException {
        Job old = done("old.png");
        clock.move(MONTH.plusDays(1));
        Job young = done("young.png");

        sweep();

        assertThat(isThere(old)).isFalse();
        assertThat(isThere(young)).isTrue();
        assertThat(Folder.children(results.outbox().root())
                        .map(Path::getFileName)
                        .map(Path::toString))
                .containsExactlyInAnyOrder("index.html", "gallery", young.folderName());
        assertThat(gallery()).contains(young.folderName()).doesNotContain(old.folderName());
        assertThat(journal.find(old.id())).contains(old);
    }

    @Test
    void withoutATimeNothingGoes() throws IOException {
        Job old = done("old.png");
        clock.move(MONTH.multipliedBy(100));

        keeping(new RetentionSettings(null, null)).sweep();

        assertThat(isThere(old)).isTrue();
    }

    @Test
    void originalsThatWereRejectedGoOnlyByTheirOwnTime() throws IOException {
        Job old = rejected("old.txt");
        clock.move(MONTH.plusDays(1));

        sweep();
        assertThat(isThere(old)).isTrue();

        keeping(new RetentionSettings(null, MONTH)).sweep();
        assertThat(isThere(old)).isFalse();
    }

    @Test
    void whatIsOwedToAServerStays() throws IOException {
        Job old = done("old.png");
        owed.add(old.id());
        clock.move(MONTH.plusDays(1));

        sweep();
        assertThat(isThere(old)).isTrue();

        owed.clear();
        sweep();
        assertThat(isThere(old)).isFalse();
    }

    @Test
    void aResultStaysThatRecoveryMayLookFor() throws IOException {
        Job old = done("old.png");
        results.claimed(old);
        clock.move(MONTH.plusDays(1));

        sweep();

        assertThat(isThere(old)).isTrue();
    }

    @Test
    void otherPeoplesFoldersStay() throws IOException {
        Job old = done("old.png");
        Path notes = Files.createDirectories(results.outbox().root().resolve("notes-" + old.id()));
        Path own = Files.createDirectories(results.outbox().root().resolve("mine"));
        Files.writeString(own.resolve("report.json"), "{}");
        clock.move(MONTH.plusDays(1));

        sweep();

        assertThat(notes).isDirectory();
        assertThat(own).isDirectory();
    }

    @Test
    void whatAKillLeftHalfDeletedIsDeletedTheNextTime() throws IOException {
        Path half = Files.createDirectories(results.outbox().root().resolve(".removed-260115-040000-a1k09b"));
        Files.writeString(half.resolve("source.png"), "the original bytes");

        keeping(new RetentionSettings(null, null)).sweep();

        assertThat(half).doesNotExist();
    }

    @Test
    void aFolderInWorkIsClearedOnlyOfAJobThatEndedAndRests() throws IOException {
        Job ended = done("ended.png");
        Job open = journal.admit(Jobs.admitted("open.png"));
        results.claimed(ended);
        results.claimed(open);
        results.claimed(Jobs.admitted("not-yet-in-the-journal.png"));

        sweep();
        assertThat(claims()).hasSize(3);

        clock.move(Duration.ofDays(1));
        sweep();
        assertThat(claims()).hasSize(2).doesNotContain(ended.id().value());
    }

    private Stream<String> claims() {
        return Folder.children(results.work()).map(claim -> claim.getFileName().toString());
    }
}
