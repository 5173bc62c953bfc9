package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.dashscope.aigc.imagegeneration.ImageGeneration;
import com.alibaba.dashscope.aigc.imagegeneration.ImageGenerationMessage;
import com.alibaba.dashscope.aigc.imagegeneration.ImageGenerationParam;
import com.alibaba.dashscope.aigc.imagegeneration.ImageGenerationResult;
import com.alibaba.dashscope.aigc.imagesynthesis.ImageSynthesis;
import com.alibaba.dashscope.aigc.imagesynthesis.ImageSynthesisListResult;
import com.alibaba.dashscope.aigc.imagesynthesis.ImageSynthesisParam;
import com.alibaba.dashscope.aigc.imagesynthesis.ImageSynthesisResult;
import com.alibaba.dashscope.aigc.multimodalconversation.MultiModalConversation;
import com.alibaba.dashscope.aigc.multimodalconversation.MultiModalConversationParam;
import com.alibaba.dashscope.aigc.multimodalconversation.MultiModalConversationResult;
import com.alibaba.dashscope.common.MultiModalMessage;
import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.task.AsyncTaskListParam;
import com.alibaba.dashscope.utils.Constants;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alibaba's own Java SDK takes the emulator for the service. */
class SdkConformanceTest {
    private static final String KEY = EmulatorSettings.DEFAULT_KEY;
    private static final byte[] PICTURE = Pictures.png(512, 512, 3);
    private static final String DATA_URL = Pictures.dataUrl(PICTURE);

    private final String baseUrlBefore = Constants.baseHttpApiUrl;
    private Emulator emulator;
    private Client client;

    @BeforeEach
    void start() {
        start(Duration.ZERO, Duration.ZERO);
    }

    private void start(Duration queue, Duration run) {
        emulator =
                Emulator.start(EmulatorSettings.defaults().withTimes(queue, run).withLimits(Limits.NONE));
        client = new Client(emulator);
        Constants.baseHttpApiUrl = emulator.baseUrl().toString();
    }

    @AfterEach
    void stop() {
        emulator.close();
        Constants.baseHttpApiUrl = baseUrlBefore;
    }

    private static ImageSynthesisParam.ImageSynthesisParamBuilder<?, ?> edit(String picture) {
        return ImageSynthesisParam.builder()
                .apiKey(KEY)
                .model("wanx2.1-imageedit")
                .function("stylization_all")
                .prompt("转换成法国绘本风格")
                .baseImageUrl(picture)
                .n(1);
    }

