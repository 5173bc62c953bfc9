package dev.shuttle.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;

/** Names of users' files as parts of our own: any Unicode is welcome, nothing leaves its folder or breaks a file system. */
final class FileNames {
    /** A name of a file may have 255 bytes; the job's id and the longest ending take the rest. */
    private static final int STEM_BYTES = 160;

    private FileNames() {}

    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        String safe = Normalizer.normalize(base, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Co}\\p{Cs}\\p{Cf}/\\\\:*?\"<>|]", "_")
                .strip()
                .replaceAll("^[.\\s~-]+|[.\\s]+$", "");
        return safe.isEmpty() ? "picture" : shortened(safe);
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        return ending.matches("[a-z0-9]{1,8}") ? ending : "bin";
    }

    private static String shortened(String text) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int codePoint : text.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            bytes += character.getBytes(UTF_8).length;
            if (bytes > STEM_BYTES) {
                break;
            }
            kept.append(character);
        }
        return kept.toString().strip();
    }
}
