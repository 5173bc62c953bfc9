package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Sends a file with a granted policy, as a browser's form would. */
final class Uploads {
    private static final String BOUNDARY = "----form-boundary-7d1";

    private Uploads() {}

    static Client.Reply send(JsonNode grant, String key, byte[] file) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        field(form, "OSSAccessKeyId", grant.path("oss_access_key_id").asText());
        field(form, "Signature", grant.path("signature").asText());
        field(form, "policy", grant.path("policy").asText());
        field(form, "key", key);
        field(form, "success_action_status", "200");
        text(form, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n");
        form.writeBytes(file);
        text(form, "\r\n--" + BOUNDARY + "--\r\n");
        return Client.send(
                HttpRequest.newBuilder(URI.create(grant.path("upload_host").asText()))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                        .build());
    }

    private static void field(ByteArrayOutputStream form, String name, String value) {
        text(
                form,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void text(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
