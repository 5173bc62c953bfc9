package dev.shuttle.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Rehearsal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of the service's address, its clock and our requests, without a server. */
class ServiceChecksTest {
    private static final Instant NOON = Instant.parse("2026-01-15T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "https://dashscope.aliyuncs.com/api/v1, wanx2.1-imageedit, OK",
        "https://dashscope.aliyuncs.com/api/v1/, wanx2.1-imageedit, OK",
        "https://llm-abc.cn-beijing.maas.aliyuncs.com/api/v1, wanx2.1-imageedit, OK",
        "https://dashscope-intl.aliyuncs.com/api/v1, wan2.5-i2i-preview, OK",
        "https://dashscope-intl.aliyuncs.com/api/v1, wanx2.1-imageedit, FAIL",
        "https://dashscope-us.aliyuncs.com/api/v1, wan2.5-i2i-preview, FAIL",
        "https://dashscope.aliyuncs.com/compatible-mode/v1, wanx2.1-imageedit, FAIL",
        "https://dashscope.aliyuncs.com, wanx2.1-imageedit, FAIL",
        "http://gateway.mill/api/v1, wanx2.1-imageedit, FAIL",
        "https://gateway.mill/api/v1, wanx2.1-imageedit, WARN",
        "http://127.0.0.1:8090/api/v1, wanx2.1-imageedit, OK"
    })
    void anAddressIsHeldAgainstThePublishedOnes(URI base, String model, Finding.Level level) {
        assertThat(new NetworkChecks.AddressCheck(base, List.of(model))
                        .look()
                        .get(0)
                        .level())
                .isEqualTo(level);
    }

    @Test
    void aRegionThatHasSomeOfTheModelsIsAWarning() {
        URI singapore = URI.create("https://dashscope-intl.aliyuncs.com/api/v1");

        Finding finding = new NetworkChecks.AddressCheck(singapore, List.of("wanx2.1-imageedit", "wan2.5-i2i-preview"))
                .look()
                .get(0);

        assertThat(finding.level()).isEqualTo(Finding.Level.WARN);
        assertThat(finding.seen().en()).contains("wanx2.1-imageedit").doesNotContain("wan2.5");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, OK",
        "29, 0, OK",
        "-29, 0, OK",
        "40, 0, WARN",
        "-40, 0, WARN",
        "40, 40000, OK",
        "3600, 0, FAIL",
        "-3600, 200, FAIL"
    })
    void aClockIsOnlyCalledWrongByWhatTheTravelDoesNotExplain(long ahead, long millis, Finding.Level level) {
        Records records = new Records();
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(NOON.atOffset(ZoneOffset.UTC));
        Instant sent = NOON.plusSeconds(ahead).minusMillis(millis / 2);
        records.remember(new Records.Exchange("GET", "x", sent, millis, 401, null, null, null, date, false, null));

        assertThat(new ServiceChecks.ClockCheck(records).look().get(0).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wanx2.1-imageedit",
                "wan2.5-i2i-preview",
                "qwen-image-edit-plus",
                "qwen-image-edit",
                "wan2.7-image",
                "wan2.6-image"
            })
    void ourRequestToEachModelIsTheDocumentedOne(String model) {
        URI base = URI.create("https://dashscope.aliyuncs.com/api/v1");
        Records records = new Records();

        Finding finding = new RequestCheck(PlainClient.settings(base, "", model), records)
                .look()
                .get(0);

        assertThat(finding.level()).as(finding.toString()).isEqualTo(Finding.Level.OK);
        assertThat(records.requests().get(0).body().toString())
                .contains("sha256")
                .hasSizeLessThan(1000);
    }

    @Test
    void theRequestThatStudiosOnceSentIsNot() {
        String body = "{\"model\":\"wanx2.1-imageedit\",\"input\":{\"image\":\"iVBORw0KGgo=\"},"
                + "\"parameters\":{\"prompt\":\"蜀锦\",\"n\":1}}";
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + Rehearsal.KEY,
                "Content-Type", "application/json",
                "X-DashScope-Async", "enable");

        assertThat(Rehearsal.objection(
                        "POST",
                        "/services/aigc/image2image/image-synthesis",
                        headers,
                        body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .get()
                .asString()
                .contains("input.base_image_url");
    }

    @Test
    void aSecretThatSomebodyRepeatsIsTakenOutInEveryForm() {
        String secret = "p&ssword/1+2";
        Redaction redaction = new Redaction(List.of(secret));
        String base64 = java.util.Base64.getEncoder()
                .encodeToString(("user:" + secret + "!").getBytes(java.nio.charset.StandardCharsets.UTF_8));

        String clean = redaction.of(
                "a " + secret + " b p%26ssword%2F1%2B2 c " + base64 + " d Bearer sk-0123456789 e sk-9876543210abc f");

        assertThat(clean).startsWith("a *** b *** c ").endsWith(" d Bearer *** e *** f");
        assertThat(clean).doesNotContain(base64.substring(8, 18));
    }
}
