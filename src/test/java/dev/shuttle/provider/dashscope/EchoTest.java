package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.SubmitAnswer.AnswerLost;
import dev.shuttle.provider.SubmitAnswer.Refused;
import dev.shuttle.provider.TaskStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that echoes the key, or sends strings of any length and any characters, in every field there is. */
final class EchoTest {
    private static final String WANX = "wanx2.1-imageedit";
    /** Of no form that could be known without knowing it. */
    private static final String ODD_KEY = "Qx7/9+plain=word";

    private final LoopbackService service = LoopbackService.start();
    private final Client client = Client.of(service);

    @AfterEach
    void stop() {
        service.close();
    }

    private static String error(String value) {
        return "{\"code\":\"" + value + "\",\"message\":\"m " + value + "\",\"request_id\":\"" + value
                + "\",\"output\":{\"task_id\":\"" + value + "\"}}";
    }

    @Test
    void theExactKeyIsMaskedInEveryFieldOfAnError() {
        client.key = ODD_KEY;
        service.then(400, error("x" + ODD_KEY + "y"));

        SubmitAnswer answer = Client.submit(client.build(), WANX);

        assertThat(answer.toString()).doesNotContain(ODD_KEY).contains("x***y");
    }

    @Test
    void theKeyIsMaskedInHeadersPagesAndTheStoragesErrors() {
        client.key = ODD_KEY;
        client.retries = 0;
        service.then(
                502,
                Map.of("x-request-id", ODD_KEY),
                ("<html>" + ODD_KEY).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Client.poll(client.build(), "t"))
                .asInstanceOf(type(TaskStatus.Unread.class))
                .satisfies(failure -> assertThat(failure.error().toString()).doesNotContain(ODD_KEY));

        service.then(403, "<Code>" + ODD_KEY + "</Code><Message>" + ODD_KEY + "</Message>");
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> client.build().download(service.root() + "/a"))
                .satisfies(failure -> assertThat(failure.error().toString()).doesNotContain(ODD_KEY));
    }

    @Test
    void aTaskIdThatCannotBeUsedAsItIsIsNone() {
        client.key = ODD_KEY;
        service.then(
                200, "{\"output\":{\"task_status\":\"PENDING\",\"task_id\":\"" + ODD_KEY + "\"},\"request_id\":\"r\"}");

        assertThat(Client.submit(client.build(), WANX)).isInstanceOf(AnswerLost.class);
    }

    @Test
    void anAddressWithTheKeyInItIsNone() {
        client.key = ODD_KEY;
        service.then(
                200,
                "{\"output\":{\"task_id\":\"t\",\"task_status\":\"SUCCEEDED\",\"results\":[{\"url\":\"https://r.aliyuncs.com/?k="
                        + ODD_KEY + "\"}]}}");

        assertThat(Client.poll(client.build(), "t"))
                .asInstanceOf(type(TaskStatus.Failed.class))
                .satisfies(failed -> {
                    assertThat(failed.error().code()).isEqualTo("RESULT_URL_INVALID");
                    assertThat(failed.toString()).doesNotContain(ODD_KEY);
                });
    }

    @Test
    void everyStringIsCutAndHasNoControlCharacters() {
        for (long seed = 1; seed <= 30; seed++) {
            RandomGenerator random = new Random(seed);
            StringBuilder text = new StringBuilder();
            random.ints(2000 + random.nextInt(3000), 0, 0x3000).forEach(text::appendCodePoint);
            CloudError error = ErrorTable.error(text.toString(), text.toString(), 400, Stage.POLL)
                    .of(text.toString(), text.toString());

            Map<String, String> fields = new HashMap<>();
            fields.put("code", error.code());
            fields.put("request", String.valueOf(error.requestId()));
            fields.put("task", String.valueOf(error.taskId()));
            assertThat(fields.values())
                    .as("seed " + seed)
                    .allSatisfy(field ->
                            assertThat(field.codePointCount(0, field.length())).isLessThanOrEqualTo(129));
            fields.put("message", error.message());
            assertThat(fields.values())
                    .as("seed " + seed)
                    .allSatisfy(field -> assertThat(field).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://r.aliyuncs.com/a.png#?x",
                "https://r.aliyuncs.com/a.png?x#y",
                "https://r.aliyuncs.com/{{dashscope.api-key}}",
                "https://{{env:DASHSCOPE_API_KEY}}.aliyuncs.com/a",
                "https://r.aliyuncs.com/a?b={{x}}",
                "https://r.aliyuncs.com/RAW({a})",
                "https://r.aliyuncs.com\\@elsewhere/a",
            })
    void anAddressThatWouldNotGoOutAsItIsCheckedIsNone(String url) {
        DashScope scope = client.over(request -> {
            throw new AssertionError("asked " + request);
        });

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> scope.download(url))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("RESULT_URL_INVALID"));
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, NoClassDefFoundError.class})
    void anErrorOnTheWireIsALostAnswer(Class<? extends Error> kind) {
        DashScope scope = client.over(request -> {
            throw error(kind);
        });

        assertThat(Client.submit(scope, WANX)).isInstanceOf(AnswerLost.class);
        assertThat(Client.poll(scope, "t")).isInstanceOf(TaskStatus.Unread.class);
    }

    private static Error error(Class<? extends Error> kind) {
        try {
            return kind.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(String.valueOf(impossible.getMessage()), impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested", "many"})
    void jsonThatWouldFillTheHeapIsNoAnswer(String kind) {
        String json = kind.equals("nested") ? "[".repeat(1_000_000) : "[" + "{},".repeat(1_000_000) + "{}]";
        service.then(400, "{\"code\":" + json);

        assertThat(Client.submit(client.build(), WANX))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.error().code()).isEqualTo("NOT_JSON"));
    }
}
