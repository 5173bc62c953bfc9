package dev.shuttle.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.UUID;

/** A multipart/form-data body (RFC 7578). */
final class Form {
    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** @param picture what the boundary is drawn of, so that the same form has the same bytes */
    Form(byte[] picture) {
        boundary = "shuttle-" + UUID.nameUUIDFromBytes(picture);
    }

    Form field(String name, String value) {
        return part("name=\"" + name + "\"", "", value.getBytes(UTF_8));
    }

    Form file(String name, String file, String type, byte[] bytes) {
        return part("name=\"" + name + "\"; filename=\"" + file + "\"", "Content-Type: " + type + "\r\n", bytes);
    }

    private Form part(String names, String header, byte[] value) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; " + names + "\r\n" + header + "\r\n");
        body.writeBytes(value);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        write("--" + boundary + "--\r\n");
        return body.toByteArray();
    }
}
