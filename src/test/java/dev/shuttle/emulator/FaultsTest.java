package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shuttle.emulator.Client.Reply;
import dev.shuttle.emulator.picture.PictureFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be made to go wrong. */
class FaultsTest {
    private static final byte[] PNG = Pictures.png(512, 512, 1);
    private static final String PICTURE = Pictures.dataUrl(PNG);

    private final MovedClock clock = new MovedClock();
    private Emulator emulator;
    private Client client;
    private Faults faults;

    @BeforeEach
    void start() {
        emulator = Emulator.start(EmulatorSettings.defaults()
                .withClock(clock)
                .withTimes(Duration.ZERO, Duration.ofSeconds(5))
                .withLimits(Limits.NONE));
        client = new Client(emulator);
        faults = emulator.faults();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Reply submit() throws IOException {
        return client.submit(Client.edit("蜀锦", PICTURE));
    }

    private Reply ended() throws IOException {
        String id = submit().taskId();
        clock.advance(Duration.ofSeconds(5));
        return client.poll(id);
    }

    @ParameterizedTest
    @EnumSource
    void anyDocumentedErrorCanMeetASubmit(DocumentedError error) throws Exception {
        faults.refuse(Call.SUBMIT, error);

        Reply refused = submit();

        assertThat(refused.status()).isEqualTo(error.status());
        assertThat(refused.code()).isEqualTo(error.code());
        assertThat(refused.message()).isEqualTo(error.message());
        assertThat(emulator.ledger().accepted()).isZero();
    }

    @Test
    void theSecondAcceptedTaskFailsAndItsNeighboursDoNot() throws Exception {
        faults.failTask(2, "InternalError", "submit algo service error, Internal server error!");

        assertThat(ended().taskStatus()).isEqualTo("SUCCEEDED");
        Reply second = ended();
        assertThat(ended().taskStatus()).isEqualTo("SUCCEEDED");

        assertThat(second.taskStatus()).isEqualTo("FAILED");
        assertThat(second.output().path("code").asText()).isEqualTo("InternalError");
        assertThat(emulator.ledger().billed()).isEqualTo(2);
    }

    @Test
    void aFaultCanBeBoundToAPictureAndToAModel() throws Exception {
        When thisPicture = When.every(Call.SUBMIT).ofPicture(Shelf.sha256(PNG));
        faults.add(thisPicture, new Fault.FailTask("DataInspectionFailed", null));
        faults.add(When.every(Call.SUBMIT).ofModel("wan2.5-i2i-preview"), Fault.Refuse.with("Arrearage"));

        Reply failed = ended();
        String other = client.submit(Client.edit("蜀锦", Pictures.dataUrl(Pictures.png(512, 512, 2))))
                .taskId();
        clock.advance(Duration.ofSeconds(5));

        assertThat(failed.output().path("code").asText()).isEqualTo("DataInspectionFailed");
        assertThat(failed.output().path("message").asText()).isEqualTo("Input data may contain inappropriate content.");
        assertThat(client.poll(other).taskStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void pollsCanFailByTheirNumberWhileTheTaskGoesOn() throws Exception {
        faults.add(When.nth(Call.POLL, 2), Fault.Refuse.with("ModelUnavailable"));
        faults.add(When.nth(Call.POLL, 3), new Fault.Refuse(429, "Throttling", "slow down", 7));
        faults.add(When.nth(Call.POLL, 4), new Fault.HtmlPage(504));
        String id = submit().taskId();

        assertThat(client.poll(id).status()).isEqualTo(200);
        assertThat(client.poll(id).status()).isEqualTo(503);
        assertThat(client.poll(id).response().headers().firstValue("Retry-After"))
                .hasValue("7");
        Reply page = client.poll(id);
        assertThat(page.status()).isEqualTo(504);
        assertThat(new String(page.response().body(), StandardCharsets.UTF_8)).startsWith("<html>");
        clock.advance(Duration.ofSeconds(5));
        assertThat(client.poll(id).taskStatus()).isEqualTo("SUCCEEDED");
        assertThat(emulator.ledger().polls(id)).isEqualTo(5);
    }

    @Test
    void theFirstPollsCanFindTheTaskUnknown() throws Exception {
        faults.add(When.first(Call.POLL, 2), new Fault.UnknownTask());
        String id = submit().taskId();

        assertThat(client.poll(id).taskStatus()).isEqualTo("UNKNOWN");
        assertThat(client.poll(id).taskStatus()).isEqualTo("UNKNOWN");
        assertThat(client.poll(id).taskStatus()).isEqualTo("RUNNING");
    }

    @Test
    void aLostAnswerLeavesATaskThatTheListKnows() throws Exception {
        faults.loseAnswer(1);

        assertThatThrownBy(this::submit).isInstanceOf(IOException.class);

        assertThat(emulator.ledger().accepted()).isEqualTo(1);
        JsonNode row = client.get("/tasks?model_name=wanx2.1-imageedit")
                .json()
                .path("data")
                .path(0);
        assertThat(row.path("task_id").asText())
                .isEqualTo(emulator.ledger().tasks().get(0).taskId());
    }

    @Test
    void payingTwiceIsSeen() throws Exception {
        faults.loseAnswer(1);
        assertThatThrownBy(this::submit).isInstanceOf(IOException.class);
        submit();
        client.submit(Client.edit("宋锦", PICTURE));

        clock.advance(Duration.ofSeconds(20));

        assertThat(emulator.ledger().duplicates()).isEqualTo(1);
        assertThat(emulator.ledger().paidTwice()).isEqualTo(1);
        assertThat(emulator.ledger().billed()).isEqualTo(3);
    }

    @Test
    void aResetHappensBeforeAnythingIsAccepted() throws Exception {
        faults.add(When.nth(Call.SUBMIT, 1), new Fault.Reset());

        assertThatThrownBy(this::submit).isInstanceOf(IOException.class);

        assertThat(emulator.ledger().accepted()).isZero();
        assertThat(emulator.ledger().requests().get(0).ending()).isEqualTo("RESET");
        assertThat(submit().status()).isEqualTo(200);
    }

    @Test
    void answersCanBeTruncatedAtEveryCall() throws Exception {
        String id = submit().taskId();
        clock.advance(Duration.ofSeconds(5));
        String url = client.poll(id).firstUrl();
        faults.add(When.every(Call.SUBMIT), new Fault.Truncate());
        faults.add(When.every(Call.POLL), new Fault.Truncate());
        faults.add(When.every(Call.DOWNLOAD), new Fault.Truncate());

        assertThatThrownBy(this::submit).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.poll(id)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.download(url)).isInstanceOf(IOException.class);
    }

    @Test
    void delaysHoldAnAnswerBackAndAddUp() throws Exception {
        faults.add(When.every(Call.SUBMIT), new Fault.Delay(Duration.ofMillis(60)));
        faults.add(When.every(Call.SUBMIT), new Fault.Delay(Duration.ofMillis(60)));

        long before = System.nanoTime();
        submit();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void someOfSeveralPicturesCanFail() throws Exception {
        faults.add(When.every(Call.SUBMIT), new Fault.FailPictures(1, "InternalError.Timeout", null));
        ObjectNode body = Client.edit("蜀锦", PICTURE);
        body.withObject("/parameters").put("n", 3);
        String id = client.submit(body).taskId();
        clock.advance(Duration.ofSeconds(5));

        Reply done = client.poll(id);

        assertThat(done.taskStatus()).isEqualTo("SUCCEEDED");
        assertThat(done.output().path("results")).hasSize(3);
        assertThat(done.output().path("results").path(1).path("url").asText()).isNotEmpty();
        assertThat(done.output().path("results").path(2).path("code").asText()).isEqualTo("InternalError.Timeout");
        assertThat(done.output().path("results").path(2).has("url")).isFalse();
        assertThat(done.output().path("task_metrics").toString())
                .isEqualTo("{\"TOTAL\":3,\"SUCCEEDED\":2,\"FAILED\":1}");
        assertThat(done.json().path("usage").path("image_count").asInt()).isEqualTo(2);
        assertThat(emulator.ledger().billed()).isEqualTo(2);
    }

    @Test
    void aTaskCanSucceedWithoutResults() throws Exception {
        faults.add(When.every(Call.SUBMIT), new Fault.EmptyResults());

        Reply done = ended();

        assertThat(done.taskStatus()).isEqualTo("SUCCEEDED");
        assertThat(done.output().path("results")).isEmpty();
    }

    @Test
    void aStuckTaskTimesOutAfterThreeHours() throws Exception {
        faults.add(When.every(Call.SUBMIT), new Fault.NeverFinish());
        String id = submit().taskId();

        clock.advance(Duration.ofHours(3).minusSeconds(1));
        assertThat(client.poll(id).taskStatus()).isEqualTo("RUNNING");
        clock.advance(Duration.ofSeconds(1));

        assertThat(client.poll(id).output().path("code").asText()).isEqualTo("InternalError.Timeout");
    }

    @Test
    void downloadsCanBeRefusedSpoiltOrMislabelled() throws Exception {
        String url = ended().firstUrl();
        faults.add(When.nth(Call.DOWNLOAD, 1), new Fault.Refuse(403, "AccessDenied", "Access denied."));
        faults.add(When.nth(Call.DOWNLOAD, 2), new Fault.Refuse(404, "NoSuchKey", "gone"));
        faults.add(When.nth(Call.DOWNLOAD, 3), new Fault.CorruptBody());
        faults.add(When.nth(Call.DOWNLOAD, 4), new Fault.WrongType("text/plain"));

        Reply denied = client.download(url);
        Reply gone = client.download(url);
        Reply corrupt = client.download(url);
        Reply mislabelled = client.download(url);

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.response().headers().firstValue("Content-Type")).hasValue("application/xml");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(corrupt.status()).isEqualTo(200);
        assertThatThrownBy(() -> PictureFile.decode(corrupt.response().body())).isInstanceOf(IOException.class);
        assertThat(mislabelled.response().headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(PictureFile.decode(mislabelled.response().body()).getWidth()).isEqualTo(512);
    }

    @Test
    void faultsAreAddedListedAndRemovedByHttp() throws Exception {
        String rules = """
                [{"when": {"call": "submit", "accepted": 1},
                  "fault": {"type": "fail_task", "code": "InternalError", "message": "as told"}},
                 {"when": {"call": "poll", "from": 2, "to": 2}, "fault": {"type": "refuse", "status": 503, "code": "ModelUnavailable"}},
                 {"when": {"call": "download"}, "fault": {"type": "delay", "time": "PT0.01S"}}]
                """;

        Reply added = client.admin("POST", "/emulator/faults", rules);
        Reply failed = ended();

        assertThat(added.status()).isEqualTo(200);
        assertThat(client.admin("GET", "/emulator/faults", "").json()).hasSize(3);
        assertThat(failed.output().path("message").asText()).isEqualTo("as told");
        assertThat(client.admin("POST", "/emulator/faults", "{\"when\":{\"call\":\"lunch\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.admin("POST", "/emulator/faults", "{\"when\":{\"call\":\"poll\"}}")
                        .status())
                .isEqualTo(400);
        client.admin("DELETE", "/emulator/faults", "");
        assertThat(emulator.faults().rules()).isEmpty();
    }

    @Test
    void theListCanLagBehind() throws Exception {
        faults.add(When.every(Call.LIST), new Fault.LateList(Duration.ofSeconds(3)));
        submit();

        assertThat(client.get("/tasks").json().path("data")).isEmpty();
        clock.advance(Duration.ofSeconds(3));
        assertThat(client.get("/tasks").json().path("data")).hasSize(1);
    }
}
