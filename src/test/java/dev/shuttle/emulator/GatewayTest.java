package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Client.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is queued, and in which words. */
class GatewayTest {
    private static final String PICTURE = Pictures.dataUrl(Pictures.png(512, 512, 1));

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

    private static void isRefused(Reply reply, int status, String code, String message) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.message()).isEqualTo(message);
        assertThat(reply.json().fieldNames()).toIterable().containsExactlyInAnyOrder("code", "message", "request_id");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/tasks",
        "GET,/tasks/11111111-2222-3333-4444-555555555555",
        "GET,/uploads?action=getPolicy",
        "POST,/services/aigc/image2image/image-synthesis"
    })
    void everyEndpointWantsTheKey(String method, String path) throws Exception {
        URI uri = URI.create(emulator.baseUrl() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody());

        isRefused(Client.send(request.build()), 401, "InvalidApiKey", "No API-key provided.");
        isRefused(
                Client.send(request.header("Authorization", "Bearer wrong").build()),
                401,
                "InvalidApiKey",
                "Invalid API-key provided.");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() throws Exception {
        isRefused(
                client.post(Client.IMAGE_TO_IMAGE, "{not json", "X-DashScope-Async", "enable"),
                400,
                "InvalidParameter",
                "Required body invalid, please check the request body format.");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() throws Exception {
        byte[] gbk = {'{', '"', 'm', '"', ':', '"', (byte) 0xc9, (byte) 0xdf, '"', '}'};
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + Client.IMAGE_TO_IMAGE))
                .header("Authorization", "Bearer " + EmulatorSettings.DEFAULT_KEY)
                .POST(BodyPublishers.ofByteArray(gbk))
                .build();

        isRefused(
                Client.send(request),
                400,
                "InvalidParameter",
                "Required body invalid, please check the request body format.");
    }

    @Test
    void aModelMustBeNamedAndExist() throws Exception {
        assertThat(client.post(Client.IMAGE_TO_IMAGE, "{}").code()).isEqualTo("BadRequest.EmptyModel");
        isRefused(
                client.post(Client.IMAGE_TO_IMAGE, "{\"model\":\"wanx9\"}"),
                400,
                "InvalidParameter",
                "Model not exist.");
    }

    @Test
    void aModelOnTheWrongPathIsAUrlErrorWithAFullWidthMark() throws Exception {
        isRefused(
                client.post(Client.IMAGE_TO_IMAGE, "{\"model\":\"wanx-v1\"}", "X-DashScope-Async", "enable"),
                400,
                "InvalidParameter",
                "url error, please check url！");
    }

    @Test
    void theAsyncHeaderIsRequiredForTasksAndForbiddenForSynchronousModels() throws Exception {
        isRefused(
                client.post(Client.IMAGE_TO_IMAGE, Client.edit("x", PICTURE).toString()),
                403,
                "AccessDenied",
                "current user api does not support synchronous calls.");
        isRefused(
                client.post(Client.MULTIMODAL, "{\"model\":\"qwen-image-edit-plus\"}", "X-DashScope-Async", "enable"),
                403,
                "AccessDenied",
                "current user api does not support asynchronous calls.");
    }

    @Test
    void aTrailingSlashIsTaken() throws Exception {
        Reply accepted = client.post(
                Client.IMAGE_TO_IMAGE + "/", Client.edit("x", PICTURE).toString(), "X-DashScope-Async", "enable");

        assertThat(accepted.taskStatus()).isEqualTo("PENDING");
    }

    @Test
    void anOssUrlNeedsItsHeader() throws Exception {
        Reply refused = client.submit(Client.edit("x", "oss://dashscope-instant/x/y.png"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("InvalidParameter.DataInspection");
    }

    @Test
    void theThirdSubmitInASecondIsThrottled() throws Exception {
        client.submit(Client.edit("a", PICTURE));
        client.submit(Client.edit("b", PICTURE));

        Reply third = client.submit(Client.edit("c", PICTURE));

        isRefused(third, 429, "Throttling.RateQuota", "Requests rate limit exceeded, please try again later.");
        assertThat(third.response().headers().firstValue("Retry-After")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.submit(Client.edit("c", PICTURE)).status()).isEqualTo(200);
        assertThat(emulator.ledger().accepted()).isEqualTo(3);
    }

    @Test
    void theTwentyFirstPollInASecondIsThrottled() throws Exception {
        String id = client.submit(Client.edit("a", PICTURE)).taskId();
        for (int i = 0; i < 20; i++) {
            assertThat(client.poll(id).status()).isEqualTo(200);
        }

        assertThat(client.poll(id).code()).isEqualTo("Throttling.RateQuota");
        assertThat(client.get("/tasks").status())
                .as("the list has its own count")
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.poll(id).status()).isEqualTo(200);
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        assertThat(client.get("/nowhere").code()).isEqualTo("NotFound");
    }
}
