package dev.shuttle.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FileErrorsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/shuttle");

    /** What is caught. */
    private static final Pattern CAUGHT = Pattern.compile("catch \\((?:final )?[\\w.| ]*?(\\w+)\\) \\{");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/a/b"), "no permission for /a/b"),
                Arguments.of(new AccessDeniedException("/a", "/b", null), "no permission for /a or /b"),
                Arguments.of(new NoSuchFileException("/a/b"), "/a/b: no such file or folder"),
                Arguments.of(new NoSuchFileException("/a", "/b", null), "/a to /b: no such file or folder"),
                Arguments.of(new FileAlreadyExistsException("/a"), "/a: it is there already"),
                Arguments.of(new DirectoryNotEmptyException("/a"), "/a: the folder is not empty"),
                Arguments.of(new NotDirectoryException("/a"), "/a: it is no folder"),
                Arguments.of(new FileSystemLoopException("/a"), "/a: links lead round in a circle"),
                Arguments.of(new AtomicMoveNotSupportedException("/a", "/b", "Invalid"), "on different disks"),
                Arguments.of(new ReadOnlyFileSystemException(), "the disk is mounted read-only"),
                Arguments.of(
                        new FileSystemException("/a", null, "No space left on device"),
                        "/a: No space left on device (the disk is full, make room)"),
                Arguments.of(
                        new IOException("No space left on device"),
                        "No space left on device (the disk is full, make room)"),
                Arguments.of(new FileSystemException("/a", null, "Read-only file system"), "mounted read-only"),
                Arguments.of(new FileSystemException("/a", null, "Too many open files"), "ulimit -n"),
                Arguments.of(new FileSystemException("/a"), "/a: it cannot be read or written"),
                Arguments.of(
                        new FileNotFoundException("/a (Permission denied)"),
                        "/a (Permission denied) (check its owner and its rights)"),
                Arguments.of(new MalformedInputException(1), "it is no text in UTF-8"),
                Arguments.of(new EOFException(), "it ends too early"),
                Arguments.of(new ClosedByInterruptException(), "it was closed meanwhile"),
                Arguments.of(new IOException(), "it cannot be read or written"),
                Arguments.of(new IllegalStateException(), "an unforeseen fault"),
                Arguments.of(new NullPointerException("dev.shuttle.app.Program is null"), "an unforeseen fault"),
                Arguments.of(new StackOverflowError(), "nested too deeply"),
                Arguments.of(new NoClassDefFoundError("a/b/C"), "missing or damaged"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void sayTheFileAndWhatHappened(Throwable failure, String words) {
        assertThat(FileErrors.of(failure)).contains(words).doesNotContainPattern("Exception|Error\\b|java\\.|null");
    }

    @Test
    void sayTheSameWhateverIsWrappedRoundThem() {
        IOException gone = new NoSuchFileException("/a");

        assertThat(List.of(
                        new UncheckedIOException(gone),
                        new DirectoryIteratorException(gone),
                        new CompletionException(new ExecutionException(new UncheckedIOException(gone))),
                        new IllegalStateException("org.sqlite.SQLiteException: broken", gone),
                        new RuntimeException(null, gone)))
                .allSatisfy(failure -> {
                    assertThat(FileErrors.of(failure)).isEqualTo("/a: no such file or folder");
                    assertThat(FileErrors.isOne(failure)).isTrue();
                });
    }

    @Test
    void leaveAloneWhatIsSaidForPeople() {
        IllegalStateException said = new IllegalStateException("the pool is shut", new NoSuchFileException("/a"));

        assertThat(FileErrors.of(said)).isEqualTo("the pool is shut");
        assertThat(FileErrors.isOne(said)).isFalse();
    }

    @Test
    void theRealOnesOfThisSystemAreNamedToo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "x");

        for (Path wrong :
                List.of(folder.resolve("none/a.png"), file.resolve("a.png"), folder.resolve("x".repeat(300)))) {
            try {
                Files.writeString(wrong, "x");
            } catch (IOException failure) {
                assertThat(FileErrors.of(failure)).startsWith(wrong + ": ").doesNotContain("Exception");
            }
        }
    }

    /** The name of a class tells its user nothing: what is caught goes to a log, a report or a terminal by its words. */
    @Test
    void noCaughtFailureIsPrintedByItsClass() throws IOException {
        List<String> printed = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    // They know nothing of the program, and speak to those who test it.
                    .filter(each -> !each.startsWith(SOURCES.resolve("emulator")))
                    .toList()) {
                String text = Files.readString(file);
                Matcher caught = CAUGHT.matcher(text);
                while (caught.find()) {
                    String name = caught.group(1);
                    // Of the block that catches it.
                    int end = text.indexOf("\n    }\n", caught.end());
                    String block = text.substring(caught.end(), end < 0 ? text.length() : end);
                    if (byItsClass(name).matcher(block).find()) {
                        printed.add(file.getFileName() + ": " + name);
                    }
                }
            }
        }
        assertThat(printed).isEmpty();
    }

    private static Pattern byItsClass(String name) {
        return Pattern.compile("\\b" + name + "\\.toString\\(\\)|\\+ " + name + "\\b(?![.(])|String\\.valueOf\\(" + name
                + "\\)" + "|\\b" + name + "\\.getClass\\(\\)|LOG\\.(?:info|warn|error)\\([^;]*, " + name + "\\);");
    }
}
