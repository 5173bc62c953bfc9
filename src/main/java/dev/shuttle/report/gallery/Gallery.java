package dev.shuttle.report.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * {@code outbox/index.html} and what belongs to it. Adding a job reads and writes the last shelf, the list of shelves and
 * the page, however many jobs there are. One writer at a time: a lock within the program, a locked file between programs.
 */
public final class Gallery {
    /** The page's name in the outbox. */
    public static final String PAGE = "index.html";
    /** The folder of the page's data in the outbox. */
    public static final String FOLDER = "gallery";

    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path outbox;
    private final Path folder;
    private final @Nullable Locale locale;
    private final ReentrantLock lock;

    /**
     * The gallery of an outbox.
     *
     * @param locale the language the page shows first; null leaves it to the browser
     */
    public Gallery(Path outbox, @Nullable Locale locale) {
        this.outbox = outbox.toAbsolutePath().normalize();
        this.folder = this.outbox.resolve(FOLDER);
        this.locale = locale;
        this.lock = Objects.requireNonNull(LOCKS.computeIfAbsent(this.folder, f -> new ReentrantLock()));
    }

    /**
     * Adds a job that lies in the outbox; adding it again changes nothing but its entry.
     *
     * @param place its folder, with its {@code report.json}
     */
    public void add(Path place) throws IOException {
        Optional<Entry> entry = Folders.read(outbox, Folders.name(outbox, place));
        if (entry.isPresent()) {
            add(entry.get());
        }
    }

    private void add(Entry entry) throws IOException {
        alone(() -> {
            Shelves shelves = Shelves.read(folder);
            if (shelves.newest(1).contains(entry) && Files.exists(outbox.resolve(PAGE))) {
                return;
            }
            Shelf shelf = shelves.open().with(entry);
            shelf.write(folder);
            Shelves changed = shelves.with(shelf);
            changed.write();
            page(changed);
        });
    }

    /** Brings the gallery in line with the folders: what was deleted goes, what is missing comes. */
    public void refresh() throws IOException {
        alone(() -> {
            Shelves shelves = Shelves.read(folder);
            List<Entry> known = shelves.all();
            List<Entry> there = Folders.reconciled(outbox, known);
            boolean right = there.equals(known) && shelves.jobs() == known.size() && shelves.isWritten();
            page(right ? shelves : shelves.replaced(there));
        });
    }

    private void page(Shelves shelves) throws IOException {
        DataFile.write(outbox.resolve(PAGE), GalleryPage.of(shelves.newest(GalleryPage.SHOWN), shelves.jobs(), locale));
    }

    private interface Change {
        void make() throws IOException;
    }

    private void alone(Change change) throws IOException {
        lock.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Objects.requireNonNull(held);
                change.make();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            lock.unlock();
        }
    }
}
