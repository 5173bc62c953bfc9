package dev.shuttle.ops.doctor;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Whether pictures go from folder to folder by a rename, or have to be copied. */
record MovesCheck(Path inbox, Path work, Path outbox, InstantSource clock) implements Check {
    @Override
    public String name() {
        return "moves";
    }

    @Override
    public Set<String> needs() {
        return Set.of("inbox", "work", "outbox");
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        if (!Files.isDirectory(inbox) || !Files.isDirectory(work) || !Files.isDirectory(outbox)) {
            return List.of(words.skip("moves.later"));
        }
        return List.of(moved(words));
    }

    private Finding moved(Words words) {
        Path from = inbox;
        Path to = work;
        try (Probe probe = Probe.in(inbox, clock)) {
            probe.rename(work);
            from = work;
            to = outbox;
            probe.rename(outbox);
            return words.ok("moves");
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            return words.warn("moves.copy", from, to);
        } catch (IOException e) {
            return words.fail("moves.fail", from, to, Probe.why(e));
        }
    }
}
