package dev.shuttle.web.api;

import static dev.shuttle.rig.Http.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Rig;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.SettingsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, with a token set. */
@SuppressWarnings("NullAway.Init")
class AccessTest {
    private static final String TOKEN = "a-token-that-is-long-enough";

    @TempDir
    private static Path root;

    private static Rig rig;
    private static Http http;

    @BeforeAll
    static void serve() {
        rig = Rig.serving(root, Map.of("SHUTTLE_API_TOKEN", TOKEN), Map.of());
        http = rig.http();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/jobs", "/api/openapi.json", "/outbox/index.html", "/", "/api/nothing"})
    void withoutTheTokenNothingIsTold(String path) {
        HttpResponse<byte[]> answer = http.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aPictureIsRefusedBeforeItIsRead() {
        assertThat(http.compose("peony.png", new byte[100], Map.of()).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer a-token-that-is-long-enougi",
                "Bearer ",
                "Bearer",
                "Basic YTpi",
                "a-token-that-is-long-enough"
            })
    void anotherTokenDoesNotFit(String authorization) {
        assertThat(http.get("/api/jobs", "Authorization", authorization).statusCode())
                .isEqualTo(401);
    }

    @Test
    void withTheTokenTheApiAnswers() {
        assertThat(http.get("/api/jobs", "Authorization", "Bearer " + TOKEN).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBrowserIsLedToTheFormAndBackAndNeedsNoTokenThen() {
        HttpResponse<byte[]> led = http.get("/outbox/index.html", "Accept", "text/html,*/*");
        assertThat(led.statusCode()).isEqualTo(303);
        String form = header(led, "Location");
        assertThat(new String(http.get(form).body(), UTF_8)).contains("<form method=\"post\">");

        HttpResponse<byte[]> in = signIn(form, TOKEN);

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(header(in, "Location")).isEqualTo("/outbox/index.html");
        String cookie = header(in, "Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain(TOKEN);
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(http.get("/api/jobs", "Cookie", session).statusCode()).isEqualTo(200);
        assertThat(http.get("/api/jobs", "Cookie", session + "x").statusCode()).isEqualTo(401);
        assertThat(http.get("/api/jobs", "Cookie", session.replaceFirst("=\\d", "=9"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSignedOutCookieIsDeadWhereverItWasCopied() {
        String cookie = header(signIn("/sign-in", TOKEN), "Set-Cookie");
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(http.get("/api/jobs", "Cookie", session).statusCode()).isEqualTo(200);

        HttpResponse<byte[]> out =
                http.send(http.to("/sign-out").header("Cookie", session).POST(BodyPublishers.noBody()));

        assertThat(header(out, "Set-Cookie")).contains("Max-Age=0");
        assertThat(http.get("/api/jobs", "Cookie", session).statusCode()).isEqualTo(401);
    }

    @Test
    void whoSignsInAgainGetsAnotherCookieAndTheFirstIsDead() {
        String first = header(signIn("/sign-in", TOKEN), "Set-Cookie");
        String session = first.substring(0, first.indexOf(';'));

        HttpResponse<byte[]> again = http.send(http.to("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", session)
                .POST(BodyPublishers.ofString("token=" + TOKEN)));

        assertThat(header(again, "Set-Cookie")).isNotEmpty().doesNotContain(session);
        assertThat(http.get("/api/jobs", "Cookie", session).statusCode()).isEqualTo(401);
    }

    @Test
    void aCookieThatCameByTlsToAProxyGoesBackByTlsOnly() {
        HttpResponse<byte[]> in = http.send(http.to("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-Proto", "https")
                .POST(BodyPublishers.ofString("token=" + TOKEN)));

        assertThat(header(in, "Set-Cookie")).contains("Secure");
        assertThat(header(signIn("/sign-in", TOKEN), "Set-Cookie")).doesNotContain("Secure");
    }

    @Test
    void whoeverGuessesTheRightTokenIsNotShutOut() {
        for (int i = 0; i < 6; i++) {
            assertThat(http.get("/api/jobs", "Authorization", "Bearer guess-" + i)
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(http.get("/api/jobs", "Authorization", "Bearer " + TOKEN).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFormRefusesWhatIsNotTheToken() {
        HttpResponse<byte[]> refused = signIn("/sign-in", "not-it");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "%0d%0aSet-Cookie:%20a=b"})
    void theFormLeadsNowhereElse(String to) {
        HttpResponse<byte[]> in = signIn("/sign-in?to=" + to.replace("\\", "%5C"), TOKEN);

        assertThat(header(in, "Location")).isEqualTo("/outbox/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1"})
    void anotherSitesPageChangesNothing(String origin) {
        HttpResponse<byte[]> answer = http.send(http.to("/api/jobs/261122-150226-a1k09b/retry")
                .headers("Origin", origin, "Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void ourOwnPageMay() {
        HttpResponse<byte[]> answer = http.send(http.to("/api/jobs/261122-150226-a1k09b/retry")
                .headers(
                        "Origin",
                        "http://127.0.0.1:" + http.port(),
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Authorization",
                        "Bearer " + TOKEN)
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void aNameThatSomebodyPointedHereIsNotAnswered() throws IOException {
        assertThat(statusFor("evil.example:" + http.port())).contains(" 421 ");
        assertThat(statusFor("localhost:" + http.port())).contains(" 401 ");
        assertThat(statusFor("[::1]:" + http.port())).contains(" 401 ");
    }

    @Test
    void aHostThatOthersReachNeedsAToken() {
        assertThatThrownBy(() -> settings(Map.of(), Map.of("shuttle.http.host", "0.0.0.0")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("shuttle.http.host")
                .hasMessageContaining("shuttle.api.token");
        assertThat(settings(Map.of("SHUTTLE_API_TOKEN", TOKEN), Map.of("shuttle.http.host", "0.0.0.0"))
                        .http())
                .isNotNull();
    }

    @Test
    void aTokenThatIsShortIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> settings(Map.of("SHUTTLE_API_TOKEN", "sesame"), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("shuttle.api.token")
                .hasMessageNotContaining("sesame");
    }

    private static Settings settings(Map<String, String> environment, Map<String, String> more) {
        Map<String, String> set = new HashMap<>(new Folder(root).settings());
        set.put("shuttle.http.port", "8080");
        set.putAll(more);
        return Settings.of(Configuration.load(set, environment, root.resolve("none.properties")));
    }

    private static HttpResponse<byte[]> signIn(String form, String token) {
        return http.send(http.to(form)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + token)));
    }

    private static String statusFor(String host) throws IOException {
        try (Socket socket = new Socket(http.host(), http.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(("GET /api/jobs HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(UTF_8));
            return String.valueOf(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine());
        }
    }
}
