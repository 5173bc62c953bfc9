package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.SubmitAnswer.Accepted;
import dev.shuttle.provider.SubmitAnswer.AnswerLost;
import dev.shuttle.provider.SubmitAnswer.Done;
import dev.shuttle.provider.SubmitAnswer.Refused;
import dev.shuttle.provider.SubmitAnswer.ServiceFailed;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, what is sent again, and above all what is not. */
final class SubmitTest {
    private static final String WANX = "wanx2.1-imageedit";
    private static final String QWEN = "qwen-image-edit-plus";
    private static final String ACCEPTED =
            "{\"output\":{\"task_status\":\"PENDING\",\"task_id\":\"0385dc79-5ff8\"},\"request_id\":\"4909100c\"}";
    private static final String CHOICES =
            "{\"output\":{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":["
                    + "{\"image\":\"https://r.oss.aliyuncs.com/1.png?Expires=1\"}]}}]},"
                    + "\"usage\":{\"image_count\":1,\"width\":1024,\"height\":1024},\"request_id\":\"571ae02f\"}";

    private final LoopbackService service = LoopbackService.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anAsynchronousModelIsAskedAsDocumented() {
        service.then(200, ACCEPTED);

        SubmitAnswer answer = Client.submit(Client.of(service).build(), WANX);

        assertThat(answer).isEqualTo(new Accepted("0385dc79-5ff8", "4909100c"));
        var asked = service.onlyAsked();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.pathAndQuery()).isEqualTo("/api/v1/services/aigc/image2image/image-synthesis");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer " + Client.KEY);
        assertThat(asked.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(asked.header("X-DashScope-Async")).isEqualTo("enable");
        assertThat(asked.header("X-DashScope-WorkSpace")).isNull();
        assertThat(asked.body()).contains("\"prompt\":\"改成织锦图案\"").contains("\"n\":1");
    }

    @Test
    void aSynchronousModelIsAskedWithoutTheAsyncHeaderAndAnswersItself() {
        service.then(200, CHOICES);

        SubmitAnswer answer = Client.submit(Client.of(service).build(), QWEN);

        assertThat(answer).asInstanceOf(type(Done.class)).satisfies(done -> {
            assertThat(done.url()).isEqualTo("https://r.oss.aliyuncs.com/1.png?Expires=1");
            assertThat(done.requestId()).isEqualTo("571ae02f");
            assertThat(done.imagesBilled()).isEqualTo(1);
        });
        assertThat(service.onlyAsked().pathAndQuery())
                .isEqualTo("/api/v1/services/aigc/multimodal-generation/generation");
        assertThat(service.onlyAsked().header("X-DashScope-Async")).isNull();
    }

    @Test
    void theWorkspaceIsNamedAndBlanksAroundTheKeyAreDropped() {
        service.then(200, ACCEPTED);
        var client = Client.of(service);
        client.workspace = "llm-0001";
        client.key = " " + Client.KEY + "\n";

        Client.submit(client.build(), WANX);

        assertThat(service.onlyAsked().header("X-DashScope-WorkSpace")).isEqualTo("llm-0001");
        assertThat(service.onlyAsked().header("Authorization")).isEqualTo("Bearer " + Client.KEY);
    }

    @Test
    void aBaseUrlMayEndWithASlash() {
        service.then(200, ACCEPTED);
        var client = Client.of(service);
        client.baseUrl = URI.create(client.baseUrl + "/");

        Client.submit(client.build(), WANX);

        assertThat(service.onlyAsked().pathAndQuery()).startsWith("/api/v1/services/");
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidParameter, NEVER",
        "400, DataInspectionFailed, NEVER",
        "400, Arrearage, ACCOUNT",
        "401, InvalidApiKey, ACCOUNT",
        "403, AccessDenied.Unpurchased, ACCOUNT",
        "404, ModelNotFound, NEXT_MODEL",
        "429, PrepaidBillOverdue, ACCOUNT",
    })
    void whatCannotPassIsNotSentAgain(int status, String code, ErrorClass expected) {
        service.then(status, error(code, "no"));

        SubmitAnswer answer = Client.submit(Client.of(service).build(), WANX);

        assertThat(answer).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.error().errorClass()).isEqualTo(expected);
            assertThat(refused.error().http()).isEqualTo(status);
            assertThat(refused.error().requestId()).isEqualTo("7438d53d");
            assertThat(refused.error().stage()).isEqualTo(Stage.SUBMIT);
        });
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void aLostAnswerIsNeverSentAgain() {
        service.thenHangsUp().then(200, ACCEPTED);

        SubmitAnswer answer = Client.submit(Client.of(service).build(), WANX);

        assertThat(answer).asInstanceOf(type(AnswerLost.class)).satisfies(lost -> {
            assertThat(lost.error().code()).isEqualTo("ANSWER_LOST");
            assertThat(lost.error().hasOwnCode()).isTrue();
            assertThat(lost.listed()).isTrue();
        });
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void aSilentServiceIsALostAnswer() {
        var end = new CountDownLatch(1);
        service.then(exchange -> {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        var client = Client.of(service);
        client.requestTimeout = Duration.ofMillis(300);

        SubmitAnswer answer = Client.submit(client.build(), WANX);
        end.countDown();

        assertThat(answer).isInstanceOf(AnswerLost.class);
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void anAnswerCutShortIsALostAnswer() {
        service.thenBreaksOff(ACCEPTED.substring(0, 60));

        assertThat(Client.submit(Client.of(service).build(), WANX)).isInstanceOf(AnswerLost.class);
        assertThat(service.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        502 | <html><body><h1>502 Bad Gateway</h1></body></html>
        503 | upstream connect error or disconnect/reset before headers
        504 | ''
        500 | {"code":"RequestTimeOut","message":"Request timed out"}
        500 | {"code":"InternalError.Timeout","message":"timeout"}
        408 | <html>Request Timeout</html>
        200 | <html>Welcome to the guest network</html>
        200 | ''
        200 | {"request_id":"1"}
        200 | {"output":{}}
        200 | [1,2]
        """)
    void anAnswerThatDoesNotSayWhetherTheTaskWasMadeIsLost(int status, String body) {
        service.then(status, body);

        SubmitAnswer answer = Client.submit(Client.of(service).build(), WANX);

        assertThat(answer).isInstanceOf(AnswerLost.class);
        assertThat(service.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403, NEVER", "404, NEXT_MODEL", "407, NEVER", "302, NEVER"})
    void aProxysRefusalIsARefusal(int status, ErrorClass expected) {
        service.then(status, "<html><head><title>t</title></head>Blocked by <b>policy</b></html>");

        SubmitAnswer answer = Client.submit(Client.of(service).build(), WANX);

        assertThat(answer).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.error().code()).isEqualTo("NOT_JSON");
            assertThat(refused.error().message()).contains("Blocked by policy").doesNotContain("<");
            assertThat(refused.error().errorClass()).isEqualTo(expected);
        });
    }

    @Test
    void aThrottlingPageWithoutACodeIsARefusalToo() {
        service.then(429, "slow down");

        assertThat(Client.submit(Client.of(service).build(), WANX)).isInstanceOf(Refused.class);
    }

    @Test
    void anErrorWrappedAsTheCompatibleModeDoesIsRead() {
        service.then(
                401,
                "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"Incorrect API key provided: " + Client.KEY
                        + "\",\"type\":\"x\"},\"request_id\":\"r1\"}");

        SubmitAnswer answer = Client.submit(Client.of(service).build(), WANX);

        assertThat(answer).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.error().code()).isEqualTo("invalid_api_key");
            assertThat(refused.error().errorClass()).isEqualTo(ErrorClass.ACCOUNT);
            assertThat(refused.error().message()).doesNotContain(Client.KEY).contains("sk-***");
        });
    }

    @Test
    void aRefusalInsideTheOutputOfAnOkIsRead() {
        service.then(200, "{\"output\":{\"code\":\"InvalidParameter\",\"message\":\"bad\"},\"request_id\":\"r1\"}");

        assertThat(Client.submit(Client.of(service).build(), WANX))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.error().code()).isEqualTo("InvalidParameter"));
    }

    @Test
    void aConnectionThatNeverCameAboutIsARefusal() {
        var client = Client.of(service);
        service.close();

        SubmitAnswer answer = Client.submit(client.build(), WANX);

        assertThat(answer).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.error().code()).isEqualTo("CONNECT_FAILED");
            assertThat(refused.error().errorClass()).isEqualTo(ErrorClass.RETRY);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "sk-ab\ncd0123456789", "sk-密钥0123456789"})
    void aKeyThatIsNoneIsNeverSentNorShown(String key) {
        var client = Client.of(service);
        client.key = key;

        SubmitAnswer answer = Client.submit(client.build(), WANX);

        assertThat(answer).asInstanceOf(type(Refused.class)).satisfies(refused -> {
            assertThat(refused.error().code()).isEqualTo("NO_KEY");
            assertThat(refused.toString()).doesNotContain("0123456789");
        });
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void aSynchronousModelsLostAnswerCannotBeLookedUp() {
        service.thenHangsUp();

        assertThat(Client.submit(Client.of(service).build(), QWEN))
                .asInstanceOf(type(AnswerLost.class))
                .satisfies(lost -> assertThat(lost.listed()).isFalse());
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void aSynchronousModelsTimeoutIsAFailureAndFree() {
        service.then(500, error("InternalError.Timeout", "timeout"));

        assertThat(Client.submit(Client.of(service).build(), QWEN)).isInstanceOf(ServiceFailed.class);
    }

    @Test
    void aSynchronousModelIsWaitedForUntilTheDeadline() {
        var asked = new java.util.ArrayList<WireRequest>();
        var client = Client.of(service);
        var scope = client.over(request -> {
            asked.add(request);
            return new WireAnswer(200, Map.of(), CHOICES.getBytes(StandardCharsets.UTF_8));
        });

        Client.submit(scope, QWEN);
        Client.submit(scope, WANX);

        assertThat(asked).extracting(WireRequest::timeout).containsExactly(client.deadline, client.requestTimeout);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"output\":{\"choices\":[]},\"request_id\":\"1\"}", "{\"output\":{},\"request_id\":\"1\"}"})
    void successWithoutAPictureIsNoSuccess(String body) {
        service.then(200, body);

        assertThat(Client.submit(Client.of(service).build(), QWEN))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.error().code()).isEqualTo("EMPTY_RESULT"));
        assertThat(service.asked()).hasSize(1);
    }

    private static String error(String code, String message) {
        return "{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"request_id\":\"7438d53d\"}";
    }
}
