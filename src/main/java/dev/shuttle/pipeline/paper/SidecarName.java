package dev.shuttle.pipeline.paper;

import dev.shuttle.pipeline.disk.RawNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a sidecar is named: {@code peony.pointpaper.json} belongs to {@code peony.pointpaper.png}, as it was issued, and to
 * {@code peony.bmp}, as it may be saved.
 */
public final class SidecarName {
    /** What a sidecar's name ends with. */
    public static final String ENDING = ".pointpaper.json";

    private static final Pattern SIDECAR = Pattern.compile("(?i)\\.pointpaper\\.json$");
    private static final Pattern ISSUED = Pattern.compile("\\.(pointpaper|falsecolours)$");
    private static final Pattern EXTENSION = Pattern.compile("\\.[^.]*$");
    private static final List<String> PICTURES = Stream.of("png", "bmp", "tif", "tiff", "gif", "jpg", "jpeg")
            .flatMap(extension -> Stream.of(extension, extension.toUpperCase(Locale.ROOT)))
            .toList();

    private SidecarName() {}

    /** Whether a file of this name is a sidecar, and so never a picture. */
    public static boolean isOne(String name) {
        return SIDECAR.matcher(name).find();
    }

    /** The sidecars that a picture may have. */
    public static List<Path> of(Path picture) {
        Path stem = RawNames.without(picture, EXTENSION);
        Path issued = RawNames.without(stem, ISSUED);
        return issued.equals(stem)
                ? List.of(RawNames.beside(stem, ENDING))
                : List.of(RawNames.beside(issued, ENDING), RawNames.beside(stem, ENDING));
    }

    /** The pictures that a sidecar may belong to. */
    public static List<Path> pictures(Path sidecar) {
        Path stem = RawNames.without(sidecar, SIDECAR);
        List<Path> pictures = new ArrayList<>();
        for (String extension : PICTURES) {
            pictures.add(RawNames.beside(stem, ".pointpaper." + extension));
            pictures.add(RawNames.beside(stem, ".falsecolours." + extension));
            pictures.add(RawNames.beside(stem, "." + extension));
        }
        return pictures;
    }
}
