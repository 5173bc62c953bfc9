package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.TaskResult;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No key, no signature and no picture in anything that could be logged. */
final class SecrecyTest {
    @Test
    void aRequestShowsNeitherKeyNorBodyNorSignature() {
        var request = new WireRequest(
                "POST",
                URI.create("https://r.aliyuncs.com/a?Signature=geheim"),
                Map.of(
                        "authorization",
                        "Bearer " + Client.KEY,
                        "Proxy-Authorization",
                        "Basic geheim",
                        "Accept",
                        "image/*"),
                new byte[12],
                1,
                Duration.ofSeconds(1));

        assertThat(request.toString())
                .isEqualTo(
                        "POST https://r.aliyuncs.com/a?*** {Accept=image/*, authorization=***, Proxy-Authorization=***}"
                                + " 12 bytes");
    }

    @Test
    void anAnswerShowsNeitherBodyNorCookies() {
        var answer = new WireAnswer(
                200, Map.of("Set-Cookie", "acw_tc=geheim"), "geheim".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.toString()).isEqualTo("HTTP 200, 6 bytes");
        assertThat(answer.header("set-cookie")).contains("acw_tc=geheim");
    }

    @Test
    void settingsDoNotShowTheKey() {
        var client = new Client(URI.create("https://dashscope.aliyuncs.com/api/v1"));

        assertThat(client.settings().toString()).doesNotContain(client.key).contains("dashscope.aliyuncs.com");
    }

    @Test
    void aSubmissionDoesNotShowThePicture() {
        assertThat(Client.submission("wanx2.1-imageedit").toString()).doesNotContain("base64");
    }

    @Test
    void whatTheServiceEchoesIsMasked() {
        String echoed = "url error: data:image/png;base64,iVBORw0KGgoAAA== with Bearer abc.def and " + Client.KEY
                + " sk-ws-1.2-x\n" + "A".repeat(400) + " end";

        CloudError error = ErrorTable.error("InvalidParameter", echoed, 400, Stage.SUBMIT);

        assertThat(error.message()).isEqualTo("url error: data:*** with Bearer *** and sk-*** sk-*** *** end");
        assertThat(error.thrown().getMessage()).doesNotContain("iVBOR").doesNotContain(Client.KEY);
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        CloudError error = ErrorTable.error("InternalError", "𩊠 ".repeat(600), 500, Stage.SUBMIT);

        assertThat(error.message().codePointCount(0, error.message().length())).isEqualTo(501);
        assertThat(error.message()).endsWith("…");
    }

    @Test
    void aResultsSignatureIsNotShown() {
        var done = new SubmitAnswer.Done(
                List.of(new TaskResult.Picture("https://r.aliyuncs.com/a.png?Signature=geheim", null, null)), "r", 1);

        assertThat(done.toString()).doesNotContain("geheim");
        assertThat(done.url()).endsWith("geheim");
    }
}
