package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Client.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The storage behind result URLs: signed, for a day, and none of the service's headers. */
class StorageTest {
    private static final String PICTURE = Pictures.dataUrl(Pictures.png(512, 512, 1));

    private final MovedClock clock = new MovedClock();
    private Emulator emulator;
    private Client client;
    private String url;

    @BeforeEach
    void aTaskHasSucceeded() throws Exception {
        emulator = Emulator.start(
                EmulatorSettings.defaults().withClock(clock).withTimes(Duration.ZERO, Duration.ofSeconds(5)));
        client = new Client(emulator);
        String id = client.submit(Client.edit("蜀锦", PICTURE)).taskId();
        clock.advance(Duration.ofSeconds(5));
        url = client.poll(id).firstUrl();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static void isXml(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.response().headers().firstValue("Content-Type")).hasValue("application/xml");
        assertThat(new String(reply.response().body(), StandardCharsets.UTF_8)).contains("<Code>" + code + "</Code>");
    }

    @Test
    void theUrlWorksForADayAndIsDeniedAfterwards() throws Exception {
        clock.advance(Duration.ofDays(1).minusSeconds(1));
        assertThat(client.download(url).status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        Reply late = client.download(url);

        isXml(late, 403, "AccessDenied");
        assertThat(new String(late.response().body(), StandardCharsets.UTF_8)).contains("Request has expired.");
    }

    @Test
    void anAlteredUrlDoesNotMatchItsSignature() throws Exception {
        isXml(client.download(url.replace("-1.png", "-2.png")), 403, "SignatureDoesNotMatch");
        isXml(client.download(url.replaceFirst("Expires=1", "Expires=2")), 403, "SignatureDoesNotMatch");
        isXml(client.download(url.replace("%2B", "+")), 403, "SignatureDoesNotMatch");
        isXml(client.download(url.substring(0, url.indexOf('?'))), 403, "AccessDenied");
    }

    @Test
    void aLeakedKeyIsRefusedAndCounted() throws Exception {
        isXml(client.download(url, "Authorization", "Bearer sk-emulator"), 400, "InvalidArgument");
        isXml(client.download(url, "X-DashScope-Async", "enable"), 400, "InvalidArgument");

        assertThat(emulator.ledger().leaks()).isEqualTo(2);
    }

    @Test
    void anUploadIsBoundToItsModelAndGoneAfterTwoDays() throws Exception {
        Reply grant = client.get("/uploads?action=getPolicy&model=wanx2.1-imageedit");
        String key = grant.json().path("data").path("upload_dir").asText() + "/锦.png";
        assertThat(Uploads.send(grant.json().path("data"), key, Pictures.png(512, 512, 1))
                        .status())
                .isEqualTo(200);
        String oss = "oss://" + key;

        assertThat(ends(oss, "wanx2.1-imageedit")).isEqualTo("SUCCEEDED");
        assertThat(ends(oss, "wan2.5-i2i-preview")).isEqualTo("FAILED");
        clock.advance(Duration.ofDays(2));
        assertThat(ends(oss, "wanx2.1-imageedit")).isEqualTo("FAILED");
    }

    @Test
    void anUploadWithAForgedOrLatePolicyIsDenied() throws Exception {
        Reply grant = client.get("/uploads?action=getPolicy&model=wanx2.1-imageedit");
        String key = grant.json().path("data").path("upload_dir").asText() + "/a.png";

        assertThat(Uploads.send(grant.json().path("data"), "elsewhere/a.png", new byte[10])
                        .status())
                .isEqualTo(403);
        clock.advance(Duration.ofMinutes(5));
        assertThat(Uploads.send(grant.json().path("data"), key, new byte[10]).status())
                .isEqualTo(403);
    }

    private String ends(String picture, String model) throws Exception {
        clock.advance(Duration.ofSeconds(5));
        Reply submitted = client.post(
                Client.IMAGE_TO_IMAGE,
                Client.edit("蜀锦", picture).put("model", model).toString(),
                "X-DashScope-Async",
                "enable",
                "X-DashScope-OssResourceResolve",
                "enable");
        clock.advance(Duration.ofSeconds(5));
        return client.poll(submitted.taskId()).taskStatus();
    }
}
