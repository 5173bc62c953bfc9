package dev.shuttle.web.api;

import static dev.shuttle.rig.Http.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that wait for a job whose cloud does not come back. */
@SuppressWarnings("NullAway.Init")
class WaitingTest {
    private static final byte[] PICTURE = Pictures.encoded(Pictures.picture(3, 512, 512), "png");
    private static final Map<String, String> NO_CLOUD =
            Map.of("DASHSCOPE_HTTP_BASE_URL", "http://127.0.0.1:1/api/v1", "DASHSCOPE_API_KEY", "sk-none");

    @TempDir
    private Path root;

    private Rig rig;
    private Http http;

    @BeforeEach
    void serve() {
        rig = Rig.serving(root, NO_CLOUD, Map.of("shuttle.fallback", "hold", "dashscope.retries", "0"));
        http = rig.http();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whoHasWaitedLongEnoughGetsTheJob() {
        HttpResponse<byte[]> answer = http.compose("peony.png", PICTURE, Map.of(), "Prefer", "wait=1");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(header(answer, "Preference-Applied")).isEqualTo("wait=1");
        assertThat(Http.json(answer).path("final").asBoolean(true)).isFalse();
    }

    @Test
    void whoWaitsForAJobThatIsCancelledIsToldSo() {
        CompletableFuture<HttpResponse<byte[]>> waiting = http.composing("peony.png", PICTURE, Map.of());
        String id = onlyJob();

        int asked = http.send(http.to("/api/jobs/" + id).DELETE()).statusCode();

        assertThat(asked).isEqualTo(202);
        HttpResponse<byte[]> answer = waiting.join();
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.json(answer).path("code").asText()).isEqualTo("CANCELED");
    }

    @Test
    void whoWaitsWhenTheProgramStopsIsToldWhereTheJobIs() {
        CompletableFuture<HttpResponse<byte[]>> waiting = http.composing("peony.png", PICTURE, Map.of());
        String id = onlyJob();

        rig.close();

        HttpResponse<byte[]> answer = waiting.join();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(header(answer, "X-Shuttle-Job")).isEqualTo(id);
        assertThat(header(answer, "Location")).isEqualTo("/api/jobs/" + id);
        assertThat(header(answer, "Retry-After")).isNotEmpty();
        assertThat(new Folder(root).work().resolve(id)).isDirectory();
    }

    private String onlyJob() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.json("/api/jobs").path("jobs").size() == 1);
        return http.json("/api/jobs").path("jobs").get(0).path("id").asText();
    }
}
