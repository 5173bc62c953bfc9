package dev.shuttle.ops.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
