package dev.shuttle.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.OtherFileSystem;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClaimTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Jobs.NOON);

    @TempDir
    private Path folder = Path.of("");

    private Path inbox = folder;
    private Path work = folder;
    private Claim claim = new Claim(work, CLOCK, new Random(1));

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        work = Files.createDirectory(folder.resolve("work"));
        claim = new Claim(work, CLOCK, new Random(1));
    }

    private Path arrives(String path) throws IOException {
        Path file = inbox.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aClaimedFileIsInTheJobsFolderUnderTheWayItCameBy() throws Exception {
        Path file = arrives("damask/spring/牡丹 1.jpg");

        JobFolder claimed = claim.take(file, inbox, Origin.INBOX);

        assertThat(file).doesNotExist();
        assertThat(claimed.root().getParent()).isEqualTo(work);
        assertThat(JobId.isOne(claimed.jobId())).isTrue();
        assertThat(claimed.source()).contains(claimed.root().resolve("inbox/damask/spring/牡丹 1.jpg"));
        assertThat(claimed.requireSource()).hasContent("damask/spring/牡丹 1.jpg");
    }

    @Test
    void aSidecarIsClaimedWithItsPaperAndIsNotTheSource() throws Exception {
        arrives("point_paper/peony.pointpaper.json");

        JobFolder claimed = claim.take(arrives("point_paper/peony.bmp"), inbox, Origin.INBOX);

        assertThat(claimed.requireSource()).isEqualTo(claimed.root().resolve("inbox/point_paper/peony.bmp"));
        assertThat(claimed.sidecar())
                .contains(claimed.root().resolve("sidecar/inbox/point_paper/peony.pointpaper.json"));
        assertThat(in(inbox.resolve("point_paper"))).isEmpty();
    }

    @Test
    void aSidecarGoesBackWhereItsPaperIsGone() throws Exception {
        Path sidecar = arrives("point_paper/peony.pointpaper.json");

        assertThatThrownBy(() -> claim.take(inbox.resolve("point_paper/peony.bmp"), inbox, Origin.INBOX))
                .isInstanceOf(IOException.class);

        assertThat(sidecar).hasContent("point_paper/peony.pointpaper.json");
        assertThat(in(work)).isEmpty();
    }

    @Test
    void theWayInIsInThePath() throws Exception {
        JobFolder claimed = claim.take(arrives("peony.jpg"), inbox, Origin.SFTP);

        assertThat(claimed.requireSource()).isEqualTo(claimed.root().resolve("sftp/peony.jpg"));
    }

    @Test
    void twoFilesOfOneNameBecomeTwoJobs() throws Exception {
        JobFolder first = claim.take(arrives("peony.jpg"), inbox, Origin.INBOX);
        JobFolder second = claim.take(arrives("peony.jpg"), inbox, Origin.INBOX);

        assertThat(first.root()).isNotEqualTo(second.root());
        assertThat(first.requireSource()).exists();
        assertThat(second.requireSource()).exists();
    }

    @Test
    void aJobsNameThatIsTakenIsNotUsedAgain() throws Exception {
        Claim twin = new Claim(work, CLOCK, new Random(1));
        JobFolder first = claim.take(arrives("a.jpg"), inbox, Origin.INBOX);

        JobFolder second = twin.take(arrives("b.jpg"), inbox, Origin.INBOX);

        assertThat(second.jobId()).isNotEqualTo(first.jobId());
        assertThat(first.requireSource()).hasContent("a.jpg");
        assertThat(second.requireSource()).hasContent("b.jpg");
    }

    @Test
    void aFileThatIsGoneLeavesNothingBehind() throws Exception {
        assertThatThrownBy(() -> claim.take(inbox.resolve("gone.jpg"), inbox, Origin.INBOX))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(in(work)).isEmpty();
    }

    @Test
    void theTicketComesWithItsPicture() throws Exception {
        Path file = arrives("damask/peony.jpg");
        Path ticket = arrives("damask/peony.jpg.yaml");

        JobFolder claimed = claim.take(file, inbox, Origin.INBOX);

        assertThat(file).doesNotExist();
        assertThat(ticket).doesNotExist();
        assertThat(claimed.requireSource()).isEqualTo(claimed.root().resolve("inbox/damask/peony.jpg"));
        assertThat(claimed.ticket().orElseThrow()).hasContent("damask/peony.jpg.yaml");
    }

    @Test
    void aPictureThatIsGoneGivesItsTicketBack() throws Exception {
        Path ticket = arrives("damask/gone.jpg.yaml");

        assertThatThrownBy(() -> claim.take(ticket.resolveSibling("gone.jpg"), inbox, Origin.INBOX))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(ticket).hasContent("damask/gone.jpg.yaml");
        assertThat(in(work)).isEmpty();
    }

    @Test
    void aClaimThatWasKilledBetweenTicketAndPictureIsUndone() throws Exception {
        Path file = arrives("damask/peony.jpg");
        arrives("damask/peony.jpg.yaml");
        JobFolder claimed = claim.take(file, inbox, Origin.INBOX);
        Files.move(claimed.requireSource(), file);

        Claim.undo(claimed, inbox, Origin.INBOX);

        assertThat(inbox.resolve("damask/peony.jpg.yaml")).hasContent("damask/peony.jpg.yaml");
        assertThat(in(work)).isEmpty();
    }

    @Test
    void aTicketThatIsGivenBackOverwritesNoNewerOne() throws Exception {
        Path file = arrives("peony.jpg");
        arrives("peony.jpg.yaml");
        JobFolder claimed = claim.take(file, inbox, Origin.INBOX);
        Files.delete(claimed.requireSource());
        Path newer = Files.writeString(inbox.resolve("peony.jpg.yaml"), "colours: 5");

        Claim.undo(claimed, inbox, Origin.INBOX);

        assertThat(newer).hasContent("colours: 5");
        assertThat(inbox.resolve("returned-1-peony.jpg.yaml")).hasContent("peony.jpg.yaml");
    }

    @Test
    void aCopyThatFailsLeavesNothingBehind() throws Exception {
        assertThatThrownBy(() -> claim.copy(inbox.resolve("gone.jpg"), Origin.CLI))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(in(work)).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeMadeLeavesNothingBehindAndTheFileWhereItWas() throws Exception {
        // 300 bytes are no name for a folder; such a path comes of a deeper file system than ours.
        Path arrivals = inbox.resolve("a");
        Path file = arrivals.resolve("x".repeat(300)).resolve("peony.jpg");

        assertThatThrownBy(() -> claim.take(file, arrivals, Origin.FTP)).isInstanceOf(IOException.class);
        assertThat(in(work)).isEmpty();
    }

    @Test
    void aCopiedFileStaysWhereItIs() throws Exception {
        Path file = arrives("peony.jpg");

        JobFolder claimed = claim.copy(file, Origin.CLI);

        assertThat(file).exists();
        assertThat(claimed.requireSource())
                .isEqualTo(claimed.root().resolve("cli/peony.jpg"))
                .hasContent("peony.jpg");
    }

    @Test
    void aFileOnAnotherFileSystemIsClaimedToo() throws Exception {
        try (OtherFileSystem there = OtherFileSystem.than(work)) {
            String name = "织".repeat(83) + ".jpg";
            Path file = Files.writeString(there.folder().resolve(name), "peony");

            JobFolder claimed = claim.take(file, there.folder(), Origin.FTP);

            assertThat(file).doesNotExist();
            assertThat(claimed.requireSource()).hasContent("peony").hasFileName(name);
        }
    }

    @Test
    void ofManyWhoClaimOneFileOneGetsItAndTheOthersLeaveNothing() throws Exception {
        Path file = arrives("peony.jpg");
        List<Callable<Boolean>> claims = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    try {
                        new Claim(work, CLOCK, new Random(number)).take(file, inbox, Origin.INBOX);
                        return true;
                    } catch (NoSuchFileException late) {
                        return false;
                    }
                })
                .toList();

        assertThat(together(claims)).containsOnlyOnce(true);
        assertThat(in(work)).hasSize(1);
    }

    @Test
    void manyFilesClaimedAtOnceWithFewNamesToChooseFromAllGetTheirOwn() throws Exception {
        Set<String> names = new HashSet<>();
        RandomGenerator fewNames = new Random(5) {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized int nextInt(int bound) {
                return super.nextInt(2);
            }
        };
        Claim narrow = new Claim(work, CLOCK, fewNames);
        List<Callable<Boolean>> claims = IntStream.range(0, 32)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    JobFolder claimed = narrow.take(arrives(number + ".jpg"), inbox, Origin.INBOX);
                    synchronized (names) {
                        return names.add(claimed.jobId())
                                && Disk.sha256(claimed.requireSource())
                                        .equals(Disk.sha256(
                                                (number + ".jpg").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                    }
                })
                .toList();

        assertThat(together(claims)).hasSize(32).containsOnly(true);
    }

    private static List<Boolean> together(List<Callable<Boolean>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Boolean> results = new java.util.ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
