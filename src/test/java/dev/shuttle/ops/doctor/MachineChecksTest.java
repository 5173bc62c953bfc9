package dev.shuttle.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.disk.OtherFileSystem;
import dev.shuttle.pipeline.intake.RestedFiles;
import dev.shuttle.rig.Folder;
import dev.shuttle.settings.Secret;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found on this machine alone. */
class MachineChecksTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void aHeapThatIsTooSmallForTheLargestPictureIsAWarningWithWhatFits() {
        Finding finding = only(new MachineChecks.JavaCheck("17", 664L << 20, 100_000_000));

        assertThat(finding.level()).isEqualTo(Finding.Level.OK);
        Finding small = only(new MachineChecks.JavaCheck("17", 364L << 20, 100_000_000));
        assertThat(small.level()).isEqualTo(Finding.Level.WARN);
        assertThat(String.valueOf(small.hint())).contains("-Xmx636m", "52 million");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, OK", "ANSI_X3.4-1968, WARN"})
    void namesOutsideOfThePlainLocaleAreWarnedOf(String encoding, Finding.Level level) {
        assertThat(only(new MachineChecks.EncodingCheck(encoding)).level()).isEqualTo(level);
    }

    @Test
    void aMachineWithoutChineseLettersIsWarnedOf() {
        assertThat(only(new MachineChecks.FontCheck(Path.of("simsun.ttc"))).level())
                .isEqualTo(Finding.Level.OK);
        Finding none = only(new MachineChecks.FontCheck(null));
        assertThat(none.level()).isEqualTo(Finding.Level.WARN);
        assertThat(String.valueOf(none.hint())).contains("fonts-wqy-microhei");
    }

    @ParameterizedTest
    @CsvSource({
        "sk-0123456789abcdef0123456789abcdef, OK",
        "sk-ws-0123456789abcdef0123456789ab.c, OK",
        "sk-short, WARN",
        "0123456789abcdef0123456789abcdef, WARN",
        "sk-sp-0123456789abcdef0123456789ab, FAIL",
        "'\"sk-0123456789abcdef0123456789abcdef\"', FAIL",
        "Bearer sk-0123456789abcdef0123456789, FAIL",
        "sk-0123456789abcdef 0123456789abcdef, FAIL",
        "sk-密钥0123456789abcdef0123456789abc, FAIL"
    })
    void aKeysShapeIsJudgedAndNothingOfItIsShown(String key, Finding.Level level) {
        Finding finding = only(new ConfigurationChecks.KeyCheck(new Secret(key), "DASHSCOPE_API_KEY"));

        assertThat(finding.level()).isEqualTo(level);
        assertThat(finding.toString()).doesNotContain("0123456789").contains(key.length() + " characters");
    }

    @Test
    void filesOfOursAreOnesThatTheIntakeLeavesAlone() throws IOException {
        try (Probe probe = Probe.in(root, CLOCK)) {
            probe.rename(root);

            assertThat(Folder.children(root))
                    .singleElement()
                    .satisfies(file -> assertThat(
                                    RestedFiles.isTemporary(file.getFileName().toString()))
                            .isTrue());
        }
        assertThat(Folder.children(root)).isEmpty();
    }

    @Test
    void whatAKilledExaminationLeftIsClearedLaterButNotWhatIsNew() throws IOException {
        Path old = Files.createFile(root.resolve(".shuttle-doctor-old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
        Path fresh = Files.createFile(root.resolve(".shuttle-doctor-fresh"));

        only(new FolderChecks.FolderCheck("inbox", root, CLOCK));

        assertThat(Folder.children(root)).containsExactly(fresh);
    }

    @Test
    void foldersOnTwoFileSystemsAreAWarning() throws IOException {
        Path inbox = Files.createDirectory(root.resolve("inbox"));
        Path outbox = Files.createDirectory(root.resolve("outbox"));
        try (OtherFileSystem other = OtherFileSystem.than(root)) {
            assertThat(only(new FolderChecks.MovesCheck(inbox, other.folder(), outbox, CLOCK))
                            .level())
                    .isEqualTo(Finding.Level.WARN);
        }
        assertThat(only(new FolderChecks.MovesCheck(inbox, root, outbox, CLOCK)).level())
                .isEqualTo(Finding.Level.OK);
        assertThat(Folder.children(inbox)).isEmpty();
    }

    @Test
    void aFullDiskIsNamed() {
        Finding finding = only(new FolderChecks.RoomCheck(List.of(root), Long.MAX_VALUE));

        assertThat(finding.level()).isEqualTo(Finding.Level.FAIL);
        assertThat(String.valueOf(finding.hint())).contains("shuttle.management.room-low");
    }

    @Test
    void aPortThatAnotherProgramHasIsNamedWithItsSetting() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings.Http at = new Settings.Http("127.0.0.1", other.getLocalPort(), null);

            Finding finding = only(new MachineChecks.PortCheck("pages", "shuttle.http", at, root));

            assertThat(finding.level()).isEqualTo(Finding.Level.FAIL);
            assertThat(String.valueOf(finding.hint())).contains("shuttle.http.port");
        }
    }

    @Test
    void aCheckThatBreaksIsAFindingAndThoseThatNeedItAreSkipped() {
        List<Finding> told = new ArrayList<>();

        Doctor.of(List.of(new Broken(), new Needing())).examine(told::add);

        assertThat(told).extracting(Finding::level).containsExactly(Finding.Level.FAIL, Finding.Level.SKIP);
        assertThat(told.get(1).seen().en()).contains("broken");
    }

    private record Broken() implements Check {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public List<Finding> look() {
            throw new IllegalStateException("by accident");
        }
    }

    private record Needing() implements Check {
        @Override
        public String name() {
            return "needing";
        }

        @Override
        public java.util.Set<String> needs() {
            return java.util.Set.of("broken");
        }

        @Override
        public List<Finding> look() {
            throw new AssertionError("not to be looked at");
        }
    }

    private static Finding only(Check check) {
        List<Finding> findings = check.look();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
