package dev.shuttle.pipeline.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskTest {
    @TempDir
    private Path here = Path.of("");

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(here.resolve(name), bytes);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Root may do anything, and would show nothing. */
    private static void withoutRootsRights() {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read and write everything");
    }

    @Test
    void aFileOfManyPiecesIsReadWhole() throws Exception {
        Path file = file("large.png", bytes(200_001));

        assertThat(Disk.read(file)).isEqualTo(bytes(200_001));
    }

    @Test
    void aFileOfManyPiecesIsWrittenWhole() throws Exception {
        Disk.write(here.resolve("large.png"), bytes(200_001));

        assertThat(here.resolve("large.png")).hasBinaryContent(bytes(200_001));
    }

    @Test
    void aFileMovesWithinItsFileSystemByOneRename() throws Exception {
        Path file = file("a.png", bytes(5000));
        Object identity = Files.readAttributes(file, "unix:ino").get("ino");
        Path target = Files.createDirectory(here.resolve("work")).resolve("b.png");

        Disk.move(file, target);

        assertThat(file).doesNotExist();
        assertThat(target).hasBinaryContent(bytes(5000));
        assertThat(Files.readAttributes(target, "unix:ino").get("ino")).isEqualTo(identity);
    }

    @Test
    void aFileMovesToAnotherFileSystemWhole() throws Exception {
        try (OtherFileSystem there = OtherFileSystem.than(here)) {
            Path file = file("牡丹.png", bytes(3_000_000));

            Disk.move(file, there.folder().resolve("牡丹.png"));

            assertThat(file).doesNotExist();
            assertThat(there.folder().resolve("牡丹.png")).hasBinaryContent(bytes(3_000_000));
            assertThat(names(there.folder())).containsExactly("牡丹.png");
        }
    }

    @Test
    void aFileOfTheLongestNameMovesToAnotherFileSystemToo() throws Exception {
        try (OtherFileSystem there = OtherFileSystem.than(here)) {
            String name = "x".repeat(251) + ".png";

            Disk.move(file(name, bytes(10)), there.folder().resolve(name));

            assertThat(names(there.folder())).containsExactly(name);
        }
    }

    @Test
    void whereTheTargetFolderIsMissingTheFileStays() throws Exception {
        Path file = file("a.png", bytes(10));

        assertThatThrownBy(() -> Disk.move(file, here.resolve("nowhere/a.png")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(file).hasBinaryContent(bytes(10));
    }

    @Test
    void whereTheTargetOnAnotherFileSystemIsMissingTheFileStays() throws Exception {
        try (OtherFileSystem there = OtherFileSystem.than(here)) {
            Path file = file("a.png", bytes(10));

            assertThatThrownBy(() -> Disk.move(file, there.folder().resolve("nowhere/a.png")))
                    .isInstanceOf(IOException.class);
            assertThat(file).hasBinaryContent(bytes(10));
        }
    }

    @Test
    void whatAKillLeftOfAnEarlierCopyIsReplaced() throws Exception {
        Path file = file("a.png", bytes(5000));
        Path target = here.resolve("b.png");
        Path half = Disk.partOf(target);
        Files.write(half, bytes(100));

        Disk.copy(file, target);

        assertThat(target).hasBinaryContent(bytes(5000));
        assertThat(half).doesNotExist();
        assertThat(file).exists();
    }

    @Test
    void aHalfCopyHasANameThatIsNeverTakenForAPicture() {
        Path part = Disk.partOf(here.resolve("x".repeat(251) + ".png"));

        assertThat(part.getFileName().toString()).startsWith(".part-").hasSizeLessThan(100);
        assertThat(part.getParent()).isEqualTo(here);
    }

    @Test
    void aReadOnlyPictureIsCopiedLikeAnyOther() throws Exception {
        withoutRootsRights();
        Path file = file("from-a-cd.png", bytes(500));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        Disk.copy(file, here.resolve("copy.png"));
        Disk.force(file);

        assertThat(here.resolve("copy.png")).hasBinaryContent(bytes(500));
    }

    @Test
    void aLinkIsASecondNameOfTheSameFile() throws Exception {
        Path file = file("a.png", bytes(10));

        Disk.linkOrCopy(file, here.resolve("b.png"));

        assertThat(Files.isSameFile(file, here.resolve("b.png"))).isTrue();
    }

    @Test
    void whereNoLinkCanBeMadeTheFileIsCopied() throws Exception {
        try (OtherFileSystem there = OtherFileSystem.than(here)) {
            Path file = file("a.png", bytes(10));

            Disk.linkOrCopy(file, there.folder().resolve("b.png"));

            assertThat(there.folder().resolve("b.png")).hasBinaryContent(bytes(10));
            assertThat(file).exists();
        }
    }

    @Test
    void writingReplacesWhatWasThereEntirely() throws Exception {
        Path file = file("a.json", bytes(100));

        Disk.write(file, bytes(7));

        assertThat(file).hasBinaryContent(bytes(7));
    }

    @Test
    void anAtomicWriteLeavesNothingBesideTheFile() throws Exception {
        Path file = file("a.json", bytes(100));

        Disk.writeAtomically(file, bytes(7));

        assertThat(file).hasBinaryContent(bytes(7));
        assertThat(names(here)).containsExactly("a.json");
    }

    @Test
    void anAtomicWriteThatFailsLeavesTheOldFile() throws Exception {
        Path folder = Files.createDirectory(here.resolve("a.json"));
        file("a.json/inside", bytes(1));

        assertThatThrownBy(() -> Disk.writeAtomically(folder, bytes(7))).isInstanceOf(IOException.class);

        assertThat(folder.resolve("inside")).exists();
    }

    @Test
    void aHashIsTheOneThatSha256sumTells() throws Exception {
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        assertThat(Disk.sha256(new byte[0])).isEqualTo(empty);
        assertThat(Disk.sha256(file("empty", new byte[0]))).isEqualTo(empty);
        assertThat(Disk.sha256(file("some", bytes(100_000)))).isEqualTo(Disk.sha256(bytes(100_000)));
    }

    @Test
    void aTreeIsDeletedButNotWhatItsLinksPointTo() throws Exception {
        Path kept = Files.createDirectory(here.resolve("kept"));
        file("kept/picture.png", bytes(1));
        Path tree = Files.createDirectories(here.resolve("tree/a/b"));
        Files.write(tree.resolve("c.png"), bytes(1));
        Files.createSymbolicLink(here.resolve("tree/link"), kept);

        Disk.deleteTree(here.resolve("tree"));

        assertThat(names(here)).containsExactly("kept");
        assertThat(kept.resolve("picture.png")).exists();
    }

    @Test
    void deletingATreeThatIsNotThereIsNoError() throws Exception {
        Disk.deleteTree(here.resolve("nowhere"));

        assertThat(names(here)).isEmpty();
    }

    @Test
    void forcingAFileOrAFolderChangesNothing() throws Exception {
        Path file = file("a.png", bytes(10));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

        Disk.force(file);
        Disk.forceFolder(here);
        Disk.forceFolder(null);
        Disk.forceFolder(here.resolve("nowhere"));

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.from(Instant.EPOCH));
        assertThat(file).hasBinaryContent(bytes(10));
    }
}
