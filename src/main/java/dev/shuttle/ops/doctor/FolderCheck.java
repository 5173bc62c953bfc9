package dev.shuttle.ops.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Whether files can be written, forced and renamed in a folder; tried, because rights say less than a try. */
record FolderCheck(String name, Path folder, InstantSource clock) implements Check {
    @Override
    public List<Finding> look() {
        return List.of(Files.exists(folder) ? tried() : toBeMade());
    }

    private Finding tried() {
        Words words = new Words(name);
        if (!Files.isDirectory(folder)) {
            return words.fail("folder.file", folder, "shuttle." + name);
        }
        try (Probe probe = Probe.in(folder, clock)) {
            probe.rename(folder);
            return words.ok("folder", folder);
        } catch (IOException e) {
            return words.fail("folder.unwritable", folder, Probe.why(e), "shuttle." + name);
        }
    }

    private Finding toBeMade() {
        Words words = new Words(name);
        Path above = Probe.existing(folder).orElse(folder);
        try (Probe probe = Probe.in(above, clock)) {
            probe.rename(above);
            return words.ok("folder.none", folder);
        } catch (IOException e) {
            return words.fail("folder.impossible", folder, above, "shuttle." + name);
        }
    }
}
