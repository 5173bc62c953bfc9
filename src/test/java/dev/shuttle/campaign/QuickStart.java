package dev.shuttle.campaign;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the jar is started many times: with an archive of its classes a start takes half the time. */
final class QuickStart {
    private static final List<String> FLAGS = List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off");

    private QuickStart() {}

    /** The words for Java; the archive is made anew where the jar is younger. */
    static List<String> of(Path jar, Path folder) throws IOException, InterruptedException {
        Path archive = Files.createDirectories(folder).resolve("classes.jsa");
        if (!Files.exists(archive)
                || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            Files.deleteIfExists(archive);
            Folder empty = new Folder(folder.resolve("empty"));
            Files.createDirectories(empty.inbox());
            try (ShuttleProcess once = ShuttleProcess.start(
                    words("-XX:ArchiveClassesAtExit=" + archive, jar), empty.settings(), Map.of(), "run", "--once")) {
                once.exitCode();
            }
        }
        return words("-XX:SharedArchiveFile=" + archive, jar);
    }

    private static List<String> words(String archive, Path jar) {
        List<String> words = new ArrayList<>(FLAGS);
        words.addAll(List.of(archive, "-jar", jar.toString()));
        return words;
    }
}
