package dev.shuttle.ops.console;

import static dev.shuttle.rig.Http.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.rig.Http;
import dev.shuttle.rig.Rig;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is signed in at Hawtio, and for how long. */
@SuppressWarnings("NullAway.Init")
class ConsoleSessionTest {
    private static final String PASSWORD = "warp-and-weft-1";
    private static final String VERSION = "{\"type\":\"version\"}";

    @TempDir
    private static Path root;

    private static Rig rig;

    @BeforeAll
    static void serve() {
        rig = Rig.serving(root, Map.of("SHUTTLE_HAWTIO_PASSWORD", PASSWORD), Map.of("shuttle.management.port", "1"));
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/hawtio/", "/hawtio/index.html", "/hawtio/user", "/hawtio/auth/logout", "/hawtio/html.worker.js"
            })
    void whoIsNotSignedInHasNoSession(String path) {
        assertThat(header(operators().get(path), "Set-Cookie")).doesNotContain("JSESSIONID=node");
    }

    @Test
    void theCookieIsForThisSiteAndNoScript() {
        assertThat(header(login("", PASSWORD), "Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void aWrongPasswordGetsNone() {
        HttpResponse<byte[]> refused = login("", "wrong");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "Set-Cookie")).isEmpty();
    }

    @Test
    void aSignedOutCookieIsDead() {
        String session = session(login("", PASSWORD));
        assertThat(ask(session)).isEqualTo(200);

        operators().get("/hawtio/auth/logout", "Cookie", session);

        assertThat(ask(session)).isEqualTo(403);
    }

    @Test
    void whoSignsInHasAnotherSessionThanTheOneThatWasGivenBefore() {
        String first = session(login("", PASSWORD));

        String second = session(login(first, PASSWORD));

        assertThat(second).isNotEqualTo(first);
        assertThat(ask(first)).isEqualTo(403);
        assertThat(session(login("JSESSIONID=node0fixed0", PASSWORD))).doesNotContain("fixed");
    }

    @Test
    void oneSessionMoreThanThereMayBeEndsTheOldest() {
        String first = session(login("", PASSWORD));

        IntStream.range(0, Console.SessionLimit.MOST).forEach(i -> login("", PASSWORD));

        assertThat(ask(first)).isEqualTo(403);
    }

    @Test
    void scriptsAreServedAndMapsForDebuggersAreNot() {
        HttpResponse<byte[]> script = operators().get("/hawtio/html.worker.js");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(header(script, "Content-Type")).startsWith("text/javascript");
        assertThat(header(script, "Content-Length")).isEqualTo(String.valueOf(script.body().length));
        assertThat(operators().get("/hawtio/editor.worker.js.map").statusCode()).isEqualTo(404);
    }

    private static Http operators() {
        return rig.operators();
    }

    private static HttpResponse<byte[]> login(String cookie, String password) {
        return operators()
                .send(operators()
                        .to("/hawtio/auth/login")
                        .header("Content-Type", "application/json")
                        .header("Cookie", cookie.isEmpty() ? "a=b" : cookie)
                        .POST(BodyPublishers.ofString("{\"username\":\"shuttle\",\"password\":\"" + password + "\"}")));
    }

    private static int ask(String session) {
        return operators()
                .send(operators()
                        .to("/hawtio/jolokia")
                        .header("Cookie", session)
                        .POST(BodyPublishers.ofString(VERSION)))
                .statusCode();
    }

    private static String session(HttpResponse<byte[]> answer) {
        String cookie = header(answer, "Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
