package dev.shuttle.rig;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Report;
import dev.shuttle.report.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A mill's folders: what is dropped in, and what can be seen from outside.
 *
 * @param root holds inbox, outbox and work
 */
public record Folder(Path root) {
    /** The presets as they are shipped: for who asks what a picture becomes, and not what becomes of it. */
    public static final Map<String, String> AS_SHIPPED = Map.of("shuttle.presets", "presets");

    private static final Path PRESETS = Path.of("src", "test", "presets").toAbsolutePath();

    /** The inbox. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** The outbox. */
    public Path outbox() {
        return root.resolve("outbox");
    }

    /** The work folder. */
    public Path work() {
        return root.resolve("work");
    }

    /** Drops a file as a careful copy does: another name first. */
    public void drop(String name, byte[] bytes) {
        try {
            Path target = inbox().resolve(name);
            Files.createDirectories(target.getParent());
            Path part = target.resolveSibling("." + target.getFileName());
            Files.write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings that point here and are quick: the usual preset on few ends. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("shuttle.inbox", inbox().toString());
        settings.put("shuttle.outbox", outbox().toString());
        settings.put("shuttle.work", work().toString());
        settings.put("shuttle.presets", PRESETS.toString());
        settings.put("shuttle.inbox.settle", "150ms");
        settings.put("shuttle.inbox.patience", "1s");
        settings.put("shuttle.inbox.poll", "100ms");
        settings.put("shuttle.recover", "300ms");
        settings.put("shuttle.http.port", "0");
        settings.put("shuttle.management.port", "0");
        settings.put("dashscope.poll-initial", "50ms");
        settings.put("dashscope.poll-max", "200ms");
        settings.put("dashscope.retry-backoff", "50ms");
        settings.put("dashscope.submit-rate", "50/s");
        settings.put("dashscope.poll-rate", "200/s");
        settings.put("dashscope.result-hosts", "http://127.0.0.1:*");
        return settings;
    }

    /** All folders of finished jobs, wherever they ended. */
    public List<Path> results() {
        return Stream.of(outbox(), outbox().resolve("rejected"), outbox().resolve("failed"))
                .filter(Files::isDirectory)
                .flatMap(Folder::children)
                .filter(folder -> Files.exists(folder.resolve("report.json")))
                .sorted()
                .toList();
    }

    /** All reports. */
    public List<Report> reports() {
        return results().stream().map(Folder::report).toList();
    }

    /** A result's report. */
    public static Report report(Path result) {
        try (InputStream in = Files.newInputStream(result.resolve("report.json"))) {
            return Reports.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in a folder. */
    public static Stream<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in a folder, each with its bytes' hash. */
    public static Map<String, String> content(Path folder) {
        Map<String, String> content = new LinkedHashMap<>();
        children(folder).sorted().forEach(file -> content.put(file.getFileName().toString(), hash(file)));
        return content;
    }

    private static String hash(Path file) {
        try {
            return Disk.sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
