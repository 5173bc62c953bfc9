package dev.shuttle.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.RawNames;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.GbkName;
import dev.shuttle.rig.Told;
import dev.shuttle.settings.Settings.Folders;
import dev.shuttle.settings.Settings.Intake;
import dev.shuttle.settings.Settings.Routes;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of the inbox, and what never is. */
final class InboxTest {
    private static final Duration SETTLE = Duration.ofSeconds(1);

    @TempDir
    private Path root = Path.of("");

    private final MovedClock clock = new MovedClock();
    private final Shutdown shutdown = new Shutdown();
    private Path inbox = root;
    private Path outside = root;
    private Path work = root;

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(root.resolve("inbox"));
        outside = root.resolve("outside");
        Files.createDirectories(outside.resolve("deep"));
        work = Files.createDirectory(root.resolve("work"));
        Files.createDirectory(root.resolve("outbox"));
    }

    private Inbox inbox(Path folder) {
        Folders folders = new Folders(
                folder,
                root.resolve("outbox"),
                work,
                new Routes(root.resolve("routes"), false),
                root,
                root,
                root,
                root,
                root);
        Intake intake = new Intake(SETTLE, SETTLE, SETTLE, true, "faithful", 1 << 20, 1 << 20, "");
        return new Inbox(
                folders,
                intake,
                new Pairs(new RestedFiles(SETTLE, clock), SETTLE, clock),
                new Claim(work, clock, new Random(1)),
                clock,
                shutdown);
    }

    private static List<JobFolder> taken(Inbox inbox) {
        List<JobFolder> taken = new ArrayList<>();
        inbox.arrivals().forEachRemaining(taken::addAll);
        return taken;
    }

    /** Looks, lets it rest, and looks again. */
    private List<JobFolder> rested(Inbox inbox) {
        taken(inbox);
        clock.move(SETTLE);
        return taken(inbox);
    }

    private static List<String> names(List<JobFolder> folders) throws IOException {
        List<String> names = new ArrayList<>();
        for (JobFolder folder : folders) {
            names.add(RawNames.readable(folder.requireSource()));
        }
        return names;
    }

    private static Path picture(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, Arrivals.picture("png", 8, 8));
    }

    @Test
    void filesInFoldersAreTakenWithTheirTicketsFolderByFolder() throws Exception {
        picture(inbox.resolve("damask/b.png"));
        Files.writeString(inbox.resolve("damask/b.png.yaml"), "colours: 4");
        picture(inbox.resolve("a.png"));

        List<JobFolder> taken = rested(inbox(inbox));

        assertThat(names(taken)).containsExactly("a.png", "b.png");
        assertThat(taken.get(1).ticket()).isPresent();
        assertThat(Folder.children(inbox.resolve("damask"))).isEmpty();
    }

    @Test
    void aNameInGbkIsTakenWithItsTicketAndKeepsItsBytes() throws Exception {
        assumeTrue(java.io.File.separatorChar == '/', "names are no bytes here");
        Path folder = Files.createDirectory(GbkName.in(inbox, "蜀锦"));
        picture(GbkName.in(folder, "牡丹.png"));
        Files.writeString(GbkName.in(folder, "牡丹.png.yaml"), "colours: 4");

        List<JobFolder> taken = rested(inbox(inbox));

        assertThat(names(taken)).containsExactly("牡丹.png");
        assertThat(taken.get(0).requireSource().getFileName())
                .isEqualTo(GbkName.in(inbox, "牡丹.png").getFileName());
        assertThat(taken.get(0).ticket()).isPresent();
    }

    @Test
    @Timeout(60)
    void whatIsNoPlainFileStaysIsNotOpenedAndIsNamedOnce() throws Exception {
        Path far = picture(outside.resolve("deep/far.png"));
        Files.createSymbolicLink(inbox.resolve("link.png"), far);
        Files.createSymbolicLink(inbox.resolve("nowhere.png"), root.resolve("nowhere"));
        Files.createSymbolicLink(inbox.resolve("faithful"), outside);
        Files.createSymbolicLink(inbox.resolve("loop"), inbox);
        Files.createLink(inbox.resolve("second.png"), far);
        int things = 5 + pipe(inbox.resolve("pipe.png"));
        Inbox watched = inbox(inbox);
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                Told told = new Told()) {
            socket.bind(UnixDomainSocketAddress.of(inbox.resolve("socket.png")));

            for (int i = 0; i < 4; i++) {
                assertThat(rested(watched)).isEmpty();
            }

            assertThat(told.lines()).hasSize(things + 1);
            assertThat(watched.isEmpty()).isTrue();
            assertThat(watched.inTrouble()).isEmpty();
            assertThat(far).exists();
        }
    }

    private static int pipe(Path file) throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/mkfifo"))) {
            return 0;
        }
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", file.toString())
                        .start()
                        .waitFor())
                .isZero();
        return 1;
    }

    @Test
    void aFolderThatBecomesALinkBetweenTheLookAndTheClaimLeadsNowhere() throws Exception {
        picture(inbox.resolve("faithful/deep/far.png"));
        Path far = picture(outside.resolve("deep/far.png"));
        Inbox watched = inbox(inbox);
        taken(watched);
        clock.move(SETTLE);

        var arrivals = watched.arrivals();
        Files.move(inbox.resolve("faithful"), root.resolve("moved"));
        Files.createSymbolicLink(inbox.resolve("faithful"), outside);

        assertThat(arrivals.next()).isEmpty();
        assertThat(far).exists();
        assertThat(Folder.children(work)).isEmpty();
    }

    @Test
    void aFileThatBecomesALinkBetweenTheLookAndTheClaimIsPutBack() throws Exception {
        Path far = picture(outside.resolve("deep/far.png"));
        Path file = picture(inbox.resolve("far.png"));
        Inbox watched = inbox(inbox);
        taken(watched);
        clock.move(SETTLE);

        var arrivals = watched.arrivals();
        Files.delete(file);
        Files.createSymbolicLink(file, far);

        assertThat(arrivals.next()).isEmpty();
        assertThat(Files.readSymbolicLink(file)).isEqualTo(far);
        assertThat(far).exists();
        assertThat(Folder.children(work)).isEmpty();
    }

    @Test
    void anInboxThatLeadsIntoTheOutboxGivesNothingAndIsNamedOnce() throws Exception {
        picture(root.resolve("outbox/peony-1/source.png"));
        Path link = Files.createSymbolicLink(root.resolve("in"), root.resolve("outbox"));
        Inbox watched = inbox(link);
        try (Told told = new Told()) {
            assertThat(rested(watched)).isEmpty();
            assertThat(rested(watched)).isEmpty();

            assertThat(told.lines()).singleElement().asString().contains("outbox");
            assertThat(watched.inTrouble()).hasSize(1);
        }
    }

    @Test
    void anInboxThatIsGoneIsNamedOnceAndTakenUpWhenItIsBack() throws Exception {
        Inbox watched = inbox(inbox);
        Files.delete(inbox);
        assertThat(rested(watched)).isEmpty();
        assertThat(watched.inTrouble()).hasSize(1);

        picture(inbox.resolve("a.png"));

        assertThat(names(rested(watched))).containsExactly("a.png");
        assertThat(watched.inTrouble()).isEmpty();
    }

    @Test
    void manyFilesAreClaimedInGroupsAndNoneTwice() throws Exception {
        for (int i = 0; i < 450; i++) {
            picture(inbox.resolve("p" + i + ".png"));
        }
        Inbox watched = inbox(inbox);
        taken(watched);
        clock.move(SETTLE);
        List<Integer> groups = new ArrayList<>();
        List<JobFolder> all = new ArrayList<>();
        watched.arrivals().forEachRemaining(group -> {
            groups.add(group.size());
            all.addAll(group);
        });

        assertThat(groups).containsExactly(200, 200, 50);
        assertThat(names(all))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 450).mapToObj(i -> "p" + i + ".png").toList());
        assertThat(watched.isEmpty()).isTrue();
    }

    @Test
    void whenTheProgramStopsNothingMoreIsTaken() throws Exception {
        picture(inbox.resolve("a.png"));
        Inbox watched = inbox(inbox);
        taken(watched);
        clock.move(SETTLE);
        shutdown.begin();

        assertThat(taken(watched)).isEmpty();
        assertThat(inbox.resolve("a.png")).exists();
    }
}
