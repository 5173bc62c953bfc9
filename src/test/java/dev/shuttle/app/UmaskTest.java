package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Pictures, journal, sessions and what the emulator keeps are for nobody but their owner, whatever the umask. */
@DisabledOnOs(OS.WINDOWS)
final class UmaskTest {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    /** What others may do anything with. */
    private static List<String> open(Path folder) throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                try {
                    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(each);
                    if (rights.stream().anyMatch(OTHERS::contains)) {
                        open.add(PosixFilePermissions.toString(rights) + " " + folder.relativize(each));
                    }
                } catch (NoSuchFileException movedOn) {
                    // The program is at work.
                }
            }
        } catch (java.io.UncheckedIOException movedOn) {
            // So it is while the folders are read.
        }
        return open;
    }

    @Test
    void nobodyElseReadsWhatLiesInWork(@TempDir Path root) throws Exception {
        Folder folder = new Folder(root);
        folder.drop("peony.png", Pictures.png(1));
        folder.drop("tapestry/crane.png.yaml", "cloud: false\n".getBytes(StandardCharsets.UTF_8));
        folder.drop("tapestry/crane.png", Pictures.png(2));
        Map<String, String> settings = folder.settings();

        try (ShuttleProcess run =
                ShuttleProcess.startUnderUmask("000", settings, Map.of(), "run", "--emulator", "--once")) {
            for (String step : List.of(" - submitted", " - downloaded", " - converted", " - done")) {
                run.awaitLine(line -> line.contains(step), 1);
                assertThat(open(folder.work())).as("after" + step).isEmpty();
            }
            assertThat(run.exitCode()).as(run.output()).isZero();
        }
        assertThat(open(folder.work())).isEmpty();
        assertThat(folder.results()).hasSize(2);
    }
}
