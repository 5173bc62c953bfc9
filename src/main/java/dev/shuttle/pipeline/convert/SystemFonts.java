package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.print.PrintFont;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine's fonts with Chinese letters, found by the names that systems give them: to open all of a machine's fonts takes
 * seconds.
 */
public final class SystemFonts {
    /** How files' names begin, in small letters; those that are read fastest first. */
    private static final List<String> NAMES = List.of(
            "notosanssc",
            "droidsansfallback",
            "wqy-microhei",
            "wqy-zenhei",
            "lxgwwenkai",
            "harmonyos_sans_sc",
            "msyh.",
            "simhei",
            "simsun",
            "deng.",
            "stheiti light",
            "hiragino sans gb",
            "songti",
            "arial unicode",
            "uming",
            "ukai",
            "notosanscjk-regular",
            "notosanscjksc-regular",
            "sourcehansanssc-regular",
            "sourcehansanscn-regular",
            "notoserifcjk-regular");

    private static final int DEEP = 6;

    /** Looked for once: fonts are seldom put there while a program runs. */
    private static final class OfThisMachine {
        static final Optional<Found> FOUND = in(folders());
    }

    /** A font, and where it lies. */
    public record Found(Path file, PrintFont font) {}

    private SystemFonts() {}

    /** A font with Chinese letters, where the machine has one that may stand in documents. */
    public static Optional<Found> chinese() {
        return OfThisMachine.FOUND;
    }

    static @Nullable PrintFont font() {
        return chinese().map(Found::font).orElse(null);
    }

    /** The best of what lies in these folders. */
    static Optional<Found> in(List<Path> folders) {
        return folders.stream()
                .flatMap(SystemFonts::candidates)
                .sorted(Comparator.comparingInt(SystemFonts::rank).thenComparing(Path::toString))
                .flatMap(file ->
                        PrintFont.of(() -> Files.readAllBytes(file)).map(font -> new Found(file, font)).stream())
                .findFirst();
    }

    private static Stream<Path> candidates(Path folder) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.find(
                folder, DEEP, (file, attributes) -> rank(file) < NAMES.size(), FileVisitOption.FOLLOW_LINKS)) {
            files.forEach(found::add);
        } catch (IOException | java.io.UncheckedIOException unread) {
            // What was found until then is enough.
        }
        return found.stream();
    }

    private static int rank(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean font = name.endsWith(".ttf") || name.endsWith(".ttc") || name.endsWith(".otf");
        return font
                ? IntStream.range(0, NAMES.size())
                        .filter(i -> name.startsWith(NAMES.get(i)))
                        .findFirst()
                        .orElse(NAMES.size())
                : NAMES.size();
    }

    /** Where Linux, macOS and Windows keep them. */
    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        String home = System.getProperty("user.home", "");
        if (!home.isEmpty()) {
            folders.add(Path.of(home, ".fonts"));
            folders.add(Path.of(home, ".local", "share", "fonts"));
            folders.add(Path.of(home, "Library", "Fonts"));
        }
        Stream.of("/usr/local/share/fonts", "/usr/share/fonts", "/System/Library/Fonts", "/Library/Fonts")
                .map(Path::of)
                .forEach(folders::add);
        String windows = System.getenv("WINDIR");
        if (windows != null) {
            folders.add(Path.of(windows, "Fonts"));
        }
        return folders.stream().filter(Files::isDirectory).toList();
    }
}
