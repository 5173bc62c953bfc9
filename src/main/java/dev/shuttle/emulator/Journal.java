package dev.shuttle.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events of an emulator's life in an append-only file, one JSON line each; a torn last line never happened. */
final class Journal implements AutoCloseable {
    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** Opens the journal and locks it against a second emulator. */
    static Journal open(Path path) throws IOException {
        FileChannel file = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnersOnly.file(path));
        if (lock(file) == null) {
            file.close();
            throw new EmulatorException(
                    EmulatorException.Code.STATE_IN_USE,
                    "another emulator uses " + path.getParent(),
                    "Stop it, or give this one another state directory.",
                    null);
        }
        return new Journal(file);
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    /** What was written before; to be called once, before the first {@link #write}. */
    synchronized List<Event> events() throws IOException {
        // Through the channel: opening the file a second time and closing it would give up the lock.
        byte[] all = Channels.newInputStream(file).readAllBytes();
        List<Event> events = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                events.add(
                        Json.MAPPER.readValue(new String(all, start, at - start, StandardCharsets.UTF_8), Event.class));
                start = at + 1;
            }
        }
        file.truncate(start);
        file.position(start);
        return events;
    }

    /** Appends an event; it survives the process from here, and the machine too where it is forced. */
    synchronized void write(Event event, boolean force) {
        byte[] json = Json.bytes(event);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
            if (force) {
                file.force(false);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
