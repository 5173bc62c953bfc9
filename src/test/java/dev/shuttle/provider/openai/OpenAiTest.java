package dev.shuttle.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.http.Ending;
import dev.shuttle.emulator.openai.ImagesEmulator;
import dev.shuttle.provider.Account;
import dev.shuttle.provider.Claims;
import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.LookUp;
import dev.shuttle.provider.MovedClock;
import dev.shuttle.provider.PictureCheck;
import dev.shuttle.provider.ProviderFactory.Surroundings;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.SubmitAnswer.AnswerLost;
import dev.shuttle.provider.SubmitAnswer.Done;
import dev.shuttle.provider.SubmitAnswer.Refused;
import dev.shuttle.provider.SubmitIntent;
import dev.shuttle.provider.WireRequest;
import dev.shuttle.provider.dashscope.JdkWire;
import dev.shuttle.rig.Pictures;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both dialects against servers that answer as they are documented to. */
final class OpenAiTest {
    private static final Instant NOON = Instant.parse("2026-01-15T04:00:00Z");

    private final ImagesEmulator openAi = ImagesEmulator.openAi();
    private final ImagesEmulator sdServer = ImagesEmulator.sdServer();
    private final JdkWire wire = new JdkWire();

    @AfterEach
    void close() {
        openAi.close();
        sdServer.close();
    }

    private OpenAi client(URI base, String key, String dialect) {
        MovedClock clock = new MovedClock(NOON);
        Account account = new Account(
                base,
                () -> key,
                List.of("m"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                1000,
                1000,
                List.of(),
                20_000_000,
                Map.of("dialect", dialect),
                file -> "");
        Limiter limiter = new Limiter("openai", 1000, 1000, Duration.ofSeconds(5));
        return (OpenAi)
                new OpenAiFactory().open(account, new Surroundings(wire, limiter, clock, clock, new Random(1), clock));
    }

    private OpenAi openAi() {
        return client(openAi.baseUrl(), ImagesEmulator.KEY, "openai");
    }

    private OpenAi sdServer() {
        return client(sdServer.baseUrl(), "", "sd-server");
    }

    private static Submission submission(OpenAi client) {
        var model = client.model("openai:flat-1");
        var picture = CloudPicture.of(Pictures.picture(3, 300, 260), model);
        return new Submission(model, "description_edit", "改成平涂", "", 0.5, 42, picture.asDataUrl());
    }

    private SubmitAnswer sent(OpenAi client) {
        Submission submission = submission(client);
        WireRequest request = client.post(submission);
        try {
            return client.answered(submission, wire.exchange(request));
        } catch (IOException broken) {
            return client.failed(submission, true, broken);
        }
    }

    @Test
    void thePictureComesWithTheAnswer() {
        SubmitAnswer answer = sent(openAi());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(PictureCheck.check(Objects.requireNonNull(done.picture()))
                                        .width())
                                .isEqualTo(300));
        assertThat(openAi.forms)
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry("path", "POST /v1/images/edits")
                        .containsEntry("model", "flat-1")
                        .containsEntry("prompt", "改成平涂")
                        .containsEntry("n", "1")
                        .containsEntry("size", "auto")
                        .containsEntry("output_format", "png")
                        .containsKey("image[]"));
    }

    @Test
    void sdServerTakesTheSeedOutOfThePromptAndWantsNoKey() {
        SubmitAnswer answer = sent(sdServer());

        assertThat(answer).isInstanceOf(Done.class);
        assertThat(sdServer.forms)
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry(
                                "prompt", "改成平涂 <sd_cpp_extra_args>{\"seed\":42,\"strength\":0.50}</sd_cpp_extra_args>")
                        .doesNotContainKey("size"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | invalid_api_key | ACCOUNT",
                "429 | insufficient_quota | ACCOUNT",
                "429 | rate_limit_exceeded | RETRY",
                "404 | model_not_found | NEXT_MODEL",
                "400 | moderation_blocked | NEVER",
                "400 | something_new | NEXT_MODEL",
                "403 | something_new | ACCOUNT"
            })
    void aRefusalOfItsOwnIsCertain(int status, String code, ErrorClass kind) {
        openAi.refuse(
                status, "{\"error\":{\"message\":\"no\",\"type\":\"t\",\"param\":null,\"code\":\"" + code + "\"}}");

        assertThat(sent(openAi())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.error().code()).isEqualTo(code);
            assertThat(refused.error().errorClass()).isEqualTo(kind);
        });
        assertThat(openAi.billed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504", "408"})
    void whatDoesNotProveThatNothingWasMadeIsLost(int status) {
        openAi.refuse(status, "{\"error\":{\"message\":\"no\",\"type\":\"server_error\",\"code\":null}}")
                .refuse(status, "<html>bad gateway</html>");

        assertThat(sent(openAi())).isInstanceOf(AnswerLost.class);
        assertThat(sent(openAi())).isInstanceOf(AnswerLost.class);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED", "RESET_MIDWAY", "TRUNCATED"})
    void anAnswerThatBreaksOffIsLostThoughThePictureIsBilled(Ending ending) {
        openAi.lose(ending);
        OpenAi client = openAi();

        assertThat(sent(client))
                .isInstanceOfSatisfying(
                        AnswerLost.class, lost -> assertThat(lost.listed()).isFalse());
        assertThat(openAi.billed()).isEqualTo(1);
        assertThat(lookedUp(client)).isInstanceOf(LookUp.Ambiguous.class);
    }

    @Test
    void aServerOfOnesOwnIsSimplyAskedAgain() {
        sdServer.lose(Ending.CLOSED);
        OpenAi client = sdServer();

        assertThat(sent(client)).isInstanceOf(AnswerLost.class);
        assertThat(lookedUp(client)).isInstanceOf(LookUp.NotAccepted.class);
    }

    private static LookUp lookedUp(OpenAi client) {
        SubmitIntent intent = new SubmitIntent("job", "openai:flat-1", NOON, NOON, NOON);
        return client.lookUp(List.of(intent), () -> new Claims(Set.of(), List.of()))
                .get(0);
    }

    @Test
    void successWithoutAPictureIsNotOrderedFromAnother() {
        openAi.refuse(200, "{\"created\":1,\"data\":[]}");

        assertThat(sent(openAi())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.error().code()).isEqualTo("EMPTY_RESULT");
            assertThat(refused.error().errorClass()).isEqualTo(ErrorClass.NEVER);
        });
    }

    @Test
    void successWithAnErrorAndNoPictureIsOrderedFromNobody() {
        openAi.refuse(200, "{\"error\":{\"message\":\"no\",\"type\":\"t\",\"code\":\"something_new\"}}");

        assertThat(sent(openAi())).isInstanceOf(AnswerLost.class);
    }

    @Test
    void theKeyIsInNoMessageThoughTheServerRepeatsIt() {
        OpenAi client = client(openAi.baseUrl(), "a-wrong-key-9876543210", "openai");

        assertThat(sent(client)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.error().errorClass()).isEqualTo(ErrorClass.ACCOUNT);
            assertThat(refused.error().toString()).doesNotContain("9876543210");
        });
        assertThat(client.post(submission(client)).toString()).doesNotContain("9876543210");
    }

    @Test
    void theTextOfSdServersErrorIsItsMessage() {
        sdServer.refuse(400, "{\"error\":\"image is required\"}");

        assertThat(sent(sdServer()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.error().message()).isEqualTo("image is required"));
    }
}
