package dev.shuttle.app;

import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Settings;
import dev.shuttle.web.server.HttpServer;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is served while the program runs. Both may be on one port, and then the pages' server has it.
 *
 * @param pagesServer for browsers and programs
 * @param managementServer for operators
 * @param oneForBoth whether operators are on the pages' port
 */
record Ports(@Nullable HttpServer pagesServer, @Nullable HttpServer managementServer, boolean oneForBoth)
        implements AutoCloseable {
    static final Ports NONE = new Ports(null, null, false);

    private interface Opening {
        HttpServer open() throws IOException;
    }

    /**
     * Takes the ports that the settings name.
     *
     * @throws StartException where one is taken; nothing is held then
     */
    static Ports open(Settings settings, WebWiring web) {
        Settings.Http http = settings.http();
        Settings.Management management = settings.management();
        HttpServer pages = http == null ? null : open(http, "shuttle.http.port", () -> web.open(http));
        boolean oneForBoth = settings.managementIsBesidePages();
        try {
            HttpServer operators = management == null || oneForBoth
                    ? null
                    : open(management.at(), "shuttle.management.port", () -> web.open(management));
            return new Ports(pages, operators, oneForBoth);
        } catch (StartException e) {
            if (pages != null) {
                pages.close();
            }
            throw e;
        }
    }

    private static HttpServer open(Settings.Http at, String key, Opening opening) {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new StartException(
                    at.host() + ":" + at.port() + " cannot be served: " + FileErrors.of(e),
                    "another program may have it: stop that, choose another with --set " + key + "=…, or 0 for none");
        }
    }

    /** Begins to answer. */
    void start() throws Exception {
        for (HttpServer server : all()) {
            server.start();
        }
    }

    OptionalInt pages() {
        return pagesServer == null ? OptionalInt.empty() : OptionalInt.of(pagesServer.port());
    }

    OptionalInt management() {
        if (oneForBoth) {
            return pages();
        }
        return managementServer == null ? OptionalInt.empty() : OptionalInt.of(managementServer.port());
    }

    private Iterable<HttpServer> all() {
        return Stream.of(pagesServer, managementServer)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    @Override
    public void close() {
        all().forEach(HttpServer::close);
    }
}
