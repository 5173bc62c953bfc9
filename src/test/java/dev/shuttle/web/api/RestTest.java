package dev.shuttle.web.api;

import static dev.shuttle.rig.Http.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.report.Report;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an integrator's scripts see. */
@SuppressWarnings("NullAway.Init")
class RestTest {
    private static final byte[] PICTURE = Pictures.encoded(Pictures.picture(3, 96, 64), "png");

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

    @Test
    void aPictureIsAnsweredWithItsPointPaper() throws IOException {
        HttpResponse<byte[]> answer = http.compose("牡丹 peony.png", PICTURE, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
        BufferedImage paper = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(paper.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(paper.getWidth()).isEqualTo(96);
        Path folder = rig.folder().outbox().resolve("牡丹 peony-" + header(answer, "X-Shuttle-Job"));
        assertThat(folder.resolve("牡丹 peony.pointpaper.png")).hasBinaryContent(answer.body());
        assertThat(folder.resolve("source.png")).hasBinaryContent(PICTURE);
        Report report = Folder.report(folder);
        assertThat(report.source().name()).isEqualTo("牡丹 peony.png");
        assertThat(report.source().from()).isEqualTo("rest");
    }

    @Test
    void whoPrefersNotToWaitGetsTheJobAtOnce() {
        HttpResponse<byte[]> answer = http.compose("peony.png", PICTURE, Map.of(), "Prefer", "respond-async");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(header(answer, "Preference-Applied")).isEqualTo("respond-async");
        JsonNode job = Http.json(answer);
        assertThat(header(answer, "Location"))
                .isEqualTo("/api/jobs/" + job.path("id").asText());
        assertThat(job.path("from").asText()).isEqualTo("rest");
        assertThat(ended(job.path("id").asText()).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void whoWaitsLongEnoughGetsThePointPaper() {
        HttpResponse<byte[]> answer = http.compose("peony.png", PICTURE, Map.of(), "Prefer", "wait=100");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoPictureIsRejectedWithAReasonAndAHint() {
        HttpResponse<byte[]> answer = http.compose("notes.png", new byte[] {1, 2, 3, 4}, Map.of());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = Http.json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("code").asText()).isEqualTo("NOT_A_PICTURE");
        assertThat(problem.path("detail").asText()).contains("notes.png");
        assertThat(problem.path("hint").asText()).isNotBlank();
        assertThat(problem.path("job").asText()).isEqualTo(header(answer, "X-Shuttle-Job"));
        assertThat(rig.folder().outbox().resolve("rejected")).isNotEmptyDirectory();
    }

    @Test
    void theSeedsFieldsAreATicket() {
        HttpResponse<byte[]> answer = http.compose(
                "peony.png",
                PICTURE,
                Map.of("prompt", "改成织锦图案: 红", "style_preset", "pixel_art", "color_count", "5", "cloud", "false"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode report =
                http.json("/api/jobs/" + header(answer, "X-Shuttle-Job")).path("report");
        assertThat(report.path("preset").asText()).isEqualTo("pixel_art");
        assertThat(report.path("loom").path("colours").asInt()).isEqualTo(5);
        assertThat(report.path("ticket").path("prompt").asText()).isEqualTo("改成织锦图案: 红");
        assertThat(report.path("ticket").path("cloud").asBoolean(true)).isFalse();
    }

    @Test
    void aPartOfItsOwnIsStrongerThanTheWholeTicket() {
        String ticket = "preset: pixel_art\ncolours: 9\nmin_region: 4\n";

        HttpResponse<byte[]> answer = http.compose("peony.png", PICTURE, Map.of("ticket", ticket, "color_count", "3"));

        JsonNode told = http.json("/api/jobs/" + header(answer, "X-Shuttle-Job"));
        assertThat(told.path("preset").asText()).isEqualTo("pixel_art");
        assertThat(told.path("colours").asInt()).isEqualTo(3);
        assertThat(told.path("report").path("ticket").path("min_region").asInt())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"color_count,99", "color_count,many", "style_preset,../../etc", "colour,8", "ticket,'colours: ['"})
    void aValueThatIsNotAllowedIsRejectedWithWhatIs(String part, String value) {
        HttpResponse<byte[]> answer = http.compose("peony.png", PICTURE, Map.of(part, value));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Http.json(answer).path("hint").asText()).isNotBlank();
    }

    /** What makes a careless reader of YAML run out of stack or of memory. */
    static Stream<Arguments> hostileParts() {
        String bomb = "a: &a [1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n";
        return Stream.of(
                Arguments.of("ticket", "palette: &own [*own]"),
                Arguments.of("ticket", "[".repeat(20_000)),
                Arguments.of("ticket", bomb),
                Arguments.of("ticket", "fabric: {null: 1}"),
                Arguments.of("ticket", "colours: 4\ncolours: 5"),
                Arguments.of("min_region", "[".repeat(20_000)),
                Arguments.of("fabric", "{null: {null: 1}}"));
    }

    @ParameterizedTest
    @MethodSource("hostileParts")
    void aHostilePartIsRejectedAsATicketWithAMistake(String part, String value) {
        HttpResponse<byte[]> answer = http.compose("peony.png", PICTURE, Map.of(part, value, "color_count", "8"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Http.json(answer).path("code").asText()).isEqualTo("BAD_TICKET");
    }

    @Test
    void aJobTellsItsHistoryItsFilesAndItsReport() {
        String id = done("peony.png");

        JsonNode job = http.json("/api/jobs/" + id);

        assertThat(texts(job.path("history"), "state")).containsExactly("ADMITTED", "CONVERTING", "DONE");
        assertThat(job.path("report").path("job").asText()).isEqualTo(id);
        assertThat(job.path("path").asText()).isEqualTo("local");
        assertThat(job.path("reason").asText()).isEqualTo("NO_KEY");
        assertThat(texts(job.path("files"), "name"))
                .contains("peony.pointpaper.png", "source.png", "report.html", "report.json");
    }

    @Test
    void eachFileOfAJobIsThereUnderItsAddressWhateverItsName() {
        String id = done("100% 牡丹 #1;a&b+c.png");

        JsonNode job = http.json("/api/jobs/" + id);

        assertThat(texts(job.path("files"), "href"))
                .isNotEmpty()
                .allSatisfy(
                        href -> assertThat(http.get(href).statusCode()).as(href).isEqualTo(200));
        assertThat(http.get(job.path("links").path("image").asText()).body())
                .isEqualTo(http.get("/api/jobs/" + id + "/files/100%25%20%E7%89%A1%E4%B8%B9%20%231%3Ba%26b%2Bc"
                                + ".pointpaper.png")
                        .body());
        assertThat(http.get(job.path("links").path("report").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theListComesInPagesThatMissNothingAndRepeatNothing() {
        List<String> sent = List.of(done("a.png"), done("b.png"), done("c.png"));

        java.util.List<String> seen = new java.util.ArrayList<>();
        String next = "/api/jobs?limit=1&state=done";
        while (!next.isEmpty()) {
            JsonNode page = http.json(next);
            seen.addAll(texts(page.path("jobs"), "id"));
            next = page.path("next").asText();
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(sent);
        assertThat(seen.indexOf(sent.get(2))).isLessThan(seen.indexOf(sent.get(0)));
    }

    @Test
    void theListCanBeOfSomeStates() {
        done("a.png");
        http.compose("notes.png", new byte[] {9}, Map.of());

        JsonNode page = http.json("/api/jobs?state=REJECTED,FAILED");

        assertThat(texts(page.path("jobs"), "state")).isNotEmpty().containsOnly("REJECTED");
    }

    @Test
    void aParameterThatMeansNothingIsToldWithWhatIsAllowed() {
        HttpResponse<byte[]> answer = http.get("/api/jobs?state=ready");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).path("hint").asText()).contains("OPEN", "REJECTED");
    }

    @Test
    void retryMakesANewJobOfTheSamePicture() {
        String id = header(http.compose("peony.png", PICTURE, Map.of("color_count", "5")), "X-Shuttle-Job");

        HttpResponse<byte[]> answer =
                http.send(http.to("/api/jobs/" + id + "/retry").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(202);
        String again = Http.json(answer).path("id").asText();
        assertThat(again).isNotEqualTo(id);
        JsonNode ended = ended(again);
        assertThat(ended.path("state").asText()).isEqualTo("DONE");
        assertThat(ended.path("name").asText()).isEqualTo("peony.png");
        assertThat(ended.path("colours").asInt()).isEqualTo(5);
        assertThat(ended.path("source").path("sha256"))
                .isEqualTo(ended(id).path("source").path("sha256"));
    }

    @Test
    void anEndedJobCannotBeCancelled() {
        String id = done("peony.png");

        HttpResponse<byte[]> answer = http.send(http.to("/api/jobs/" + id).DELETE());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.json(answer).path("code").asText()).isEqualTo("ENDED");
    }

    @Test
    void aJobThatIsNotThereIsAProblemOfItsOwn() {
        HttpResponse<byte[]> answer = http.get("/api/jobs/261122-150226-a1k09b");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Http.json(answer).path("code").asText()).isEqualTo("UNKNOWN_JOB");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() {
        HttpResponse<byte[]> nothing = http.get("/api/nothing");
        HttpResponse<byte[]> put = http.send(http.to("/api/jobs").PUT(HttpRequest.BodyPublishers.noBody()));

        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(header(put, "Allow")).isEqualTo("GET, HEAD");
        assertThat(List.of(nothing, put))
                .allSatisfy(answer -> assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json"));
    }

    @Test
    void everyGetMayBeAHead() {
        HttpResponse<byte[]> head =
                http.send(http.to("/api/styles").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length"))
                .isEqualTo(String.valueOf(http.get("/api/styles").body().length));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void stylesAndStatusTellWhatThereIs() {
        assertThat(texts(http.json("/api/styles").path("styles"), "name")).contains("weaving_machine", "shu_brocade");
        JsonNode status = http.json("/api/composer-status");

        assertThat(status.path("key_present").asBoolean(true)).isFalse();
        assertThat(status.path("breaker").asText()).isEqualTo("CLOSED");
        assertThat(status.path("model").asText()).isEqualTo("wanx2.1-imageedit");
    }

    private static String done(String name) {
        HttpResponse<byte[]> answer = http.compose(name, PICTURE, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return header(answer, "X-Shuttle-Job");
    }

    private static JsonNode ended(String id) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> http.json("/api/jobs/" + id).path("final").asBoolean());
        return http.json("/api/jobs/" + id);
    }

    private static List<String> texts(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.path(name).asText())
                .toList();
    }
}
