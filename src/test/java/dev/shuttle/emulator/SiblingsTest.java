package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shuttle.emulator.Client.Reply;
import dev.shuttle.emulator.picture.PictureFile;
import java.awt.image.BufferedImage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other models: their bodies, their paths, and the shapes of their answers. */
class SiblingsTest {
    private static final String PICTURE = Pictures.dataUrl(Pictures.png(600, 512, 1));

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

    private static ObjectNode body(String model) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("model", model);
        body.putObject("input");
        body.putObject("parameters").put("n", 1);
        return body;
    }

    private static ObjectNode messages(String model, String... images) {
        ObjectNode body = body(model);
        ObjectNode message = body.withObject("/input").putArray("messages").addObject();
        message.put("role", "user");
        for (String image : images) {
            message.withArray("content").addObject().put("image", image);
        }
        message.withArray("content").addObject().put("text", "蜀锦");
        return body;
    }

    private Reply task(String path, ObjectNode body) throws Exception {
        Reply submitted = client.post(path, body.toString(), "X-DashScope-Async", "enable");
        assertThat(submitted.status()).as(submitted.message()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(5));
        return client.poll(submitted.taskId());
    }

    private void isAPicture(JsonNode url, int width, int height) throws Exception {
        Reply picture = client.download(url.asText());
        assertThat(picture.status()).isEqualTo(200);
        assertThat(PictureFile.size(picture.response().body())).isEqualTo(new PictureFile.Size(width, height));
    }

    @Test
    void wan25TakesImagesASizeAndFourPicturesWhereNIsLeftOut() throws Exception {
        ObjectNode body = body("wan2.5-i2i-preview");
        body.withObject("/input").put("prompt", "蜀锦").putArray("images").add(PICTURE);
        body.withObject("/parameters").put("size", "768*1024").remove("n");

        Reply done = task(Client.IMAGE_TO_IMAGE, body);

        assertThat(done.output().path("results")).hasSize(4);
        assertThat(done.output().path("results").path(0).path("actual_prompt").asText())
                .isEqualTo("蜀锦");
        isAPicture(done.output().path("results").path(0).path("url"), 768, 1024);
        assertThat(emulator.ledger().billed()).isEqualTo(4);
    }

    @Test
    void wan25RefusesTransparency() throws Exception {
        byte[] transparent = PictureFile.png(new BufferedImage(512, 512, BufferedImage.TYPE_INT_ARGB));
        ObjectNode body = body("wan2.5-i2i-preview");
        body.withObject("/input").put("prompt", "蜀锦").putArray("images").add(Pictures.dataUrl(transparent));

        assertThat(task(Client.IMAGE_TO_IMAGE, body).output().path("message").asText())
                .contains("transparency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen-image-edit", "qwen-image-edit-plus", "wan2.6-image", "wan2.7-image"})
    void chatModelsAnswerWithChoicesAtOnce(String model) throws Exception {
        Reply answer = client.post(Client.MULTIMODAL, messages(model, PICTURE).toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.output().fieldNames()).toIterable().containsExactly("choices");
        assertThat(answer.output().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(answer.json().path("usage").toString())
                .isEqualTo("{\"image_count\":1,\"width\":600,\"height\":512}");
        isAPicture(answer.output().at("/choices/0/message/content/0/image"), 600, 512);
    }

    @Test
    void wan27AsATaskEndsFinishedWithChoicesAndWithoutMetrics() throws Exception {
        Reply done = task(Client.IMAGE_GENERATION, messages("wan2.7-image", PICTURE));

        assertThat(done.taskStatus()).isEqualTo("SUCCEEDED");
        assertThat(done.output().path("finished").asBoolean()).isTrue();
        assertThat(done.output().has("results")).isFalse();
        assertThat(done.output().has("task_metrics")).isFalse();
        isAPicture(done.output().at("/choices/0/message/content/0/image"), 600, 512);
    }

    @Test
    void wan27WithoutItsPromptSaysWhichFieldIsRequired() throws Exception {
        Reply failed = task(Client.IMAGE_GENERATION, body("wan2.7-image"));

        assertThat(failed.taskStatus()).isEqualTo("FAILED");
        assertThat(failed.output().path("message").asText()).startsWith("Field required: input.");
    }

    @Test
    void aSynchronousCallRefusesBadInputAtOnce() throws Exception {
        Reply refused = client.post(
                Client.MULTIMODAL,
                messages("qwen-image-edit-plus", "no picture").toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("InvalidParameter");
        assertThat(emulator.ledger().accepted()).isZero();
    }

    @Test
    void wanxV1AnswersOnItsOwnPathWithResults() throws Exception {
        ObjectNode body = body("wanx-v1");
        body.withObject("/input").put("prompt", "蜀锦").put("ref_img", PICTURE);

        Reply done = task("/services/aigc/text2image/image-synthesis", body);

        isAPicture(done.output().path("results").path(0).path("url"), 600, 512);
    }

    @Test
    void aModelThatNobodyHereUsesIsNotKnown() throws Exception {
        ObjectNode body = body("image-out-painting");

        assertThat(client.post(
                                "/services/aigc/image2image/out-painting",
                                body.toString(),
                                "X-DashScope-Async",
                                "enable")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aResultCanBeTheNextInput() throws Exception {
        Reply first = task(Client.IMAGE_TO_IMAGE, Client.edit("蜀锦", PICTURE));

        Reply second = task(Client.IMAGE_TO_IMAGE, Client.edit("宋锦", first.firstUrl()));

        assertThat(second.taskStatus()).isEqualTo("SUCCEEDED");
    }

    @Test
    void withoutAPictureTheResultIsMadeOfThePrompt() throws Exception {
        Reply answer = client.post(Client.MULTIMODAL, messages("wan2.7-image").toString());

        isAPicture(answer.output().at("/choices/0/message/content/0/image"), 1024, 1024);
    }

    @Test
    void aSynchronousCallMeetsTheSameFaultsAsAnError() throws Exception {
        emulator.faults().add(When.nth(Call.SUBMIT, 1), new Fault.FailTask("DataInspectionFailed", null));
        emulator.faults().add(When.nth(Call.SUBMIT, 2), new Fault.NeverFinish());
        String body = messages("wan2.6-image", PICTURE).toString();

        Reply inspected = client.post(Client.MULTIMODAL, body);
        Reply timedOut = client.post(Client.MULTIMODAL, body);

        assertThat(inspected.status()).isEqualTo(400);
        assertThat(inspected.code()).isEqualTo("DataInspectionFailed");
        assertThat(timedOut.status()).isEqualTo(500);
        assertThat(timedOut.code()).isEqualTo("InternalError.Timeout");
        assertThat(emulator.ledger().billed()).isZero();
    }

    @Test
    void aSynchronousAnswerIsNoTask() throws Exception {
        client.post(Client.MULTIMODAL, messages("qwen-image-edit-plus", PICTURE).toString());
        String id = emulator.ledger().tasks().get(0).taskId();

        assertThat(client.poll(id).taskStatus()).isEqualTo("UNKNOWN");
        assertThat(client.get("/tasks").json().path("total").asInt()).isZero();
    }

    @Test
    void colorizationColoursAGreyPicture() throws Exception {
        ObjectNode body = Client.edit("", PICTURE);
        body.withObject("/input").put("function", "colorization");

        Reply done = task(Client.IMAGE_TO_IMAGE, body);

        isAPicture(done.output().at("/results/0/url"), 600, 512);
    }
}
