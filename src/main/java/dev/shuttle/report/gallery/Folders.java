package dev.shuttle.report.gallery;

import dev.shuttle.report.ReportException;
import dev.shuttle.report.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folders of an outbox, which are the truth about what is in it. */
final class Folders {
    private static final String REPORT = "report.json";
    private static final List<String> OTHER_PLACES = List.of("rejected", "failed");

    private Folders() {}

    /** A folder's name relative to the outbox. */
    static String name(Path outbox, Path place) {
        return outbox.relativize(place.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /** The entries of folders that are there, and those that other folders' reports make; oldest first. */
    static List<Entry> reconciled(Path outbox, List<Entry> known) throws IOException {
        Set<String> there = new HashSet<>(names(outbox, ""));
        for (String place : OTHER_PLACES) {
            there.addAll(names(outbox, place + "/"));
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        known.stream().filter(e -> there.contains(e.folder())).forEach(e -> entries.put(e.folder(), e));
        for (String name : there) {
            if (!entries.containsKey(name)) {
                read(outbox, name).ifPresent(e -> entries.put(name, e));
            }
        }
        List<Entry> sorted = new ArrayList<>(entries.values());
        sorted.sort(Comparator.comparingLong(Entry::at));
        return sorted;
    }

    private static List<String> names(Path outbox, String place) throws IOException {
        Path folder = outbox.resolve(place);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> place + child.getFileName())
                    .filter(name -> !name.startsWith(".") && !OTHER_PLACES.contains(name))
                    .toList();
        }
    }

    /** The entry that a folder's report makes; empty where it is no job of ours. */
    static Optional<Entry> read(Path outbox, String name) {
        Path file = outbox.resolve(name).resolve(REPORT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(Entry.of(
                    name, Reports.read(in), Files.getLastModifiedTime(file).toInstant()));
        } catch (ReportException notOurs) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
