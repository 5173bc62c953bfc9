package dev.shuttle.provider.dashscope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.provider.Claims;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.LookUp;
import dev.shuttle.provider.LookUp.Ambiguous;
import dev.shuttle.provider.LookUp.Found;
import dev.shuttle.provider.LookUp.NotAccepted;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.SubmitIntent;
import dev.shuttle.provider.WireAnswer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a submission whose answer was lost may be sent again. */
final class LookUpTest {
    private static final String WANX = "wanx2.1-imageedit";

    private final LoopbackService service = LoopbackService.start();
    private final Client client = Client.of(service);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theOnlyUnknownTaskSinceTheIntentIsTheJobs() {
        service.then(200, list(task("new", 1, "15"), task("known", 0, "15"), task("older", -600, "15")));

        LookUp found = lookUp("known");

        assertThat(found).isEqualTo(found("new", 1));
        assertThat(client.clock.sleeps()).isEmpty();
        assertThat(service.onlyAsked().pathAndQuery())
                .as("the list's query times have no documented zone, so they are not used")
                .contains("model_name=wanx2.1-imageedit")
                .doesNotContain("start_time");
    }

    @Test
    void aTaskThatAppearsWithinTheGraceIsFound() {
        service.then(200, list()).then(200, list()).then(200, list(task("late", 2, "15")));

        assertThat(lookUp()).isEqualTo(found("late", 2));
        assertThat(client.clock.sleeps()).hasSize(2);
    }

    @Test
    void onlyOnceNothingCanComeOfItAnyMoreAndTheListHadItsGraceIsASubmissionNotAccepted() {
        int looks = 10 + 5 + 1;
        for (int look = 0; look < looks; look++) {
            service.then(200, list(task("known", 3, "15")));
        }

        assertThat(lookUp("known")).isEqualTo(new NotAccepted());
        assertThat(client.clock.instant()).isEqualTo(Client.NOON.plusSeconds(15));
        assertThat(service.asked()).hasSize(looks);
    }

    @Test
    void whatWasSentLongAgoIsLookedForThroughTheGraceOnly() {
        client.clock.move(Duration.ofMinutes(10));
        for (int look = 0; look < 6; look++) {
            service.then(200, list());
        }

        assertThat(lookUp()).isEqualTo(new NotAccepted());
        assertThat(service.asked()).hasSize(6);
    }

    @ParameterizedTest(name = "{0} s after the try began")
    @CsvSource({"-2,true", "-3,false", "72,true", "73,false"})
    void aTaskIsTheJobsOnlyFromTheTryToTheEndOfWhatCanComeOfIt(int seconds, boolean adopted) {
        service.then(200, list(task("x", seconds, "15")));

        LookUp seen = lookUp(new SubmitIntent("job", WANX, Client.NOON, Client.NOON, Client.NOON.plusSeconds(60)));

        assertThat(seen).isInstanceOf(adopted ? Found.class : Ambiguous.class);
    }

    @Test
    void whatATryThatWasRefusedMayHaveMadeIsNotAdopted() {
        service.then(200, list(task("x", 1, "15")));

        LookUp seen = lookUp(
                new SubmitIntent("job", WANX, Client.NOON, Client.NOON.plusSeconds(20), Client.NOON.plusSeconds(30)));

        assertThat(seen).isInstanceOf(Ambiguous.class);
    }

    @Test
    void aTaskThatAnotherIntentCouldOwnIsNobodys() {
        service.then(200, list(task("x", 4, "15")));
        SubmitIntent givenUp = Client.intent("other", WANX, Client.NOON.minusSeconds(5));

        LookUp seen = lookUp(new Claims(Set.of(), List.of(givenUp)), Client.intent(WANX))
                .get(0);

        assertThat(seen)
                .asInstanceOf(type(Ambiguous.class))
                .satisfies(ambiguous -> assertThat(ambiguous.taskIds()).containsExactly("x"));
    }

