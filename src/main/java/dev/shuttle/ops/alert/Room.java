package dev.shuttle.ops.alert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the disks have the room that is asked for; enough again is a tenth more, so that nothing flutters. */
final class Room {
    /** How much is free where a folder lies. */
    @FunctionalInterface
    interface Free {
        long bytes(Path folder) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private final List<Path> folders;
    private final long asked;
    private final Free free;
    private @Nullable Path low;

    Room(List<Path> folders, long asked, Free free) {
        this.folders = folders;
        this.asked = asked;
        this.free = free;
    }

    /** Looks, and tells. A folder that cannot be looked at is health's business. */
    void look(Alerts alerts) {
        for (Path folder : folders) {
            try {
                look(folder, free.bytes(folder), alerts);
            } catch (IOException unknown) {
                LOG.debug("{}: {}", folder, unknown.toString());
            }
        }
    }

    private void look(Path folder, long bytes, Alerts alerts) {
        if (bytes < asked && (low == null || low.equals(folder))) {
            low = folder;
            alerts.roomLow(folder.toString(), bytes, asked);
        } else if (folder.equals(low) && bytes >= asked + asked / 10) {
            low = null;
            alerts.roomEnough(folder.toString(), bytes);
        }
    }
}
