package dev.shuttle.web.api;

import static dev.shuttle.rig.Http.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress as it is told to pages. */
@SuppressWarnings("NullAway.Init")
class EventsTest {
    private static final byte[] PICTURE = Pictures.encoded(Pictures.picture(3, 512, 512), "png");

    @TempDir
    private static Path root;

    private static Emulator cloud;
    private static Rig rig;
    private static Http http;

    @BeforeAll
    static void serve() {
        cloud = TestCloud.start();
        rig = Rig.serving(root, cloud, Map.of("shuttle.preset", "faithful"));
        http = rig.http();
    }

    @AfterAll
    static void close() {
        rig.close();
        cloud.close();
    }

    @Test
    void aJobsStreamTellsItsStatesInOrderAndEndsWithItsEnd() {
        String id = sent();

        List<String> states = states(http.stream("/api/jobs/" + id + "/events").body()).stream()
                .distinct()
                .toList();

        assertThat(states).endsWith("DONE");
        assertThat(List.of("ADMITTED", "SUBMITTING", "SUBMITTED", "RUNNING", "CONVERTING", "DONE"))
                .containsSubsequence(states);
    }

    @Test
    void whoComesAgainAfterTheEndIsSentAwayForGood() {
        String id = sent();
        List<String> lines = http.stream("/api/jobs/" + id + "/events").body().toList();
        String last = lines.stream()
                .filter(line -> line.startsWith("id: "))
                .reduce((a, b) -> b)
                .orElseThrow()
                .substring(4);

        HttpResponse<byte[]> again = http.get("/api/jobs/" + id + "/events", "Last-Event-ID", last);

        assertThat(again.statusCode()).isEqualTo(204);
    }

    @Test
    void whoMissedTheEndIsToldIt() {
        String id = sent();
        awaitEnd(id);

        List<String> states = states(
                http.stream("/api/jobs/" + id + "/events", "Last-Event-ID", "0").body());

        assertThat(states).containsExactly("DONE");
    }

    @Test
    void theStreamOfAllTellsOfEachJobAndGoesOnWhereItWasLeft() {
        String first;
        String after;
        try (Stream<String> lines = http.stream("/api/events").body()) {
            first = sent();
            after = lines.filter(line -> line.startsWith("id: "))
                    .findFirst()
                    .orElseThrow()
                    .substring(4);
        }
        awaitEnd(first);

        try (Stream<String> lines =
                http.stream("/api/events", "Last-Event-ID", after).body()) {
            assertThat(lines.filter(line -> line.contains("\"state\":\"DONE\"")).findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains(first));
        }
    }

    @Test
    void whoAsksForWhatIsNoLongerKnownIsToldToLookAgain() {
        try (Stream<String> lines =
                http.stream("/api/events", "Last-Event-ID", "another-run-7").body()) {
            assertThat(lines.filter(line -> line.startsWith("event: ")).findFirst())
                    .contains("event: reset");
        }
    }

    private static String sent() {
        HttpResponse<byte[]> answer = http.compose("peony.png", PICTURE, Map.of(), "Prefer", "respond-async");
        assertThat(answer.statusCode()).isEqualTo(202);
        return header(answer, "X-Shuttle-Job");
    }

    private static void awaitEnd(String id) {
        assertThat(states(http.stream("/api/jobs/" + id + "/events").body())).endsWith("DONE");
    }

    private static List<String> states(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("data: "))
                .map(line -> line.replaceAll(".*\"state\":\"([A-Z]+)\".*", "$1"))
                .toList();
    }
}