    @Test
    void anotherIntentOfAnotherModelOrTimeIsNoRival() {
        service.then(200, list(task("x", 4, "15")));
        Claims claims = new Claims(
                Set.of(),
                List.of(
                        Client.intent("a", "wan2.5-i2i-preview", Client.NOON),
                        Client.intent("b", WANX, Client.NOON.minusSeconds(60))));

        assertThat(lookUp(claims, Client.intent(WANX))).containsExactly(found("x", 4));
    }

    @Test
    void openIntentsAreSettledTogether() {
        service.then(200, list(task("second", 101, "15"), task("first", 1, "15")));

        List<LookUp> seen = lookUp(
                new Claims(Set.of(), List.of()),
                Client.intent("a", WANX, Client.NOON),
                Client.intent("b", WANX, Client.NOON.plusSeconds(100)));

        assertThat(seen).containsExactly(found("first", 1), found("second", 101));
        assertThat(service.asked()).as("one list for both").hasSize(1);
    }

    @Test
    void whatIsOneIntentsIsNoCandidateOfTheNext() {
        client.clock.move(Duration.ofMinutes(10));
        for (int look = 0; look < 6; look++) {
            service.then(200, list(task("second", 101, "15")));
        }

        List<LookUp> seen = lookUp(
                new Claims(Set.of(), List.of()),
                Client.intent("a", WANX, Client.NOON),
                Client.intent("b", WANX, Client.NOON.plusSeconds(100)));

        assertThat(seen).containsExactly(new NotAccepted(), found("second", 101));
    }

    @Test
    void ofTwoIntentsAtOnceNeitherGetsTheOneTask() {
        service.then(200, list(task("x", 3, "15")));

        List<LookUp> seen = lookUp(
                new Claims(Set.of(), List.of()),
                Client.intent("a", WANX, Client.NOON),
                Client.intent("b", WANX, Client.NOON.plusSeconds(2)));

        assertThat(seen).hasSize(2).allSatisfy(each -> assertThat(each).isInstanceOf(Ambiguous.class));
    }

