package dev.shuttle.pipeline.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of users' files as parts of our own: any Unicode is welcome, nothing leaves its folder or breaks a file system. */
final class FileNames {
    /** A name of a file may have 255 bytes; the job's id and the longest ending take the rest. */
    private static final int STEM_BYTES = 160;

    /** Windows drops it from a name's end. */
    private static final String TRAILING = "[.\\s]+$";

    /** Windows opens the device whatever ending follows the name. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\\..*)?");

    /** In which characters Java names files. */
    private static final Charset SYSTEM = system();

    private FileNames() {}

    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        String safe = Normalizer.normalize(base, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Co}\\p{Cs}\\p{Cf}/\\\\:*?\"<>|]", "_")
                .strip()
                .replaceAll("^[.\\s~-]+|" + TRAILING, "");
        safe = nameable(safe, SYSTEM);
        if (safe.isEmpty()) {
            return "picture";
        }
        return shortened(DEVICE.matcher(safe).matches() ? "_" + safe : safe);
    }

    /** Under LC_ALL=C Java can give no file a Chinese name. */
    static String nameable(String name, Charset system) {
        CharsetEncoder encoder = system.newEncoder();
        StringBuilder kept = new StringBuilder();
        name.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> kept.append(encoder.canEncode(character) ? character : "_"));
        return kept.toString();
    }

    private static Charset system() {
        try {
            return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        } catch (IllegalArgumentException unknown) {
            return UTF_8;
        }
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
        return kept.toString().replaceAll(TRAILING, "");
    }
}
