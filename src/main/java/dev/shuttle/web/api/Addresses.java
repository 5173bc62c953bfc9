package dev.shuttle.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.pipeline.job.JobId;
import java.net.URLEncoder;
import java.nio.file.Path;

/** Where things are found, escaped. */
final class Addresses {
    private Addresses() {}

    static String job(JobId id) {
        return "/api/jobs/" + id;
    }

    static String file(JobId id, String name) {
        return job(id) + "/files/" + escaped(name);
    }

    /** A place in the outbox as {@code /outbox/…}. */
    static String page(Path outbox, Path place) {
        StringBuilder address = new StringBuilder("/outbox");
        outbox.relativize(place).forEach(part -> address.append('/').append(escaped(part.toString())));
        return address.toString();
    }

    static String escaped(String part) {
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
    }
}
