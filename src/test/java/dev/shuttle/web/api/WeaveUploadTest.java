package dev.shuttle.web.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weaves that come with a picture. */
@SuppressWarnings("NullAway.Init")
class WeaveUploadTest {
    @TempDir
    private static Path root;

    private static Rig rig;
    private static Http http;

    @BeforeAll
    static void serve() {
        rig = Rig.serving(root, Map.of(), Map.of("shuttle.preset", "faithful"));
        http = rig.http();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    private static HttpResponse<byte[]> sent(String picture, String weaveFile, String weave, String ticket) {
        byte[] form = Http.form(
                picture,
                Pictures.encoded(Pictures.picture(1, 48, 48), "png"),
                Map.of("ticket", ticket, "cloud", "false"));
        String part = "--" + Http.BOUNDARY + "\r\nContent-Disposition: form-data; name=\"weave\"; filename=\""
                + weaveFile + "\"\r\n\r\n" + weave + "\r\n";
        byte[] whole = (part + new String(form, ISO_8859_1)).getBytes(ISO_8859_1);
        return http.send(http.to(Http.COMPOSE)
                .header("Content-Type", "multipart/form-data; boundary=" + Http.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(whole)));
    }

    private static JsonNode job(HttpResponse<byte[]> answer) {
        return Http.json(http.send(
                http.to("/api/jobs/" + Http.header(answer, "X-Shuttle-Job")).GET()));
    }

    @Test
    void aWeaveThatComesAlongIsWovenAndStaysWithTheResult() {
        HttpResponse<byte[]> answer =
                sent("leaf.png", "leaf.txt", "XX..\n.XX.\n..XX\nX..X\n", "{weaves: {others: leaf.txt}}");

        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        JsonNode job = job(answer);
        assertThat(job.findValuesAsText("weave")).contains("leaf.txt");
        assertThat(job.toString()).contains("weave.leaf.txt");
    }

    @Test
    void aRetryHasItAgain() {
        HttpResponse<byte[]> answer = sent("again.png", "leaf.txt", "X.\n.X\n", "{weaves: {others: leaf.txt}}");
        String id = Http.header(answer, "X-Shuttle-Job");

        HttpResponse<byte[]> retried =
                http.send(http.to("/api/jobs/" + id + "/retry").POST(BodyPublishers.noBody()));

        assertThat(retried.statusCode()).isEqualTo(202);
        String again = Http.header(retried, "X-Shuttle-Job");
        await().until(() -> !Http.json(http.send(http.to("/api/jobs/" + again).GET()))
                .path("report")
                .isMissingNode());
        assertThat(job(retried).toString()).contains("weave.leaf.txt");
    }

    /** A machine by its name, how it is tied in the form beside it. */
    @Test
    void aMachineIsNamedInTheForm() {
        byte[] form = Http.form(
                "tied.png",
                Pictures.encoded(Pictures.picture(1, 48, 48), "png"),
                Map.of(
                        "cloud", "false",
                        "structure", "shaded-satin",
                        "fabric", "{ends: 48, ends_per_cm: 20, picks_per_cm: 20}",
                        "machine", "jacquard-1344",
                        "harness", "{tie: point, cast_out: [1-8]}",
                        "outputs", "[liftplan]"));

        HttpResponse<byte[]> answer = http.send(http.to(Http.COMPOSE)
                .header("Content-Type", "multipart/form-data; boundary=" + Http.BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form)));

        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        JsonNode harness = job(answer).at("/report/loom/harness");
        assertThat(harness.path("machine").asText()).isEqualTo("jacquard-1344");
        assertThat(harness.path("tie").asText()).isEqualTo("point");
        assertThat(harness.path("cloth_ends").asInt()).isEqualTo(96);
        assertThat(job(answer).toString()).contains("tied.hooks.csv", "tied.liftplan-hooks.bmp");
    }

    /** A mask comes as a weave does. */
    @Test
    void aMaskThatComesAlongSaysWhereBobbinsWeave() {
        byte[] mask = Pictures.encoded(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_BINARY), "png");

        HttpResponse<byte[]> answer = sent(
                "masked.png",
                "all.png",
                new String(mask, ISO_8859_1),
                "{structure: lampas, pinned: ['#b3202a'], brocading: [{colour: '#b3202a', mask: all.png}]}");

        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        assertThat(job(answer).toString()).contains("weave.all.png");
    }

    @Test
    void aWeaveThatIsNoneRejectsThePictureWithTheReason() {
        HttpResponse<byte[]> answer = sent("bad.png", "leaf.txt", "XX\n..\n", "{weaves: {others: leaf.txt}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new String(answer.body(), UTF_8)).contains("leaf.txt");
    }

    @Test
    void aFileThatIsNoWeaveByItsNameIsRefused() {
        HttpResponse<byte[]> answer = sent("bad.png", "leaf.exe", "MZ", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).path("code").asText()).isEqualTo("BAD_FORM");
    }
}
