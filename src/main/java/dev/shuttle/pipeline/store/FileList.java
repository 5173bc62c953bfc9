package dev.shuttle.pipeline.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.pipeline.disk.Disk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files belong together, each with its SHA-256, by which its bytes are called in the store; put there after them, so that it names
 * nothing that is not there. Paths are written as in addresses, byte for byte, whatever the locale of the node that reads them.
 */
record FileList(List<Entry> entries) {
    private static final String FIRST = "shuttle 1";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) ([!-~]+)");

    /** One file. */
    record Entry(String sha256, long bytes, String path) {}

    static FileList of(Path root, List<Path> files) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String base = folder(root);
        for (Path file : files) {
            String path = file.toUri().getRawPath().substring(base.length());
            entries.add(new Entry(Disk.sha256(file), Files.size(file), path));
        }
        return new FileList(entries);
    }

    /** With the slash at its end, whether it is there or not. */
    private static String folder(Path root) {
        String path = root.toUri().getRawPath();
        return path.endsWith("/") ? path : path + "/";
    }

    /** Where a file of it lies; empty for one that would not lie in the folder. */
    static Optional<Path> place(Path root, Entry entry) {
        try {
            Path file = Path.of(URI.create("file://" + folder(root) + entry.path()));
            boolean isInside = file.startsWith(root) && file.equals(file.normalize()) && !file.equals(root);
            return isInside ? Optional.of(file) : Optional.empty();
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }

    byte[] written() {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        for (Entry entry : entries) {
            text.append(entry.sha256())
                    .append(' ')
                    .append(entry.bytes())
                    .append(' ')
                    .append(entry.path())
                    .append('\n');
        }
        return text.append("end\n").toString().getBytes(UTF_8);
    }

    /** Empty where it is not one, or not whole. */
    static Optional<FileList> read(byte[] bytes) {
        List<String> lines = new String(bytes, UTF_8).lines().toList();
        int last = lines.size() - 1;
        if (last < 1 || !lines.get(0).equals(FIRST) || !lines.get(last).equals("end")) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(1, last)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                return Optional.empty();
            }
            entries.add(new Entry(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3)));
        }
        return Optional.of(new FileList(entries));
    }
}
