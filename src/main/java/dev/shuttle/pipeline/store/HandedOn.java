package dev.shuttle.pipeline.store;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.store.FileList.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of jobs that are under way, in the store: {@code <id>/<sha256>} for bytes, {@code <id>/source}, {@code cloud} and
 * {@code finished} for what belongs together. Bytes are called by their sum, so two nodes that put the same job there never mix. Without
 * a store it does nothing.
 */
public final class HandedOn {
    private static final Logger LOG = LoggerFactory.getLogger(HandedOn.class);

    private final Path work;
    private final @Nullable Store store;

    /** What this program has put there already, as it was then. */
    private final Map<JobId, Map<Part, String>> kept = new ConcurrentHashMap<>();

    /** Hands on what is in this work folder; by a null store nothing. */
    public HandedOn(Path work, @Nullable Store store) {
        this.work = work;
        this.store = store;
    }

    /** For a program whose files no other reaches. */
    public static HandedOn nothing() {
        return new HandedOn(Path.of(""), null);
    }

    /** Whether there is a store. */
    public boolean isOn() {
        return store != null;
    }

    /** Puts into the store what a job's folder has for the next stage, where it is not there yet. */
    public void keep(JobId id) throws IOException {
        keep(id, Part.SOURCE);
        keep(id, Part.CLOUD);
    }

    /** Puts a finished folder there, which lies in {@code out/}. */
    public void keepFinished(JobId id) throws IOException {
        keep(id, Part.FINISHED);
    }

    /** The job is another program's from now on: what was kept of it is not remembered here. */
    void letGo(JobId id) {
        kept.remove(id);
    }

    private void keep(JobId id, Part part) throws IOException {
        JobFolder folder = JobFolder.of(work, id.value());
        List<Path> files = store == null ? List.of() : part.files(folder);
        if (store == null || files.isEmpty()) {
            return;
        }
        String look = look(files);
        Map<Part, String> known = kept.computeIfAbsent(id, one -> new EnumMap<>(Part.class));
        synchronized (known) {
            if (!look.equals(known.get(part))) {
                Path root = part == Part.FINISHED ? folder.out() : folder.root();
                put(store, id, part, FileList.of(root, files), root);
                known.put(part, look);
            }
        }
    }

    /** Whether a file is as it was, without reading it. */
    private static String look(List<Path> files) throws IOException {
        StringBuilder look = new StringBuilder();
        for (Path file : files) {
            look.append(file)
                    .append(Files.size(file))
                    .append(Files.getLastModifiedTime(file).toMillis());
        }
        return Disk.sha256(look.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void put(Store store, JobId id, Part part, FileList list, Path root) throws IOException {
        Set<String> there = new HashSet<>(store.names(id.value()));
        for (Entry entry : list.entries()) {
            String name = id + "/" + entry.sha256();
            if (there.add(name)) {
                store.put(name, FileList.place(root, entry).orElseThrow());
            }
        }
        store.put(id + "/" + part.list(), list.written());
    }

    /** Whether another node has handed it on. */
    public boolean has(JobId id) throws IOException {
        return store != null && list(store, id, Part.SOURCE).isPresent();
    }

    /** Whether it is ready for the outbox. */
    public boolean isFinished(JobId id) throws IOException {
        return store != null && list(store, id, Part.FINISHED).isPresent();
    }

    /** Fetches what is in the store of a job and not in its folder. */
    public void fetch(JobId id) throws IOException {
        if (store == null) {
            return;
        }
        JobFolder folder = JobFolder.of(work, id.value());
        if (folder.source().isEmpty()) {
            fetch(store, id, Part.SOURCE, folder.root());
        }
        if (Part.CLOUD.files(folder).isEmpty()) {
            fetch(store, id, Part.CLOUD, folder.root());
        }
    }

    /** Fetches the finished folder, whole: returns where it is; empty where there is none. */
    public Optional<Path> fetchFinished(JobId id) throws IOException {
        JobFolder folder = JobFolder.of(work, id.value());
        if (store == null || Files.isDirectory(folder.finished())) {
            return store == null ? Optional.empty() : Optional.of(folder.finished());
        }
        if (!isFinished(id)) {
            return Optional.empty();
        }
        Path part = folder.root().resolve(".part-finished");
        Disk.deleteTree(part);
        fetch(store, id, Part.FINISHED, part);
        Files.move(part, folder.finished(), StandardCopyOption.ATOMIC_MOVE);
        Disk.forceFolder(folder.root());
        return Optional.of(folder.finished());
    }

    private void fetch(Store from, JobId id, Part part, Path root) throws IOException {
        FileList list = list(from, id, part).orElse(null);
        if (list == null) {
            return;
        }
        for (Entry entry : list.entries()) {
            Path file = FileList.place(root, entry)
                    .orElseThrow(() -> StoreException.unlike(from.place(), id + "/" + part.list()));
            if (Files.notExists(file)) {
                Path parent = Objects.requireNonNull(file.getParent());
                Modes.ownersFolder(parent);
                fetch(from, id + "/" + entry.sha256(), entry, file);
            }
        }
        LOG.atInfo().addKeyValue("job", id).addKeyValue("part", part.list()).log("fetched from the store");
    }

    private static void fetch(Store from, String name, Entry entry, Path file) throws IOException {
        Path part = file.resolveSibling(".part-" + entry.sha256().substring(0, 16));
        boolean isWhole = from.get(name, part) && Disk.sha256(part).equals(entry.sha256());
        if (!isWhole) {
            Files.deleteIfExists(part);
            throw StoreException.unlike(from.place(), name);
        }
        Modes.ownersFile(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Disk.forceFolder(file.getParent());
    }

    /** Empty also for one that is damaged: what it names cannot be had. */
    private static Optional<FileList> list(Store from, JobId id, Part part) throws StoreException {
        Optional<byte[]> bytes = from.read(id + "/" + part.list());
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileList> list = bytes.flatMap(FileList::read);
        if (list.isEmpty()) {
            throw StoreException.unlike(from.place(), id + "/" + part.list());
        }
        return list;
    }

    /** Its folder is no longer here. */
    public void gone(JobId id) {
        kept.remove(id);
    }

    /** A job has ended: nothing of it is handed on any more. What cannot be removed now goes with the next {@link #sweep}. */
    public void forget(JobId id) {
        kept.remove(id);
        if (store == null) {
            return;
        }
        try {
            remove(store, id);
        } catch (StoreException later) {
            LOG.atDebug().addKeyValue("job", id).log("stays in the store for now: {}", later.getMessage());
        }
    }

    /** Removes what is there of jobs whose time is over. */
    public void sweep(Predicate<JobId> isOver) {
        if (store == null) {
            return;
        }
        try {
            for (String folder : store.folders()) {
                if (JobId.isOne(folder) && isOver.test(new JobId(folder))) {
                    remove(store, new JobId(folder));
                }
            }
        } catch (StoreException later) {
            LOG.warn("could not be cleared, is tried again: {}", later.getMessage());
        }
    }

    /** The lists first, so that none names what is gone. */
    private static void remove(Store store, JobId id) throws StoreException {
        List<String> names = new ArrayList<>();
        for (Part part : Part.values()) {
            names.add(id + "/" + part.list());
        }
        List<String> there = store.names(id.value());
        names.retainAll(there);
        there.stream().filter(name -> !names.contains(name)).forEach(names::add);
        store.remove(id.value(), names);
    }
}
