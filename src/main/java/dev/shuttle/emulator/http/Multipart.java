package dev.shuttle.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart/form-data body (RFC 7578). */
public record Multipart(List<Part> parts) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

    /** One part: its field's name and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Part(String name, byte[] value) {
        /** The value as UTF-8 text. */
        public String text() {
            return new String(value, StandardCharsets.UTF_8);
        }
    }

    /** Keeps an unmodifiable copy. */
    public Multipart {
        parts = List.copyOf(parts);
    }

    /** The parts of this request's body; none where it is no form. */
    public static Multipart of(Request request) {
        String type = request.headers().first("Content-Type");
        Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
        return new Multipart(boundary.find() ? split(request.body(), "--" + boundary.group(1)) : List.of());
    }

    /** The first part of this name, or null. */
    public @Nullable Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    // Bytes read as ISO 8859-1 keep their values, so that text search finds the boundaries.
    private static List<Part> split(byte[] body, String delimiter) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int start = text.indexOf(delimiter);
        while (start >= 0) {
            int from = start + delimiter.length() + 2;
            int next = text.indexOf("\r\n" + delimiter, from - 2);
            if (next < 0) {
                break;
            }
            int blank = text.indexOf("\r\n\r\n", from);
            if (blank >= 0 && blank + 4 <= next) {
                parts.add(part(text.substring(from, blank), text.substring(blank + 4, next)));
            }
            start = next + 2;
        }
        return parts;
    }

    private static Part part(String head, String value) {
        Matcher name = NAME.matcher(head);
        return new Part(name.find() ? name.group(1) : "", value.getBytes(StandardCharsets.ISO_8859_1));
    }
}
