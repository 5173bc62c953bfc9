package dev.shuttle.report.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The list of shelves, {@code gallery/index.js}: oldest first, with how many jobs each has.
 *
 * @param folder {@code outbox/gallery}
 */
record Shelves(Path folder, List<Count> counts) {
    private static final String FILE = "index.js";
    private static final Pattern COUNT = Pattern.compile("\\[(\\d{1,9}),(\\d{1,9})]");
    private static final Pattern SHELF = Pattern.compile("\\d{6,9}\\.js");

    /** A shelf and how many jobs it has. */
    record Count(int number, int jobs) {}

    static Shelves read(Path folder) throws IOException {
        List<Count> counts = new ArrayList<>();
        try {
            for (MatchResult found : COUNT.matcher(Files.readString(folder.resolve(FILE)))
                    .results()
                    .toList()) {
                counts.add(new Count(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
            }
        } catch (NoSuchFileException none) {
            // The first job makes it.
        }
        return new Shelves(folder, counts);
    }

    boolean isWritten() {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    int jobs() {
        return counts.stream().mapToInt(Count::jobs).sum();
    }

    /** The last shelf, or a new one where that is full or missing. */
    Shelf open() throws IOException {
        if (counts.isEmpty()) {
            return new Shelf(1, List.of());
        }
        Shelf last = Shelf.read(folder, counts.get(counts.size() - 1).number());
        return last.isFull() ? new Shelf(last.number() + 1, List.of()) : last;
    }

    /** With this shelf as it is now. */
    Shelves with(Shelf shelf) {
        List<Count> changed = new ArrayList<>(counts);
        changed.removeIf(c -> c.number() == shelf.number());
        changed.add(new Count(shelf.number(), shelf.entries().size()));
        return new Shelves(folder, changed);
    }

    /** The last jobs, newest first: so many, where there are as many. */
    List<Entry> newest(int most) throws IOException {
        List<Entry> newest = new ArrayList<>();
        for (int i = counts.size() - 1; i >= 0 && newest.size() < most; i--) {
            List<Entry> entries = Shelf.read(folder, counts.get(i).number()).entries();
            for (int j = entries.size() - 1; j >= 0 && newest.size() < most; j--) {
                newest.add(entries.get(j));
            }
        }
        return newest;
    }

    List<Entry> all() throws IOException {
        List<Entry> all = new ArrayList<>();
        for (Count count : counts) {
            all.addAll(Shelf.read(folder, count.number()).entries());
        }
        return all;
    }

    /** Puts these jobs, oldest first, on new shelves; the old ones go when the list no longer names them. */
    Shelves replaced(List<Entry> entries) throws IOException {
        int next = counts.stream().mapToInt(Count::number).max().orElse(0) + 1;
        List<Count> fresh = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += Shelf.ROOM) {
            List<Entry> some = entries.subList(from, Math.min(entries.size(), from + Shelf.ROOM));
            new Shelf(next, some).write(folder);
            fresh.add(new Count(next++, some.size()));
        }
        Shelves replaced = new Shelves(folder, fresh);
        replaced.write();
        clear(fresh.stream().map(c -> Shelf.fileName(c.number())).toList());
        return replaced;
    }

    void write() throws IOException {
        StringBuilder script = new StringBuilder("shuttle.shelves([");
        for (Count count : counts) {
            script.append('[')
                    .append(count.number())
                    .append(',')
                    .append(count.jobs())
                    .append("],");
        }
        script.append("]);\n");
        DataFile.write(folder.resolve(FILE), script.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void clear(Collection<String> kept) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (SHELF.matcher(name).matches() && !kept.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
