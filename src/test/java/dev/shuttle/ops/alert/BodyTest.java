package dev.shuttle.ops.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.settings.AlertSettings;
import dev.shuttle.settings.AlertSettings.Format;
import dev.shuttle.settings.Secret;
import dev.shuttle.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of webhook gets, and what its answers mean. */
final class BodyTest {
    private static final Instant NOW = Instant.parse("2026-01-15T04:00:00Z");
    private static final String BAD_NAME = "<!channel> \"a\"\\ & <at user_id=\"all\">.png";

    @TempDir
    private Path folder = Path.of("");

    private static Alert alert() {
        return new Alert(
                1,
                Event.JOBS_FAILED,
                "error",
                false,
                NOW,
                NOW,
                "INTERNAL",
                "Jobs failed",
                "Failed jobs: 1 (INTERNAL 1).",
                "Look.",
                1,
                Map.of("INTERNAL", 1L),
                List.of(new Alert.Affected("260115-040031-w774v2", BAD_NAME)),
                "mill-1",
                "/srv/work");
    }

    private static Body body(Format format, @Nullable Path template, @Nullable String secret) {
        Secret signed = secret == null ? null : new Secret(secret);
        Duration time = Duration.ofMinutes(1);
        AlertSettings settings = new AlertSettings(null, format, template, signed, time, time, 1);
        return new Body(settings, Locale.ENGLISH);
    }

    private static JsonNode json(Body body) throws IOException {
        return new ObjectMapper().readTree(body.of(alert(), NOW));
    }

    private static @Nullable String fault(Format format, int status, String answer) {
        return body(format, null, null).fault(status, answer.getBytes(UTF_8));
    }

    @Test
    void programsGetTheWholeAlert() throws IOException {
        JsonNode body = json(body(Format.JSON, null, null));

        assertThat(body.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "version",
                        "event",
                        "severity",
                        "recovered",
                        "since",
                        "at",
                        "code",
                        "title",
                        "message",
                        "hint",
                        "count",
                        "codes",
                        "jobs",
                        "host",
                        "instance");
        assertThat(body.path("event").asText()).isEqualTo("JOBS_FAILED");
        assertThat(body.path("since").asText()).isEqualTo("2026-01-15T04:00:00Z");
        assertThat(body.at("/jobs/0/file").asText()).isEqualTo(BAD_NAME);
    }

    @ParameterizedTest
    @EnumSource(names = {"DINGTALK", "WECOM"})
    void dingTalkAndWeComGetAText(Format format) throws IOException {
        JsonNode body = json(body(format, null, null));

        assertThat(body.path("msgtype").asText()).isEqualTo("text");
        assertThat(body.at("/text/content").asText())
                .startsWith("[Shuttle 飞梭] Jobs failed\n")
                .contains("To do: Look.", BAD_NAME, "mill-1", "/srv/work");
    }

    @Test
    void slackGetsATextInWhichNothingCallsTheChannel() throws IOException {
        assertThat(json(body(Format.SLACK, null, null)).path("text").asText())
                .contains("&lt;!channel&gt; \"a\"\\ &amp; ")
                .doesNotContain("<");
    }

    @Test
    void feishuGetsATextWithoutTagsAndASignatureInTheBody() throws IOException {
        JsonNode body = json(body(Format.FEISHU, null, "demo-secret"));

        assertThat(body.path("msg_type").asText()).isEqualTo("text");
        assertThat(body.at("/content/text").asText()).contains("Jobs failed").doesNotContain("<");
        assertThat(body.path("timestamp").asText()).isEqualTo("1768449600");
        // python3: base64(hmac_sha256(key=b"1768449600\ndemo-secret", msg=b""))
        assertThat(body.path("sign").asText()).isEqualTo("puqXlKx+tSOTwzWUCa8kLUgUuE/ZlJQdrf8gl6lwiHA=");
    }

    @Test
    void dingTalksSignatureIsInTheQuery() {
        // python3: quote_plus(base64(hmac_sha256(key=b"SECdemo", msg=b"1768449600000\nSECdemo")))
        assertThat(body(Format.DINGTALK, null, "SECdemo").query(NOW))
                .isEqualTo("timestamp=1768449600000&sign=G1sciXZ6Jc5PFdWN5yJjsfL10NmRLcgkCIeQEdvTxQo%3D");
        assertThat(body(Format.DINGTALK, null, null).query(NOW)).isEmpty();
    }

    @Test
    void aTemplateMakesABodyOfOnesOwnWhateverTheFilesName() throws IOException {
        Path template = folder.resolve("own.mustache");
        Files.writeString(template, "{\"what\": \"{{title}}\", \"files\": [{{#jobs}}\"{{file}}\"{{/jobs}}]}");

        JsonNode body = json(body(Format.JSON, template, null));

        assertThat(body.path("what").asText()).isEqualTo("Jobs failed");
        assertThat(body.at("/files/0").asText()).isEqualTo(BAD_NAME);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"{{tittle}}", "{\"a\": {{title}}}", "[]", "{{#jobs}}", "no JSON"})
    void aTemplateThatCannotBeUsedStopsTheStart(String text) throws IOException {
        Path template = Files.writeString(folder.resolve("own.mustache"), text);

        assertThatThrownBy(() -> body(Format.JSON, template, null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("shuttle.alert.template");
    }

    @Test
    void whatIsTakenHasNoFault() {
        assertThat(fault(Format.JSON, 204, "")).isNull();
        assertThat(fault(Format.SLACK, 200, "ok")).isNull();
        assertThat(fault(Format.DINGTALK, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}"))
                .isNull();
        assertThat(fault(Format.FEISHU, 200, "{\"code\":0,\"msg\":\"success\"}"))
                .isNull();
    }

    @Test
    void robotsRefuseWith200() {
        assertThat(fault(Format.DINGTALK, 200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}"))
                .isEqualTo("errcode 310000: sign not match");
        assertThat(fault(Format.WECOM, 200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"))
                .contains("93000");
        assertThat(fault(Format.FEISHU, 200, "{\"code\":19021,\"msg\":\"sign match fail\"}"))
                .isEqualTo("code 19021: sign match fail");
    }

    @Test
    void otherStatusesAreFaults() {
        assertThat(fault(Format.SLACK, 403, "invalid_token")).isEqualTo("HTTP 403");
        assertThat(fault(Format.JSON, 302, "")).contains("redirect");
        assertThat(fault(Format.JSON, 500, "<html>")).isEqualTo("HTTP 500");
    }
}
