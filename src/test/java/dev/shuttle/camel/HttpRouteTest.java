package dev.shuttle.camel;

import static dev.shuttle.rig.Http.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An integrator's own addresses, beside ours. */
@SuppressWarnings("NullAway.Init")
class HttpRouteTest {
    private static final String ROUTES = """
            - route:
                id: hello
                from:
                  uri: platform-http:/hello
                  steps:
                    - setBody: { simple: "Hello ${header.name}" }
            - route:
                id: echo
                from:
                  uri: platform-http:/echo
                  parameters: { httpMethodRestrict: POST }
                  steps:
                    - convertBodyTo: { type: String }
                    - setHeader: { name: X-Length, simple: "${body.length()}" }
                    - setHeader: { name: CamelHttpResponseCode, constant: "201" }
            - route:
                id: broken
                from:
                  uri: platform-http:/broken
                  steps:
                    - throwException: { exceptionType: java.lang.IllegalStateException, message: "an inner secret" }
            """;

    @TempDir
    private static Path root;

    private static Rig rig;
    private static Http http;

    @BeforeAll
    static void serve() throws IOException {
        Path routes = Files.createDirectory(root.resolve("routes"));
        for (Path file : Folder.children(Path.of("routes")).toList()) {
            Files.copy(file, routes.resolve(file.getFileName()));
        }
        Files.writeString(routes.resolve("90-own.camel.yaml"), ROUTES);
        rig = Rig.serving(root, Map.of(), Map.of("shuttle.routes", routes.toString()));
        http = rig.http();
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @Test
    void whatARouteLeavesInTheBodyIsTheAnswer() {
        assertThat(http.get("/hello?name=%E7%89%A1%E4%B8%B9").body())
                .asString(UTF_8)
                .isEqualTo("Hello 牡丹");
    }

    @Test
    void theContentIsTheBodyAndTheRouteSetsStatusAndHeaders() {
        HttpResponse<byte[]> answer = http.send(http.to("/echo").POST(BodyPublishers.ofString("peony")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).asString(UTF_8).isEqualTo("peony");
        assertThat(header(answer, "X-Length")).isEqualTo("5");
    }

    @Test
    void aClientCannotSteerARouteByCamelsHeaders() {
        HttpResponse<byte[]> answer =
                http.get("/hello?name=x&CamelHttpResponseCode=500", "CamelHttpResponseCode", "500");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aRoutesFaultIsAProblemThatTellsNothingOfTheInside() {
        HttpResponse<byte[]> answer = http.get("/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).asString(UTF_8).contains("INTERNAL").doesNotContain("secret");
    }
}
