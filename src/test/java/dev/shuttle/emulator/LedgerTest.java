package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account's side of the story. */
class LedgerTest {
    private static final byte[] PNG = Pictures.png(512, 512, 1);

    private final MovedClock clock = new MovedClock();
    private Emulator emulator;
    private Client client;

    @BeforeEach
    void start() {
        emulator = Emulator.start(EmulatorSettings.defaults().withClock(clock));
        client = new Client(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void itIsAnsweredByHttpWithTasksAndRequests() throws Exception {
        String id = client.submit(Client.edit("蜀锦", Pictures.dataUrl(PNG))).taskId();
        client.poll(id);
        clock.advance(Duration.ofSeconds(5));

        JsonNode ledger = client.admin("GET", "/emulator/ledger", "").json();

        assertThat(ledger.path("accepted").asInt()).isEqualTo(1);
        assertThat(ledger.path("billed").asInt()).isEqualTo(1);
        assertThat(ledger.path("duplicates").asInt()).isZero();
        JsonNode task = ledger.path("tasks").path(0);
        assertThat(task.path("task_id").asText()).isEqualTo(id);
        assertThat(task.path("model").asText()).isEqualTo("wanx2.1-imageedit");
        assertThat(task.path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(task.path("submitted_at").asText()).isEqualTo("2026-01-15T02:00:00.100Z");
        assertThat(task.path("polls").asInt()).isEqualTo(1);
        assertThat(task.path("picture_sha256").asText()).isEqualTo(Shelf.sha256(PNG));
        assertThat(task.path("prompt").asText()).isEqualTo("蜀锦");
        assertThat(ledger.path("requests")).hasSize(2);
        assertThat(ledger.path("requests").path(0).path("status").asInt()).isEqualTo(200);
    }

    @Test
    void itHoldsNeitherTheKeyNorAPicture() throws Exception {
        String picture = Pictures.dataUrl(PNG);
        client.submit(Client.edit("蜀锦", picture));

        String ledger = emulator.ledger().toJson().toString();

        assertThat(ledger)
                .doesNotContain(EmulatorSettings.DEFAULT_KEY)
                .doesNotContain(picture.substring(100, 200))
                .contains("<" + picture.length() + " chars, sha256 "
                        + Shelf.sha256(picture.getBytes(StandardCharsets.UTF_8)) + ">");
    }

    @Test
    void theEmulatorSaysWhatItIsAndWhatIsNotKnown() throws Exception {
        JsonNode about = client.admin("GET", "/emulator", "").json();

        assertThat(about.path("mode").asText()).isEqualTo("REAL");
        assertThat(about.path("unknown")).isNotEmpty();
        assertThat(client.poll("x").response().headers().firstValue("X-Emulator"))
                .hasValue("true");
    }
}
