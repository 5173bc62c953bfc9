package dev.shuttle.web.api;

import static dev.shuttle.rig.Http.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that go well, go wrong, or go on for long. */
@SuppressWarnings("NullAway.Init")
class UploadTest {
    private static final long LIMIT = 4L << 20;

    @TempDir
    private static Path root;

    private static Rig rig;
    private static Http http;

    @BeforeAll
    static void serve() {
        rig = Rig.serving(root, Map.of(), Map.of("shuttle.preset", "faithful", "shuttle.max-file-size", LIMIT + "B"));
        http = rig.http();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void thirtyAtOnceAllGetTheirOwn() {
        List<byte[]> pictures = IntStream.range(0, 30)
                .mapToObj(i -> Pictures.encoded(Pictures.picture(i, 40 + i, 32), "png"))
                .toList();

        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, 30)
                .mapToObj(i -> http.composing("picture " + i + ".png", pictures.get(i), Map.of()))
                .toList();

        for (int i = 0; i < 30; i++) {
            HttpResponse<byte[]> answer = answers.get(i).join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(widthOf(answer.body())).isEqualTo(40 + i);
        }
        assertThat(reportsOf("picture \\d+.png"))
                .hasSize(30)
                .extracting(Report::state)
                .containsOnly(State.DONE);
        assertThat(leftInWork()).isEmpty();
    }

    @Test
    void oneThatIsCutInTheMiddleLeavesNothing() throws IOException {
        byte[] form = Http.form("cut.png", new byte[1 << 20], Map.of());
        try (Socket socket = new Socket(http.host(), http.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(http.head(form.length).getBytes(UTF_8));
            out.write(form, 0, form.length / 2);
            out.flush();
            await().until(() -> !leftInWork().isEmpty());
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> leftInWork().isEmpty());
        assertThat(reportsOf("cut.png")).isEmpty();
    }

    @Test
    void whoDropsInByteByByteIsServedLikeEverybody() throws IOException {
        byte[] form = Http.form("peony.png", Pictures.encoded(Pictures.picture(1, 24, 24), "png"), Map.of());
        try (Socket socket = new Socket(http.host(), http.port())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            out.write(http.head(form.length).getBytes(UTF_8));
            for (byte one : form) {
                out.write(one);
                out.flush();
            }

            assertThat(statusLine(socket)).contains(" 200 ");
        }
    }

    @Test
    void oneThatIsTooLargeIsRefusedAlthoughItSaysNothingOfItsSize() {
        byte[] large = Http.form("large.png", new byte[(int) LIMIT + 100], Map.of());

        HttpResponse<byte[]> answer = http.send(http.to(Http.COMPOSE)
                .header("Content-Type", contentType())
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Http.json(answer).path("code").asText()).isEqualTo("FILE_TOO_LARGE");
        assertThat(leftInWork()).isEmpty();
        assertThat(reportsOf("large.png")).isEmpty();
    }

    @Test
    void oneThatSaysSixtyMegabytesIsRefusedBeforeItIsSent() throws IOException {
        try (Socket socket = new Socket(http.host(), http.port())) {
            socket.getOutputStream().write(http.head(60L << 20).getBytes(UTF_8));
            socket.getOutputStream().flush();

            assertThat(statusLine(socket)).contains(" 413 ");
        }
    }

    @Test
    void aFormWithoutAFileIsToldWhatItLacks() {
        HttpResponse<byte[]> answer = http.send(http.to(Http.COMPOSE)
                .header("Content-Type", contentType())
                .POST(BodyPublishers.ofString(new String(Http.form("x", new byte[0], Map.of()), UTF_8)
                        .replace("name=\"file\"", "name=\"image\""))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).path("code").asText()).isEqualTo("FILE_MISSING");
    }

    @Test
    void whatIsNoFormIsRefused() {
        HttpResponse<byte[]> answer = http.send(http.to(Http.COMPOSE).POST(BodyPublishers.ofString("file=peony.png")));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void whoIsRefusedBeforeEverythingIsSentIsToldThatTheConnectionEnds() throws IOException {
        for (String host : List.of(http.host(), "elsewhere.example")) {
            try (Socket socket = new Socket(http.host(), http.port())) {
                String noForm = http.head(14)
                        .replace("multipart/form-data", "text/plain")
                        .replace("Host: " + http.host(), "Host: " + host);
                socket.getOutputStream().write(noForm.getBytes(UTF_8));
                socket.getOutputStream().flush();

                assertThat(headOf(socket)).contains("Connection: close");
            }
        }
    }

    @Test
    void whoIsRefusedReadsTheAnswerHoweverMuchItSends() {
        HttpResponse<byte[]> answer =
                http.send(http.to(Http.COMPOSE).POST(BodyPublishers.ofByteArray(new byte[64 << 20])));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void aNameThatIsAPathStaysInItsFolder() {
        byte[] picture = Pictures.encoded(Pictures.picture(1, 24, 24), "png");

        List<String> names = Stream.of("../../../../etc/up.png", "C:\\fake\\down.png", "..", "/")
                .map(name -> http.compose(name, picture, Map.of()))
                .map(answer -> header(answer, "X-Shuttle-Job"))
                .map(id -> http.json("/api/jobs/" + id).path("name").asText())
                .toList();

        assertThat(names).containsExactly("up.png", "down.png", "picture", "picture");
    }

    private static String contentType() {
        return "multipart/form-data; boundary=----a-boundary-that-no-picture-has";
    }

    private static List<Report> reportsOf(String name) {
        return rig.folder().reports().stream()
                .filter(report -> report.source().name().matches(name))
                .toList();
    }

    /** What a job or an upload has in the work folder. */
    private static List<Path> leftInWork() {
        Folder folder = rig.folder();
        return Stream.concat(
                        Folder.children(folder.work()).filter(Files::isDirectory),
                        Folder.children(folder.work().resolve("uploads")))
                .filter(path -> !path.endsWith("uploads"))
                .toList();
    }

    private static List<String> headOf(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static String statusLine(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        return String.valueOf(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine());
    }

    private static int widthOf(byte[] png) {
        return java.nio.ByteBuffer.wrap(png).getInt(16);
    }
}
