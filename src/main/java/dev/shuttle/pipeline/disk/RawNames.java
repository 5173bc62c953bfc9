package dev.shuttle.pipeline.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * File names that are no text in the system's encoding, as from shares of GBK times, or any Chinese name under LC_ALL=C. A
 * {@link Path} keeps their bytes as long as no string is made of it; its URI shows them.
 */
public final class RawNames {
    private static final char UNREADABLE = '\uFFFD';

    private RawNames() {}

    /** A file's own name for people and reports: as the system reads it, else as UTF-8, else as GB 18030. */
    public static String readable(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.indexOf(UNREADABLE) < 0) {
            return name;
        }
        byte[] bytes = bytes(file);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return chinese(bytes, name);
        }
    }

    /** The file beside this one whose name has this ASCII ending more. */
    public static Path beside(Path file, String ending) {
        return beside(file, "", ending);
    }

    /** The file beside this one whose name has this ASCII text before and behind it. */
    public static Path beside(Path file, String before, String behind) {
        String name = String.valueOf(file.getFileName());
        if (name.indexOf(UNREADABLE) < 0) {
            return file.resolveSibling(before + name + behind);
        }
        String uri = uri(file);
        int start = uri.lastIndexOf('/') + 1;
        Path other = Path.of(URI.create(uri.substring(0, start) + before + uri.substring(start) + behind));
        return file.resolveSibling(other.getFileName());
    }

    /** The file beside this one whose name lacks an ending that matches; this one where none does. */
    public static Path without(Path file, Pattern ending) {
        String name = String.valueOf(file.getFileName());
        Matcher matcher = ending.matcher(name);
        if (!matcher.find() || matcher.start() == 0) {
            return file;
        }
        if (name.indexOf(UNREADABLE) < 0) {
            return file.resolveSibling(name.substring(0, matcher.start()));
        }
        String uri = uri(file);
        Path other = Path.of(
                URI.create(uri.substring(0, uri.length() - matcher.group().length())));
        return file.resolveSibling(other.getFileName());
    }

    private static String chinese(byte[] bytes, String name) {
        try {
            return Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException neither) {
            return name;
        }
    }

    private static byte[] bytes(Path file) {
        String uri = uri(file);
        byte[] escaped = uri.substring(uri.lastIndexOf('/') + 1).getBytes(ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length; i++) {
            if (escaped[i] == '%') {
                bytes.write(Integer.parseInt(new String(escaped, i + 1, 2, ISO_8859_1), 16));
                i += 2;
            } else {
                bytes.write(escaped[i]);
            }
        }
        return bytes.toByteArray();
    }

    /** Percent-escaped bytes; that of a folder ends in a slash. */
    private static String uri(Path file) {
        String uri = file.toUri().toString();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
