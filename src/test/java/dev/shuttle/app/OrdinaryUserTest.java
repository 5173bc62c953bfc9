package dev.shuttle.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.GbkName;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --once} ends, whatever lies in the inbox, with a word about what it left; as a user whom rights bind. */
class OrdinaryUserTest {
    private static final int DONE = 0;
    private static final int SOME_FAILED = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Folder folder;

    @BeforeEach
    void whereRightsBind() throws IOException {
        assumeTrue(java.io.File.separatorChar == '/' && ShuttleProcess.canDropRights(), "no setpriv here");
        folder = new Folder(root);
        folder.drop("good.png", picture(1));
    }

    @AfterEach
    void rightsAreGivenBack() throws Exception {
        new ProcessBuilder("chmod", "-R", "u+rwX", root.toString()).start().waitFor();
    }

    private static byte[] picture(int seed) {
        return Pictures.encoded(Pictures.picture(seed, 48, 48), "png");
    }

    private void only(String path, String rights) throws IOException {
        Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString(rights));
    }

    private String runs(int code, String locale) throws Exception {
        Map<String, String> settings = new HashMap<>(folder.settings());
        settings.put("shuttle.preset", "faithful");
        try (ShuttleProcess run =
                ShuttleProcess.startWithoutRights(settings, Map.of("LC_ALL", locale), "run", "--once")) {
            assertThat(run.exitCode()).as(run.output()).isEqualTo(code);
            assertThat(run.output()).doesNotContain("Exception");
            return run.output();
        }
    }

    private List<String> done() {
        return folder.reports().stream()
                .filter(report -> report.state() == State.DONE)
                .map(report -> report.source().name())
                .sorted()
                .toList();
    }

    @Test
    void whatMayNotBeReadOrTakenStaysAndIsNamedOnceAndTheOthersAreDone() throws Exception {
        folder.drop("secret.png", picture(2));
        only("inbox/secret.png", "---------");
        folder.drop("ticketed.png", picture(3));
        folder.drop("ticketed.png.yaml", "colours: 4".getBytes(UTF_8));
        only("inbox/ticketed.png.yaml", "---------");
        folder.drop("locked/a.png", picture(4));
        only("inbox/locked", "---------");
        folder.drop("faithful/b.png", picture(5));
        only("inbox/faithful", "r-xr-xr-x");

        String said = runs(SOME_FAILED, "C.UTF-8");

        assertThat(done()).containsExactly("good.png");
        assertThat(said.lines().filter(line -> line.startsWith("left in the inbox:")))
                .hasSize(4)
                .anyMatch(line -> line.contains("secret.png may not be read"))
                .anyMatch(line -> line.contains("ticketed.png.yaml may not be read"))
                .anyMatch(line -> line.contains("locked is a folder that may not be read"))
                .anyMatch(line -> line.contains("b.png cannot be taken out of its folder"));
        assertThat(said.lines().filter(line -> line.contains(" WARN ") && line.contains("secret.png")))
                .hasSize(1);
        only("inbox/faithful", "rwxr-xr-x");
        only("inbox/locked", "rwxr-xr-x");
        assertThat(root.resolve("inbox/locked/a.png")).exists();
        assertThat(root.resolve("inbox/faithful/b.png")).exists();
    }

    @Test
    void aResultThatCannotBeWrittenIsMadeOnceKeptAndPublishedByTheNextRun() throws Exception {
        Files.createDirectories(folder.outbox());
        only("outbox", "r-xr-xr-x");

        String said = runs(SOME_FAILED, "C.UTF-8");

        assertThat(said).contains("could not be finished now");
        assertThat(said.lines().filter(line -> line.contains(" - converted"))).hasSize(1);
        only("outbox", "rwxr-xr-x");
        runs(DONE, "C.UTF-8");
        assertThat(done()).containsExactly("good.png");
    }

    @Test
    void aNameInGbkIsReadEvenUnderTheLocaleC() throws Exception {
        for (String locale : List.of("C.UTF-8", "C")) {
            Files.write(GbkName.in(folder.inbox(), "牡丹.png"), picture(6));

            runs(DONE, locale);
        }

        assertThat(done()).containsExactly("good.png", "牡丹.png", "牡丹.png");
    }

    @Test
    void aTruncatedPictureIsRejectedWhenItHasRestedWithTheChecksumOfTheFileThatIsKept() throws Exception {
        byte[] whole = Pictures.png(7);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        folder.drop("half.png", half);

        runs(SOME_FAILED, "C.UTF-8");

        Report report = folder.reports().stream()
                .filter(one -> one.state() == State.REJECTED)
                .findFirst()
                .orElseThrow();
        assertThat(report.source().sha256()).isEqualTo(Disk.sha256(half));
        assertThat(report.source().bytes()).isEqualTo(half.length);
    }

    @Test
    void anInboxThatLeadsIntoTheOutboxIsAMistakeInTheConfiguration() throws Exception {
        Files.createDirectories(folder.inbox().resolve("results"));
        Files.createSymbolicLink(folder.outbox(), folder.inbox().resolve("results"));

        assertThat(runs(2, "C.UTF-8")).contains("shuttle.inbox").contains("must lie apart");
        assertThat(root.resolve("inbox/good.png")).exists();
    }
}
