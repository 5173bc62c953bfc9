package dev.shuttle.rig;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** How the program is started many times: with an archive of its classes a start takes a quarter of the processor time. */
public final class QuickStart {
    private static final List<String> FLAGS = List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off");

    /** For writing the archive, on however busy a machine. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private QuickStart() {}

    /** The words for Java that start this jar; the archive in the folder is made anew where the jar is younger. */
    public static List<String> of(Path jar, Path folder) throws IOException, InterruptedException {
        List<String> program = List.of("-jar", jar.toString());
        Path archive = Files.createDirectories(folder).resolve("classes.jsa");
        if (!Files.exists(archive)
                || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            write(archive, program);
        }
        return words("-XX:SharedArchiveFile=" + archive, program);
    }

    /** The same for the program as it was compiled for the tests; the first of all test processes makes what all use. */
    static synchronized List<String> compiled() {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        try {
            Path folder = Files.createDirectories(Path.of("target", "quick-start", fingerprint(classPath)));
            Path lock = folder.resolve("lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return of(classPath, folder.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> of(List<Path> classPath, Path folder) throws IOException, InterruptedException {
        List<String> jars = new ArrayList<>();
        for (Path entry : classPath) {
            jars.add((Files.isDirectory(entry) ? jarred(entry, folder.resolve(jars.size() + ".jar")) : entry)
                    .toString());
        }
        List<String> program = List.of("-cp", String.join(File.pathSeparator, jars), "dev.shuttle.Shuttle");
        Path archive = folder.resolve("classes.jsa");
        if (!Files.exists(archive)) {
            write(archive, program);
        }
        return words("-XX:SharedArchiveFile=" + archive, program);
    }

    private static void write(Path archive, List<String> program) throws IOException, InterruptedException {
        Path unfinished = archive.resolveSibling("unfinished.jsa");
        Files.deleteIfExists(unfinished);
        Folder empty = new Folder(archive.resolveSibling("empty"));
        Files.createDirectories(empty.inbox());
        List<String> words = words("-XX:ArchiveClassesAtExit=" + unfinished, program);
        try (ShuttleProcess once = ShuttleProcess.start(words, empty.settings(), Map.of(), "run", "--once")) {
            once.exitCode(LONGEST);
        }
        if (Files.exists(unfinished)) {
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** An archive takes classes from jars alone. */
    private static Path jarred(Path classes, Path jar) throws IOException {
        if (Files.exists(jar)) {
            return jar;
        }
        Path unfinished = jar.resolveSibling(jar.getFileName() + ".new");
        try (OutputStream file = Files.newOutputStream(unfinished);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> found = Files.walk(classes)) {
            out.setLevel(0);
            for (Path path : found.sorted().toList()) {
                String name = classes.relativize(path).toString().replace(File.separatorChar, '/');
                if (Files.isDirectory(path)) {
                    if (!name.isEmpty()) {
                        out.putNextEntry(new JarEntry(name + "/"));
                    }
                } else {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(path, out);
                }
            }
        }
        return Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Changes with whatever is compiled or copied anew. */
    private static String fingerprint(List<Path> classPath) throws IOException {
        long sum = 0;
        for (Path entry : classPath) {
            try (Stream<Path> found = Files.walk(entry)) {
                for (Path path : found.toList()) {
                    sum = 31 * sum
                            + path.toString().hashCode()
                            + Files.getLastModifiedTime(path).toMillis();
                }
            }
        }
        return Long.toHexString(sum);
    }

    private static List<String> words(String archive, List<String> program) {
        List<String> words = new ArrayList<>(FLAGS);
        words.add(archive);
        words.addAll(program);
        return words;
    }
}