    @Test
    void timesAreComparedByTheServicesClockWhereOursIsWrong() {
        Duration ahead = Duration.ofMinutes(20);
        DashScope dashScope = client.over(request -> dated(ahead, list(task("x", 20 * 60 + 1, "15"))));

        assertThat(dashScope.lookUp(List.of(Client.intent(WANX)), () -> new Claims(Set.of(), List.of())))
                .containsExactly(found("x", 20 * 60 + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 600, -600})
    void aClockThatWasPutRightMeanwhileLeavesNothingToBeSure(int created) {
        // The answer's date says 20 minutes; whether it was as much when the picture was sent, nobody knows.
        Duration ahead = Duration.ofMinutes(created < 0 ? -20 : 20);
        DashScope dashScope = client.over(request -> dated(ahead, list(task("x", created, "15"))));

        assertThat(dashScope.lookUp(List.of(Client.intent(WANX)), () -> new Claims(Set.of(), List.of())))
                .singleElement()
                .isInstanceOf(Ambiguous.class);
    }

    private WireAnswer dated(Duration ahead, String body) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                client.clock.instant().plus(ahead).atOffset(ZoneOffset.UTC));
        return new WireAnswer(200, Map.of("Date", date), body.getBytes(UTF_8));
    }

    @Test
    void twoUnknownTasksCannotBeToldApart() {
        service.then(200, list(task("one", 2, "15"), task("two", 1, "15")));

        assertThat(lookUp())
                .asInstanceOf(type(Ambiguous.class))
                .satisfies(ambiguous -> assertThat(ambiguous.taskIds()).containsExactly("one", "two"));
    }

    @Test
    void anUnknownTaskFromJustBeforeCouldBeOursByAWrongClock() {
        service.then(200, list(task("before", -60, "15")));

        assertThat(lookUp())
                .asInstanceOf(type(Ambiguous.class))
                .satisfies(ambiguous -> assertThat(ambiguous.taskIds()).containsExactly("before"));
    }

    @Test
    void anUnknownTaskFromLongAfterCouldBeOursByAClockThatWasPutRight() {
        service.then(200, list(task("later", 1200, "15")));

        assertThat(lookUp()).isInstanceOf(Ambiguous.class);
    }

    @Test
    void aTaskWithoutATimeCouldBeOurs() {
        service.then(200, list("{\"task_id\":\"x\",\"model_name\":\"" + WANX + "\",\"status\":\"PENDING\"}"));

        assertThat(lookUp()).isInstanceOf(Ambiguous.class);
    }

    @Test
    void tasksOfAnotherKeyAreNotOursOnceOursIsKnown() {
        service.then(200, list(task("theirs", 2, "99"), task("new", 1, "15"), task("known", 0, "15")));

        assertThat(lookUp("known")).isEqualTo(found("new", 1));
    }

    @Test
    void tasksOfAnotherModelAreNotOurs() {
        service.then(200, list(task("other", 1, "15").replace(WANX, "wan2.5-i2i-preview"), task("new", 1, "15")));

        assertThat(lookUp()).isEqualTo(found("new", 1));
    }

    @Test
    void pagesAreReadBackToTheIntentAndNoFurther() {
        service.then(200, paged(9, task("new", 1, "15"), task("known", 1, "15")))
                .then(200, paged(9, task("o1", -700, "15"), task("o2", -900, "15")));

        assertThat(lookUp("known")).isEqualTo(found("new", 1));
        assertThat(service.asked()).hasSize(2);
    }

    @Test
    void anUnsortedListIsReadWhole() {
        service.then(200, paged(2, task("o2", -900, "15"), task("o1", -700, "15")))
                .then(200, paged(2, task("new", 1, "15")));

        assertThat(lookUp()).isEqualTo(found("new", 1));
    }

    @Test
    void afterADayNothingCanBeTold() {
        client.clock.move(Duration.ofHours(24));

        assertThat(lookUp())
                .asInstanceOf(type(Ambiguous.class))
                .satisfies(ambiguous -> assertThat(ambiguous.taskIds()).isEmpty());
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void aSynchronousSubmissionLeavesNothingToFind() {
        assertThat(lookUp(Client.intent("qwen-image-edit-plus"))).isInstanceOf(Ambiguous.class);
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void withoutAListNothingIsDecided() {
        service.then(500, "no").then(500, "no").then(500, "no").then(500, "no");

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(this::lookUp)
                .satisfies(failure -> assertThat(failure.error().stage()).isEqualTo(Stage.LIST));
    }

    private LookUp lookUp(String... known) {
        return lookUp(new Claims(Set.of(known), List.of()), Client.intent(WANX)).get(0);
    }

    private LookUp lookUp(SubmitIntent intent) {
        return lookUp(new Claims(Set.of(), List.of()), intent).get(0);
    }

    private List<LookUp> lookUp(Claims claims, SubmitIntent... open) {
        return client.build().lookUp(List.of(open), () -> claims);
    }

    private static Found found(String id, int secondsAfterIntent) {
        return new Found(id, "r-" + id, Client.NOON.plusSeconds(secondsAfterIntent));
    }

    private static String task(String id, int secondsAfterIntent, String key) {
        long created = Client.NOON.plusSeconds(secondsAfterIntent).toEpochMilli();
        return ("{\"api_key_id\":\"%s\",\"gmt_create\":%d,\"model_name\":\"%s\",\"request_id\":\"r-%s\","
                        + "\"status\":\"RUNNING\",\"task_id\":\"%s\"}")
                .formatted(key, created, WANX, id, id);
    }

    private static String list(String... tasks) {
        return paged(1, tasks);
    }

    private static String paged(int pages, String... tasks) {
        return "{\"total\":1,\"data\":[" + String.join(",", tasks) + "],\"total_page\":" + pages + ",\"page_no\":1}";
    }
}
