package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shuttle.emulator.Client.Reply;
import dev.shuttle.emulator.picture.PictureFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input: accepted at the submit, FAILED in the task; refused at once in strict mode. */
class InputTest {
    private static final byte[] PNG = Pictures.png(512, 512, 1);
    private static final String PICTURE = Pictures.dataUrl(PNG);

    private final MovedClock clock = new MovedClock();
    private Emulator emulator;
    private Client client;

    @BeforeEach
    void start() {
        start(Mode.REAL);
    }

    private void start(Mode mode) {
        emulator = Emulator.start(
                EmulatorSettings.defaults().withClock(clock).withMode(mode).withLimits(Limits.NONE));
        client = new Client(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static Arguments bad(String what, String code, String message, Consumer<ObjectNode> spoil) {
        return Arguments.of(what, code, message, spoil);
    }

    private static Consumer<ObjectNode> input(String field, String value) {
        return body -> body.withObject("/input").put(field, value);
    }

    private static Consumer<ObjectNode> without(String field) {
        return body -> body.withObject("/input").remove(field);
    }

    private static Consumer<ObjectNode> parameter(String name, double value) {
        return body -> body.withObject("/parameters").put(name, value);
    }

    static Stream<Arguments> badInput() {
        String backend = "submit algo service error, Internal server error!";
        String raw = Base64.getEncoder().encodeToString(PNG);
        return Stream.of(
                bad("no function", "InternalError", backend, without("function")),
                bad("no prompt", "InternalError", backend, without("prompt")),
                bad("no picture", "InternalError", backend, without("base_image_url")),
                bad("1801 characters", "InternalError", backend, input("prompt", "锦".repeat(1801))),
                bad("unknown function", "InvalidParameter", "none of the ten", input("function", "weave")),
                bad("empty prompt", "InvalidParameter", "input.prompt is empty", input("prompt", "")),
                bad(
                        "mask without its function",
                        "InvalidParameter",
                        "mask_image_url",
                        input("mask_image_url", PICTURE)),
                bad(
                        "function without its mask",
                        "InvalidParameter",
                        "mask_image_url",
                        input("function", "description_edit_with_mask")),
                bad("raw base64", "InvalidParameter", "data:{MIME}", input("base_image_url", raw)),
                bad(
                        "line breaks",
                        "InvalidParameter",
                        "one line",
                        input("base_image_url", "data:image/png;base64,iVBO\r\nRw0K")),
                bad(
                        "wrong MIME",
                        "InvalidParameter",
                        "says image/jpeg but is image/png",
                        input("base_image_url", "data:image/jpeg;base64," + raw)),
                bad(
                        "a GIF",
                        "InvalidParameter",
                        "image format error",
                        input(
                                "base_image_url",
                                "data:image/gif;base64,"
                                        + Base64.getEncoder()
                                                .encodeToString("GIF89a..".getBytes(StandardCharsets.US_ASCII)))),
                bad(
                        "cut off",
                        "InvalidParameter",
                        "image format error",
                        input("base_image_url", Pictures.dataUrl(Arrays.copyOf(PNG, 3000)))),
                bad(
                        "too small",
                        "InvalidImageResolution",
                        "511 x 512",
                        input("base_image_url", Pictures.dataUrl(Pictures.png(511, 512, 1)))),
                bad(
                        "too large",
                        "InvalidImageResolution",
                        "4097 x 512",
                        input("base_image_url", Pictures.dataUrl(Pictures.png(4097, 512, 1)))),
                bad(
                        "another host",
                        "BadRequest.InputDownloadFailed",
                        "fetches nothing",
                        input("base_image_url", "https://example.com/b.png")),
                bad(
                        "n of 5",
                        "InvalidParameter",
                        "Range of n should be [1, 4]",
                        body -> body.withObject("/parameters").put("n", 5)),
                bad(
                        "negative seed",
                        "InvalidParameter",
                        "seed",
                        body -> body.withObject("/parameters").put("seed", -1)),
                bad("strength of 1.5", "InvalidParameter", "strength", parameter("strength", 1.5)),
                bad("scale of 2.5", "InvalidParameter", "left_scale", parameter("left_scale", 2.5)),
                bad("upscale of 1.5", "InvalidParameter", "upscale_factor", parameter("upscale_factor", 1.5)),
                bad(
                        "watermark as text",
                        "InvalidParameter",
                        "watermark",
                        body -> body.withObject("/parameters").put("watermark", "no")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void badInputIsAcceptedAndEndsFailed(String what, String code, String message, Consumer<ObjectNode> spoil)
            throws Exception {
        ObjectNode body = Client.edit("蜀锦", PICTURE);
        spoil.accept(body);

        Reply submitted = client.submit(body);
        clock.advance(Duration.ofSeconds(5));
        JsonNode failed = client.poll(submitted.taskId()).output();

        assertThat(submitted.status()).isEqualTo(200);
        assertThat(failed.path("task_status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("code").asText()).isEqualTo(code);
        assertThat(failed.path("message").asText()).contains(message);
        assertThat(failed.path("task_metrics").path("FAILED").asInt()).isPositive();
        assertThat(emulator.ledger().billed()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void badInputIsRefusedAtTheSubmitInStrictMode(String what, String code, String message, Consumer<ObjectNode> spoil)
            throws Exception {
        emulator.close();
        start(Mode.STRICT);
        ObjectNode body = Client.edit("蜀锦", PICTURE);
        spoil.accept(body);

        Reply refused = client.submit(body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).startsWith("[emulator] strict: ");
        assertThat(emulator.ledger().accepted()).isZero();
    }

    @Test
    void aPromptOver800CharactersIsCutInSilence() throws Exception {
        client.submit(Client.edit("锦".repeat(1000), PICTURE));

        assertThat(emulator.ledger().tasks().get(0).prompt()).hasSize(800);
    }

    @Test
    void everyDocumentedFormatIsTaken() throws Exception {
        for (String format : new String[] {"jpg", "bmp", "tif"}) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            assertThat(ImageIO.write(Pictures.meadow(600, 512, 1), format, file))
                    .isTrue();
            String mime = format.equals("jpg") ? "image/jpeg" : format.equals("tif") ? "image/tiff" : "image/bmp";
            String url = "data:" + mime + ";base64," + Base64.getEncoder().encodeToString(file.toByteArray());

            Reply submitted = client.submit(Client.edit("蜀锦", url));
            clock.advance(Duration.ofSeconds(5));

            assertThat(client.poll(submitted.taskId()).taskStatus()).as(format).isEqualTo("SUCCEEDED");
        }
    }

    @Test
    void expandAndSuperResolutionChangeTheSides() throws Exception {
        ObjectNode expand = Client.edit("远山", PICTURE);
        expand.withObject("/input").put("function", "expand");
        expand.withObject("/parameters").put("left_scale", 1.25).put("top_scale", 1.5);
        ObjectNode upscale = Client.edit("图像超分", PICTURE);
        upscale.withObject("/input").put("function", "super_resolution");
        upscale.withObject("/parameters").put("upscale_factor", 2);

        assertThat(PictureFile.size(result(expand))).isEqualTo(new PictureFile.Size(640, 768));
        assertThat(PictureFile.size(result(upscale))).isEqualTo(new PictureFile.Size(1024, 1024));
    }

    private byte[] result(ObjectNode body) throws Exception {
        Reply submitted = client.submit(body);
        clock.advance(Duration.ofSeconds(5));
        return client.download(client.poll(submitted.taskId()).firstUrl())
                .response()
                .body();
    }
}
