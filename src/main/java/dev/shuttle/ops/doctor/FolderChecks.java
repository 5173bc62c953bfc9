package dev.shuttle.ops.doctor;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the folders can be written, pictures move from one to the next, and their disks have room. */
final class FolderChecks {
    private FolderChecks() {}

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

    /**
     * Whether the disks of the folders have room.
     *
     * @param low bytes; with less, health is DOWN and jobs wait
     */
    record RoomCheck(List<Path> folders, long low) implements Check {
        @Override
        public String name() {
            return "room";
        }

        @Override
        public Set<String> needs() {
            return Set.of("work", "outbox");
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            long least = Long.MAX_VALUE;
            Path where = folders.get(0);
            for (Path folder : folders) {
                try {
                    Optional<Path> existing = Probe.existing(folder);
                    long free = existing.isEmpty()
                            ? 0
                            : Files.getFileStore(existing.get()).getUsableSpace();
                    if (free < least) {
                        least = free;
                        where = folder;
                    }
                } catch (IOException e) {
                    return List.of(words.fail("room.unknown", folder, Probe.why(e)));
                }
            }
            return List.of(
                    least >= low
                            ? words.ok("room", where, least >> 20)
                            : words.fail("room.low", where, least >> 20, low >> 20));
        }
    }
}
