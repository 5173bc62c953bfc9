package dev.shuttle.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.dashscope.LookUp.Ambiguous;
import dev.shuttle.dashscope.LookUp.Found;
import dev.shuttle.dashscope.LookUp.NotAccepted;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

        assertThat(found).isEqualTo(new Found("new", "r-new"));
        assertThat(client.clock.sleeps()).isEmpty();
        assertThat(service.onlyAsked().pathAndQuery())
                .as("the list's query times have no documented zone, so they are not used")
                .contains("model_name=wanx2.1-imageedit")
                .doesNotContain("start_time");
    }

    @Test
    void aTaskThatAppearsWithinTheGraceIsFound() {
        service.then(200, list()).then(200, list()).then(200, list(task("late", 2, "15")));

        assertThat(lookUp()).isEqualTo(new Found("late", "r-late"));
        assertThat(client.clock.sleeps()).hasSize(2);
    }

    @Test
    void onlyAfterTheGraceIsASubmissionNotAccepted() {
        for (int look = 0; look < 6; look++) {
            service.then(200, list(task("known", 3, "15")));
        }

        assertThat(lookUp("known")).isEqualTo(new NotAccepted());
        assertThat(client.clock.instant()).isEqualTo(Client.NOON.plusSeconds(5));
        assertThat(service.asked()).hasSize(6);
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
    void aTaskWithoutATimeCouldBeOurs() {
        service.then(200, list("{\"task_id\":\"x\",\"model_name\":\"" + WANX + "\",\"status\":\"PENDING\"}"));

        assertThat(lookUp()).isInstanceOf(Ambiguous.class);
    }

    @Test
    void tasksOfAnotherKeyAreNotOursOnceOursIsKnown() {
        service.then(200, list(task("theirs", 2, "99"), task("new", 1, "15"), task("known", 0, "15")));

        assertThat(lookUp("known")).isEqualTo(new Found("new", "r-new"));
    }

    @Test
    void tasksOfAnotherModelAreNotOurs() {
        service.then(200, list(task("other", 1, "15").replace(WANX, "wan2.5-i2i-preview"), task("new", 1, "15")));

        assertThat(lookUp()).isEqualTo(new Found("new", "r-new"));
    }

    @Test
    void pagesAreReadBackToTheIntentAndNoFurther() {
        service.then(200, paged(9, task("new", 2, "15"), task("known", 1, "15")))
                .then(200, paged(9, task("o1", -700, "15"), task("o2", -900, "15")));

        assertThat(lookUp("known")).isEqualTo(new Found("new", "r-new"));
        assertThat(service.asked()).hasSize(2);
    }

    @Test
    void anUnsortedListIsReadWhole() {
        service.then(200, paged(2, task("o2", -900, "15"), task("o1", -700, "15")))
                .then(200, paged(2, task("new", 2, "15")));

        assertThat(lookUp()).isEqualTo(new Found("new", "r-new"));
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
        assertThat(client.build().lookUp(Client.intent("qwen-image-edit-plus"))).isInstanceOf(Ambiguous.class);
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
        return client.build().lookUp(new SubmitIntent(WANX, Client.NOON, Set.of(known)));
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
