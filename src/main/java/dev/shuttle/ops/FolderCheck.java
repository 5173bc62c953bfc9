package dev.shuttle.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether a folder can be written to and its disk has room. */
final class FolderCheck extends AbstractHealthCheck {
    private final Path folder;
    private final long room;

    /** @param room bytes that must be free */
    FolderCheck(String name, Path folder, long room) {
        super("shuttle", name);
        this.folder = folder;
        this.room = room;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("folder", folder);
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            builder.detail("free_bytes", free);
            if (!Files.isWritable(folder)) {
                builder.message(folder + " cannot be written to; check the rights")
                        .down();
            } else if (free < room) {
                builder.message(folder + " has " + (free >> 20) + " MB left; make room, jobs wait for it")
                        .down();
            } else {
                builder.up();
            }
        } catch (IOException e) {
            builder.message(folder + " is not there: " + e.getMessage()).down();
        }
    }

    @Override
    public boolean isLiveness() {
        return false;
    }
}
