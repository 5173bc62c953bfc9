package dev.shuttle.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A client's file name as a name in our folder: data, of which only what no file system can have is taken off. */
final class ArrivedName {
    private static final int MOST_BYTES = 200;
    private static final String NONE = "picture";

    private ArrivedName() {}

    static String of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String name = last.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        while (name.startsWith(".")) {
            name = name.substring(1);
        }
        return name.isEmpty() ? NONE : shortened(name);
    }

    /** Takes from the stem and leaves the ending. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        while ((stem + ending).getBytes(UTF_8).length > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }
}
