package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.ResultHosts;
import dev.shuttle.provider.ResultPicture;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DownloadTest {
    private static final String SIGNED =
            "/1d/aa/20260115/%E7%BB%87.png?Expires=1768528810&OSSAccessKeyId=EXAMPLE&Signature=ab%2Bcd%3D%2f+x";

    private final LoopbackService service = LoopbackService.start();
    private final Client client = Client.of(service);

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"png, png", "jpg, jpeg", "bmp, bmp", "tif, tiff", "gif, gif"})
    void aResultIsFetchedAndMeasured(String written, String format) {
        byte[] bytes = picture(written);
        service.then(200, Map.of("Content-Type", "application/octet-stream"), bytes);

        ResultPicture result = client.build().download(service.root() + "/a");

        assertThat(result.bytes()).isEqualTo(bytes);
        assertThat(result.format()).isEqualTo(format);
        assertThat(new int[] {result.width(), result.height()}).containsExactly(70, 50);
    }

    @Test
    void theSignedQueryGoesOutAsItCameIn() {
        service.then(200, Map.of(), picture("png"));

        client.build().download(service.root() + SIGNED);

        assertThat(service.onlyAsked().pathAndQuery()).isEqualTo(SIGNED);
    }

    @Test
    void neitherTheKeyNorAnyHeaderOfOursGoesToTheResultsHost() {
        client.workspace = "llm-0001";
        service.then(200, Map.of(), picture("png"));

        client.build().download(service.root() + SIGNED);

        var headers = service.onlyAsked().headers();
        assertThat(headers.keySet()).noneMatch(name -> name.equalsIgnoreCase("Authorization"));
        assertThat(headers.keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("x-dashscope"));
        assertThat(headers.toString()).doesNotContain(Client.KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "http://dashscope-result-sh.oss-cn-shanghai.aliyuncs.com/a.png?x=%2B, https://dashscope-result-sh.oss-cn-shanghai.aliyuncs.com/a.png?x=%2B",
        "HTTP://r.aliyuncs.com:80/a.png?b=:80, https://r.aliyuncs.com/a.png?b=:80",
        "https://dashscope-7c2c.oss-accelerate.aliyuncs.com/a?Signature=%2b%2B, https://dashscope-7c2c.oss-accelerate.aliyuncs.com/a?Signature=%2b%2B",
        "https://R.OSS.ALIYUNCS.COM:443/a, https://R.OSS.ALIYUNCS.COM:443/a",
    })
    void resultsOfAlibabaCloudAreFetchedByHttps(String given, String fetched) {
        List<WireRequest> sent = new ArrayList<>();
        var scope = client.over(request -> {
            sent.add(request);
            return new WireAnswer(200, Map.of(), picture("png"));
        });

        scope.download(given);

        assertThat(sent).extracting(request -> request.uri().toString()).containsExactly(fetched);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.png",
                "https://aliyuncs.com.example.com/a.png",
                "https://evilaliyuncs.com/a.png",
                "https://aliyuncs.com/a.png",
                "https://r.aliyuncs.com@example.com/a.png",
                "https://user@r.aliyuncs.com/a.png",
                "https://r.aliyuncs.com:8443/a.png",
                "http://169.254.169.254/latest/meta-data",
                "http://localhost:9090/",
                "https://127.0.0.1:9090/",
                "http://[::1]/",
                "ftp://r.aliyuncs.com/a.png",
                "file://localhost/etc/passwd",
            })
    void noOtherHostIsAsked(String url) {
        var scope = client.over(request -> {
            throw new AssertionError("asked " + request);
        });

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> scope.download(url))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("RESULT_HOST_REFUSED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no url",
                "//host/a",
                "file:///etc/passwd",
                "https:///a",
                "https://r.aliyuncs.com/a b?Signature=geheim"
            })
    void whatIsNoAddressIsNotFetchedAndItsSignatureNotShown(String url) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> client.build().download(url))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("RESULT_URL_INVALID");
                    assertThat(refused).hasNoCause();
                    assertThat(refused.getMessage()).doesNotContain("geheim");
                });
    }

    @Test
    void loopbackMustBeNamedToBeAllowed() {
        client.resultHosts = List.of("*.aliyuncs.com");

        assertThat(codeOfDownload()).isEqualTo("RESULT_HOST_REFUSED");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void hostsAndPortsCanBeNamedExactly() {
        var hosts = new ResultHosts(
                "dashscope", List.of("https://cdn.example.com:8443", "Pictures.example.com", "http://[::1]:*"));

        assertThat(hosts.allow(java.net.URI.create("https://cdn.example.com:8443/a")))
                .isTrue();
        assertThat(hosts.allow(java.net.URI.create("https://cdn.example.com/a")))
                .isFalse();
        assertThat(hosts.allow(java.net.URI.create("https://pictures.example.com/a")))
                .isTrue();
        assertThat(hosts.allow(java.net.URI.create("http://pictures.example.com/a")))
                .isFalse();
        assertThat(hosts.allow(java.net.URI.create("http://[::1]:1234/a"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "http://", "ftp://a", "a/b", "*.*.com", "host:port"})
    void aPatternThatIsNoneIsRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResultHosts("dashscope", List.of(pattern)))
                .withMessageContaining("dashscope.result-hosts");
    }

    @Test
    void aRedirectIsNotFollowed() {
        service.then(302, Map.of("Location", service.root() + "/elsewhere"), new byte[0]);

        assertThat(codeOfDownload()).isEqualTo("RESULT_REDIRECTED");
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void aResultThatIsTooLongIsNotReadToItsEnd() {
        client.maxResultSize = 1000;
        service.then(200, Map.of(), new byte[5000]);

        assertThat(codeOfDownload()).isEqualTo("RESULT_TOO_LARGE");
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void anExpiredResultSaysSo() {
        service.then(
                403,
                Map.of("Content-Type", "application/xml"),
                "<Error><Code>AccessDenied</Code><Message>Request has expired.</Message></Error>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> client.build().download(service.root() + SIGNED))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("RESULT_EXPIRED");
                    assertThat(refused.error().message()).isEqualTo("HTTP 403: AccessDenied Request has expired.");
                    assertThat(refused.error().stage()).isEqualTo(Stage.DOWNLOAD);
                    assertThat(refused.toString()).doesNotContain("Signature=");
                });
    }

    @Test
    void aMissingResultSaysSo() {
        service.then(404, Map.of(), new byte[0]);

        assertThat(codeOfDownload()).isEqualTo("RESULT_MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>Please log in</html>", "", "BM", "RIFFxxxxWEBP", "GIF89a", "\u0089PNG\r\n\u001a\nrest"})
    void whatIsNoPictureIsNotAResult(String body) {
        service.then(200, Map.of("Content-Type", "image/png"), body.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(codeOfDownload()).isEqualTo("RESULT_NOT_AN_IMAGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aPictureCutShortIsFetchedAgain(String written) {
        byte[] whole = picture(written);
        service.then(200, Map.of(), Arrays.copyOf(whole, whole.length - 20)).then(200, Map.of(), whole);

        assertThat(client.build().download(service.root() + SIGNED).bytes()).isEqualTo(whole);
    }

    @Test
    void aBombIsNotAResult() {
        byte[] bomb = picture("png");
        Arrays.fill(bomb, 16, 24, (byte) 0);
        bomb[18] = 0x4E; // width and height 19,968
        bomb[22] = 0x4E;

        service.then(200, Map.of(), bomb);

        assertThat(codeOfDownload()).isEqualTo("RESULT_TOO_LARGE");
    }

    @Test
    void aFetchIsRepeatedAfterPassingErrors() {
        service.thenBreaksOff("no").then(503, "busy").then(500, "x").then(200, Map.of(), picture("png"));

        assertThat(client.build().download(service.root() + SIGNED).width()).isEqualTo(70);
        assertThat(client.clock.sleeps()).hasSize(3);
    }

    @Test
    void repeatsOfAFetchEnd() {
        service.thenBreaksOff("1").thenBreaksOff("2").thenBreaksOff("3").thenBreaksOff("4");

        assertThat(codeOfDownload()).isEqualTo("RESULT_UNREACHABLE");
        assertThat(service.asked()).hasSize(4);
    }

    private String codeOfDownload() {
        try {
            client.build().download(service.root() + SIGNED);
            return "fetched";
        } catch (CloudException failure) {
            return failure.code();
        }
    }

    private static byte[] picture(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(new BufferedImage(70, 50, BufferedImage.TYPE_INT_RGB), format, bytes)) {
                throw new AssertionError("No writer for " + format);
            }
        } catch (IOException impossibleInMemory) {
            throw new AssertionError(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
