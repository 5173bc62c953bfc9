package dev.shuttle.emulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads requests off one connection (RFC 9112: request line, header lines, a body by length or in chunks). */
final class RequestReader {
    /** Ten 10 MB pictures in base64 do not reach it. */
    private static final int LARGEST_BODY = 160 * 1024 * 1024;

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_HEADERS = 200;

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request, or null when the client has closed the connection. */
    @Nullable
    Request next() throws IOException {
        String line = line();
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new MalformedRequestException(400, "no HTTP/1.1 request line");
        }
        Headers headers = headers();
        byte[] body = body(headers);
        int question = parts[1].indexOf('?');
        String path = question < 0 ? parts[1] : parts[1].substring(0, question);
        String query = question < 0 ? "" : parts[1].substring(question + 1);
        return new Request(parts[0], path, query, headers, body);
    }

    private Headers headers() throws IOException {
        List<Headers.Header> all = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || all.size() == MOST_HEADERS) {
                throw new MalformedRequestException(400, "malformed header");
            }
            all.add(new Headers.Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new Headers(all);
    }

    private byte[] body(Headers headers) throws IOException {
        if (headers.has("Expect", "100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        if (headers.has("Transfer-Encoding", "chunked")) {
            return chunks();
        }
        String length = headers.first("Content-Length");
        return length == null ? new byte[0] : exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            if (body.size() > LARGEST_BODY - length) {
                throw tooLarge();
            }
            body.writeBytes(exactly(length));
            line();
        }
        headers(); // The trailer, which ends with the empty line.
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        String line = line();
        if (line == null) {
            throw new MalformedRequestException(400, "the body ends early");
        }
        int extension = line.indexOf(';');
        return number(extension < 0 ? line : line.substring(0, extension), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new MalformedRequestException(400, "the body ends early");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws MalformedRequestException {
        long number;
        try {
            number = Long.parseLong(text.strip(), radix);
        } catch (NumberFormatException notOne) {
            throw new MalformedRequestException(400, "malformed length");
        }
        if (number < 0) {
            throw new MalformedRequestException(400, "malformed length");
        }
        if (number > LARGEST_BODY) {
            throw tooLarge();
        }
        return (int) number;
    }

    private static MalformedRequestException tooLarge() {
        return new MalformedRequestException(413, "the body is larger than " + LARGEST_BODY + " bytes");
    }

    /** One line without its end, or null at the end of the stream. */
    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.size() == LONGEST_LINE) {
                throw new MalformedRequestException(431, "a header line is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The bytes are no HTTP/1.1 request that this server takes. */
    static final class MalformedRequestException extends IOException {
        private final int status;

        MalformedRequestException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
