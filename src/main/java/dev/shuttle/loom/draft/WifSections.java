package dev.shuttle.loom.draft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A WIF's sections and keys, whatever wrote it: any case, any order, blanks round the =, any line ends, UTF-8 or Latin-1.
 * CONTENTS is not read, for programs get it wrong; what is there is there.
 */
final class WifSections {
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    static WifSections of(byte[] file) {
        WifSections found = new WifSections();
        Map<String, String> section = new LinkedHashMap<>();
        for (String raw : text(file).split("\\r\\n|\\r|\\n", -1)) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.contains("]")) {
                section = found.sections.computeIfAbsent(
                        name(line.substring(1, line.indexOf(']'))), any -> new LinkedHashMap<>());
            } else if (!line.startsWith(";") && equals > 0) {
                section.put(
                        name(line.substring(0, equals)),
                        line.substring(equals + 1).strip());
            }
        }
        return found;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(file, StandardCharsets.ISO_8859_1);
        }
    }

    private static String name(String written) {
        return written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    boolean has(String section) {
        return !sections.getOrDefault(section, Map.of()).isEmpty();
    }

    @Nullable
    String text(String section, String key) {
        return sections.getOrDefault(section, Map.of()).get(key);
    }

    boolean flag(String section, String key, boolean usual) {
        String value = number(text(section, key));
        return value.isEmpty() ? usual : value.toLowerCase(Locale.ROOT).matches("true|yes|on|1|-1");
    }

    int whole(String section, String key, int usual) throws DraftException {
        int[] values = wholes(text(section, key));
        return values.length == 0 ? usual : values[0];
    }

    /** The numbered rows of a section. */
    Map<Integer, int[]> rows(String section) throws DraftException {
        Map<Integer, int[]> rows = new TreeMap<>();
        for (Map.Entry<String, String> entry :
                sections.getOrDefault(section, Map.of()).entrySet()) {
            if (entry.getKey().matches("[0-9]{1,9}")) {
                rows.put(Integer.valueOf(entry.getKey()), wholes(entry.getValue()));
            }
        }
        return rows;
    }

    /** Whole numbers separated by commas; after a semicolon stands a comment. */
    static int[] wholes(@Nullable String value) throws DraftException {
        String numbers = number(value);
        if (numbers.isEmpty()) {
            return new int[0];
        }
        String[] parts = numbers.split("\\s*,\\s*|\\s+", -1);
        int[] wholes = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("[+-]?[0-9]{1,9}(\\.[0-9]*)?")) {
                throw new DraftException(
                        DraftException.Code.BAD_DRAFT, "not a number in a WIF: " + shortened(parts[i]));
            }
            wholes[i] = (int) Double.parseDouble(parts[i]);
        }
        return wholes;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String number(@Nullable String value) {
        if (value == null) {
            return "";
        }
        int comment = value.indexOf(';');
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }

    double real(String section, String key) {
        String value = number(text(section, key));
        return value.matches("[0-9]{1,9}([.,][0-9]*)?") ? Double.parseDouble(value.replace(',', '.')) : 0;
    }
}
