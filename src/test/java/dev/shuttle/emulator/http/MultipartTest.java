package dev.shuttle.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static Multipart parsed(String contentType, String body) {
        return Multipart.of(new Request(
                "POST",
                "/",
                "",
                Headers.NONE.with("content-type", contentType),
                body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void partsKeepEveryByteOfTheirValues() {
        Multipart form = parsed(
                "multipart/form-data; boundary=\"b\"",
                String.join(
                        "\r\n",
                        "--b",
                        "Content-Disposition: form-data; name=\"key\"",
                        "",
                        "a/b",
                        "--b",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"x\"",
                        "",
                        "\u0000\u00ff\r\n--",
                        "--b--",
                        ""));

        assertThat(form.parts()).extracting(Multipart.Part::name).containsExactly("key", "file");
        assertThat(form.part("key")).extracting(Multipart.Part::text).isEqualTo("a/b");
        assertThat(form.part("file"))
                .extracting(Multipart.Part::value)
                .isEqualTo(new byte[] {0, (byte) 0xff, '\r', '\n', '-', '-'});
    }

    @Test
    void anEmptyValueIsAPartToo() {
        Multipart form = parsed(
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--b--\r\n");

        assertThat(form.part("a")).extracting(Multipart.Part::text).isEqualTo("");
    }

    @Test
    void whatIsNoFormHasNoParts() {
        assertThat(parsed("application/json", "{}").parts()).isEmpty();
        assertThat(parsed("multipart/form-data; boundary=b", "nothing of the kind")
                        .parts())
                .isEmpty();
    }
}
