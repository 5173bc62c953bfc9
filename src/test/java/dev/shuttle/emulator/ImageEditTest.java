package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shuttle.emulator.Client.Reply;
import dev.shuttle.emulator.picture.PictureFile;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One picture's way through wanx2.1-imageedit. */
class ImageEditTest {
    private static final byte[] PICTURE = Pictures.png(640, 512, 7);

    private final MovedClock clock = new MovedClock();
    private Emulator emulator;
    private Client client;

    @BeforeEach
    void start() {
        emulator = Emulator.start(
                EmulatorSettings.defaults().withClock(clock).withTimes(Duration.ofMillis(35), Duration.ofSeconds(10)));
        client = new Client(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aTaskIsPendingThenRunningThenSucceededWithTheFieldsOfEachState() throws Exception {
        Reply submitted = client.submit(Client.edit("转换成法国绘本风格", Pictures.dataUrl(PICTURE)));

        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.taskStatus()).isEqualTo("PENDING");
        assertThat(submitted.json().fieldNames()).toIterable().containsExactlyInAnyOrder("output", "request_id");

        Reply pending = client.poll(submitted.taskId());
        assertThat(pending.output().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("task_id", "task_status", "submit_time", "task_metrics");
        assertThat(pending.output().path("submit_time").asText()).isEqualTo("2026-01-15 10:00:00.100");

        clock.advance(Duration.ofMillis(35));
        Reply running = client.poll(submitted.taskId());
        assertThat(running.taskStatus()).isEqualTo("RUNNING");
        assertThat(running.output().path("scheduled_time").asText()).isEqualTo("2026-01-15 10:00:00.135");

        clock.advance(Duration.ofSeconds(10));
        Reply done = client.poll(submitted.taskId());
        assertThat(done.taskStatus()).isEqualTo("SUCCEEDED");
        assertThat(done.output().path("end_time").asText()).isEqualTo("2026-01-15 10:00:10.135");
        assertThat(done.output().path("task_metrics").toString())
                .isEqualTo("{\"TOTAL\":1,\"SUCCEEDED\":1,\"FAILED\":0}");
        assertThat(done.json().path("usage").toString()).isEqualTo("{\"image_count\":1}");
    }

    @Test
    void theResultIsDerivedFromTheInputAndSaysEmulated() throws Exception {
        Reply submitted = client.submit(Client.edit("油画", Pictures.dataUrl(PICTURE)));
        clock.advance(Duration.ofSeconds(11));
        String url = client.poll(submitted.taskId()).firstUrl();

        Reply picture = client.download(url);

        assertThat(url).contains("%2B").contains("%3D").contains("Expires=" + (1768442400L + 86_400 + 10));
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.response().headers().firstValue("X-Emulator")).hasValue("true");
        assertThat(PictureFile.size(picture.response().body())).isEqualTo(new PictureFile.Size(640, 512));
        assertThat(client.download(url).response().body())
                .isEqualTo(picture.response().body());
    }

    @Test
    void theFaultyBodyIsAcceptedAndEndsAsTheKnownInternalError() throws Exception {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", "wanx2.1-imageedit");
        body.putObject("input").put("image", Base64.getEncoder().encodeToString(PICTURE));
        body.putObject("parameters")
                .put("prompt", "蜀锦")
                .put("style", "<auto>")
                .put("size", "1024*1024")
                .put("n", 1)
                .put("seed", 42);

        Reply submitted = client.submit(body);
        clock.advance(Duration.ofSeconds(11));
        Reply failed = client.poll(submitted.taskId());

        assertThat(submitted.status()).isEqualTo(200);
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed.taskStatus()).isEqualTo("FAILED");
        assertThat(failed.output().path("code").asText()).isEqualTo("InternalError");
        assertThat(failed.output().path("message").asText())
                .isEqualTo("submit algo service error, Internal server error!");
        assertThat(emulator.ledger().billed()).isZero();
    }
}