    @Test
    void callSubmitsPollsAndFindsThePicture() throws Exception {
        ImageSynthesisResult result = new ImageSynthesis("image2image")
                .call(edit(DATA_URL)
                        .seed(42)
                        .watermark(false)
                        .parameter("strength", 0.5)
                        .build());

        assertThat(result.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
        assertThat(result.getUsage().getImageCount()).isEqualTo(1);
        assertThat(result.getOutput().getTaskMetrics().getSucceeded()).isEqualTo(1);
        assertThat(client.download(String.valueOf(
                                result.getOutput().getResults().get(0).get("url")))
                        .status())
                .isEqualTo(200);

        RecordedRequest submit = emulator.ledger().requests().get(0);
        assertThat(submit.method()).isEqualTo("POST");
        assertThat(submit.path()).isEqualTo("/api/v1/services/aigc/image2image/image-synthesis");
        assertThat(submit.header("X-DashScope-Async")).isEqualTo("enable");
        assertThat(submit.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(submit.header("Authorization")).isEqualTo("Bearer ***");
        JsonNode body = submit.body();
        assertThat(body.fieldNames()).toIterable().containsExactlyInAnyOrder("model", "input", "parameters");
        assertThat(body.path("input").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("prompt", "function", "base_image_url");
        assertThat(body.path("input").path("base_image_url").asText())
                .startsWith("<" + DATA_URL.length() + " chars, sha256 ");
        assertThat(body.path("parameters").toString())
                .isEqualTo("{\"watermark\":false,\"seed\":42,\"strength\":0.5,\"n\":1}");
    }

    @Test
    void asyncCallAndWaitFollowATaskThroughItsStates() throws Exception {
        emulator.close();
        start(Duration.ZERO, Duration.ofMillis(300));
        ImageSynthesis synthesis = new ImageSynthesis("image2image");

        ImageSynthesisResult submitted = synthesis.asyncCall(edit(DATA_URL).build());
        ImageSynthesisResult running = synthesis.fetch(submitted, KEY);
        ImageSynthesisResult done = synthesis.wait(submitted, KEY);

        assertThat(submitted.getOutput().getTaskStatus()).isEqualTo("PENDING");
        assertThat(running.getOutput().getTaskStatus()).isEqualTo("RUNNING");
        assertThat(done.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
        assertThat(emulator.ledger().polls(submitted.getOutput().getTaskId())).isGreaterThanOrEqualTo(2);
        assertThat(emulator.ledger().requests("GET", "/tasks/"))
                .allSatisfy(poll -> assertThat(poll.header("X-DashScope-Async")).isNull());
    }

    @Test
    void aLocalFileIsUploadedAndResolvedByItsOssUrl(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("in.png"), PICTURE);

        ImageSynthesisResult result = new ImageSynthesis("image2image")
                .call(edit("file://" + file.toAbsolutePath()).build());

        assertThat(result.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
        List<RecordedRequest> requests = emulator.ledger().requests();
        assertThat(requests)
                .extracting(request -> request.method() + " " + request.path())
                .startsWith(
                        "GET /api/v1/uploads", "POST /oss", "POST /api/v1/services/aigc/image2image/image-synthesis");
        assertThat(requests.get(0).query()).isEqualTo("action=getPolicy&model=wanx2.1-imageedit");
        assertThat(requests.get(1).body().fieldNames())
                .toIterable()
                .containsExactly(
                        "OSSAccessKeyId",
                        "Signature",
                        "policy",
                        "key",
                        "x-oss-object-acl",
                        "x-oss-forbid-overwrite",
                        "success_action_status",
                        "x-oss-content-type",
                        "file");
        assertThat(requests.get(2).header("X-DashScope-OssResourceResolve")).isEqualTo("enable");
        assertThat(emulator.ledger().tasks().get(0).pictureSha256()).isEqualTo(Shelf.sha256(PICTURE));
    }

    @Test
    void aMaskAWorkspaceAndFurtherParametersPass() throws Exception {
        ImageSynthesisResult result = new ImageSynthesis("image2image")
                .call(edit(DATA_URL)
                        .function("description_edit_with_mask")
                        .maskImageUrl(DATA_URL)
                        .workspace("llm-test")
                        .parameter("strength", 0.3)
                        .build());

        assertThat(result.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
        RecordedRequest submit = emulator.ledger().requests().get(0);
        assertThat(submit.header("X-DashScope-WorkSpace")).isEqualTo("llm-test");
        assertThat(submit.body().path("input").has("mask_image_url")).isTrue();
    }

    @Test
    void wanxV1GoesToItsOwnPathWithAReference() throws Exception {
        ImageSynthesisResult result = new ImageSynthesis()
                .call(ImageSynthesisParam.builder()
                        .apiKey(KEY)
                        .model("wanx-v1")
                        .prompt("蜀锦")
                        .refImage(DATA_URL)
                        .n(1)
                        .build());

        assertThat(result.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
        RecordedRequest submit = emulator.ledger().requests().get(0);
        assertThat(submit.path()).isEqualTo("/api/v1/services/aigc/text2image/image-synthesis");
        assertThat(submit.body().path("input").fieldNames()).toIterable().contains("ref_img");
    }

    @Test
    void anOutageOfPollsDoesNotHarmTheTask() throws Exception {
        emulator.faults().add(When.first(Call.POLL, 3), Fault.Refuse.with("ModelUnavailable"));

        ImageSynthesisResult result =
                new ImageSynthesis("image2image").call(edit(DATA_URL).build());

        assertThat(result.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
        assertThat(emulator.ledger().polls()).isEqualTo(4);
    }

    @Test
    void aPendingTaskIsCancelledAndTheListShowsIt() throws Exception {
        emulator.close();
        start(Duration.ofMinutes(1), Duration.ZERO);
        ImageSynthesis synthesis = new ImageSynthesis("image2image");
        ImageSynthesisResult submitted = synthesis.asyncCall(edit(DATA_URL).build());

        synthesis.cancel(submitted, KEY);
        ImageSynthesisResult fetched = synthesis.fetch(submitted, KEY);
        ImageSynthesisListResult list =
                synthesis.list(AsyncTaskListParam.builder().apiKey(KEY).build());

        assertThat(fetched.getOutput().getTaskStatus()).isEqualTo("CANCELED");
        assertThat(list.getTotal()).isEqualTo(1);
        assertThat(list.getData().get(0).getTaskId())
                .isEqualTo(submitted.getOutput().getTaskId());
        assertThat(list.getData().get(0).getModelName()).isEqualTo("wanx2.1-imageedit");
        assertThatThrownBy(() -> synthesis.cancel(submitted, KEY))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("UnsupportedOperation");
    }

    @Test
    void aRefusedSubmitIsAnApiExceptionWithTheServicesCode() {
        emulator.faults().refuse(Call.SUBMIT, DocumentedError.ARREARAGE);

        assertThatThrownBy(() -> new ImageSynthesis("image2image")
                        .asyncCall(edit(DATA_URL).build()))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getStatus().getStatusCode()).isEqualTo(400);
                    assertThat(refused.getStatus().getCode()).isEqualTo("Arrearage");
                });
        assertThat(emulator.ledger().accepted()).isZero();
    }

    @Test
    void rawBase64PassesTheSdkAndEndsFailed() throws Exception {
        String raw = DATA_URL.substring(DATA_URL.indexOf(',') + 1);

        ImageSynthesisResult result =
                new ImageSynthesis("image2image").call(edit(raw).build());

        assertThat(result.getOutput().getTaskStatus()).isEqualTo("FAILED");
        assertThat(result.getOutput().getMessage()).startsWith("[emulator]");
    }

    @Test
    void wan25AnswersWithPrompts() throws Exception {
        ImageSynthesisResult result = new ImageSynthesis("image2image")
                .call(ImageSynthesisParam.builder()
                        .apiKey(KEY)
                        .model("wan2.5-i2i-preview")
                        .prompt("蜀锦")
                        .images(List.of(DATA_URL))
                        .size("1024*1024")
                        .n(2)
                        .build());

        assertThat(result.getOutput().getResults())
                .hasSize(2)
                .allSatisfy(picture ->
                        assertThat(picture).containsEntry("orig_prompt", "蜀锦").containsKeys("url", "actual_prompt"));
    }

    @Test
    void imageGenerationIsAnsweredAtOnceOnTheSynchronousPath() throws Exception {
        ImageGenerationResult result = new ImageGeneration().call(generation("wan2.6-image"));

        assertThat(imageOf(result)).startsWith("http://127.0.0.1:" + emulator.port() + "/oss/");
        RecordedRequest request = emulator.ledger().requests().get(0);
        assertThat(request.path()).isEqualTo("/api/v1/services/aigc/multimodal-generation/generation");
        assertThat(request.header("X-DashScope-Async")).isNull();
    }

    @Test
    void imageGenerationIsPolledOnTheAsynchronousPath() throws Exception {
        ImageGeneration generation = new ImageGeneration();

        ImageGenerationResult submitted = generation.asyncCall(generation("wan2.7-image"));
        ImageGenerationResult result = generation.wait(submitted, KEY);

        assertThat(result.getOutput().getTaskStatus()).isEqualTo("SUCCEEDED");
        assertThat(result.getOutput().getFinished()).isTrue();
        assertThat(client.download(imageOf(result)).status()).isEqualTo(200);
        assertThat(emulator.ledger().requests().get(0).path())
                .isEqualTo("/api/v1/services/aigc/image-generation/generation");
    }

    @Test
    void qwenIsAnsweredAtOnceWithTheSidesInItsUsage() throws Exception {
        MultiModalMessage message = MultiModalMessage.builder()
                .role("user")
                .content(List.of(Map.of("image", DATA_URL), Map.of("text", "蜀锦")))
                .build();

        MultiModalConversationResult result = new MultiModalConversation()
                .call(MultiModalConversationParam.builder()
                        .apiKey(KEY)
                        .model("qwen-image-edit-plus")
                        .message(message)
                        .parameter("n", 1)
                        .parameter("watermark", false)
                        .build());

        Object url = result.getOutput()
                .getChoices()
                .get(0)
                .getMessage()
                .getContent()
                .get(0)
                .get("image");
        assertThat(client.download(String.valueOf(url)).status()).isEqualTo(200);
        assertThat(emulator.ledger().requests().get(0).body().path("parameters").fieldNames())
                .toIterable()
                .contains("enable_search");
        assertThat(emulator.ledger().billed()).isEqualTo(1);
    }

    private static ImageGenerationParam generation(String model) {
        ImageGenerationMessage message = ImageGenerationMessage.builder()
                .role("user")
                .content(List.of(Map.of("text", "蜀锦"), Map.of("image", DATA_URL)))
                .build();
        return ImageGenerationParam.builder()
                .apiKey(KEY)
                .model(model)
                .messages(List.of(message))
                .size("1K")
                .n(1)
                .build();
    }

    private static String imageOf(ImageGenerationResult result) {
        return String.valueOf(result.getOutput()
                .getChoices()
                .get(0)
                .getMessage()
                .getContent()
                .get(0)
                .get("image"));
    }
}
