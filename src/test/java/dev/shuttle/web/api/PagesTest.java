package dev.shuttle.web.api;

import static dev.shuttle.rig.Http.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.rig.Http;
import dev.shuttle.rig.Rig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outbox as a browser sees it. */
@SuppressWarnings("NullAway.Init")
class PagesTest {
    @TempDir
    private static Path root;

    private static Rig rig;
    private static Http http;

    @BeforeAll
    static void serve() throws IOException {
        rig = Rig.serving(root, Map.of(), Map.of());
        http = rig.http();
        Path outbox = rig.folder().outbox();
        Files.writeString(outbox.resolve("index.html"), "<!doctype html>the gallery");
        Path job = Files.createDirectories(outbox.resolve("牡丹 50% #1-261122-150226-a1k09b"));
        for (String name : new String[] {
            "report.html",
            "source.html",
            "source.svg",
            "source.js",
            "a.pointpaper.png",
            "a.palette.csv",
            "a.wif",
            ".part-x"
        }) {
            Files.writeString(job.resolve(name), "0123456789");
        }
        Files.writeString(root.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(outbox.resolve("link.txt"), root.resolve("secret.txt"));
        Files.createSymbolicLink(outbox.resolve("links"), root);
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void theRootLeadsToTheGallery() {
        HttpResponse<byte[]> answer = http.get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo("/outbox/");
        assertThat(http.get("/outbox/").body()).asString(UTF_8).contains("the gallery");
    }

    @ParameterizedTest
    @CsvSource({
        "report.html, text/html;charset=utf-8",
        "source.html, application/octet-stream",
        "source.svg, application/octet-stream",
        "source.js, application/octet-stream",
        "a.pointpaper.png, image/png",
        "a.palette.csv, text/csv;charset=utf-8",
        "a.wif, text/plain;charset=utf-8"
    })
    void whatCameInIsNeverRunByABrowser(String name, String type) {
        HttpResponse<byte[]> answer = http.get(folder() + name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(type);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @Test
    void whatIsStillTheSameIsNotSentAgain() {
        HttpResponse<byte[]> first = http.get(folder() + "report.html");

        HttpResponse<byte[]> again = http.get(folder() + "report.html", "If-None-Match", header(first, "ETag"));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void aRangeIsARange() {
        HttpResponse<byte[]> answer = http.get(folder() + "a.pointpaper.png", "Range", "bytes=2-4");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).asString(UTF_8).isEqualTo("234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/outbox/../work/journal.db",
                "/outbox/%2e%2e/work/journal.db",
                "/outbox/..%2fwork/journal.db",
                "/outbox/%2e%2e%2fwork%2fjournal.db",
                "/outbox/..%5cwork%5cjournal.db",
                "/outbox/%252e%252e/work/journal.db",
                "/outbox/..;/work/journal.db",
                "/outbox//../work/journal.db",
                "/outbox/x/../../work/journal.db",
                "/outbox/index.html%00.png",
                "/outbox/link.txt",
                "/outbox/links/secret.txt",
                "/outbox/links/",
                "/outbox/rejected/",
                "/work/journal.db",
                "/api/jobs/../../work/journal.db",
                "/api/jobs/261122-150226-a1k09b/files/..%2f..%2fwork%2fjournal.db",
                "/api/jobs/..%2f..%2fwork/files/journal.db"
            })
    void nothingElseOfTheDiskIsShown(String path) throws IOException {
        assertThat(statusLine(path)).containsPattern(" (400|404) ");
    }

    @Test
    void whatIsHiddenStaysHidden() {
        assertThat(http.get(folder() + ".part-x").statusCode()).isEqualTo(404);
    }

    private static String folder() {
        return "/outbox/%E7%89%A1%E4%B8%B9%2050%25%20%231-261122-150226-a1k09b/";
    }

    /** As it is written: a client of good manners would tidy the path up. */
    private static String statusLine(String path) throws IOException {
        try (Socket socket = new Socket(http.host(), http.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            return String.valueOf(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine());
        }
    }
}
