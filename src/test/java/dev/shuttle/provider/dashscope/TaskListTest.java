package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TaskListTest {
    private static final Instant MADE = Instant.ofEpochMilli(1_745_568_428_109L);

    private final LoopbackService service = LoopbackService.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theListIsAskedForAWindowInChinasTimeAndOneModel() {
        service.then(200, page(1, 1, "a"));

        List<ListedTask> tasks = Client.of(service)
                .build()
                .list(Client.NOON, Client.NOON.plus(Duration.ofMinutes(90)), "wanx2.1-imageedit");

        assertThat(service.onlyAsked().pathAndQuery())
                .isEqualTo("/api/v1/tasks/?page_no=1&page_size=50&start_time=20260115120000&end_time=20260115133000"
                        + "&model_name=wanx2.1-imageedit");
        assertThat(tasks).containsExactly(new ListedTask("a", "wanx2.1-imageedit", "RUNNING", MADE, "r-a", "15"));
    }

    @Test
    void allPagesAreRead() {
        service.then(200, page(1, 3, "a", "b")).then(200, page(2, 3, "c")).then(200, page(3, 3, "d"));

        List<ListedTask> tasks = Client.of(service).build().list(Client.NOON, Client.NOON, null);

        assertThat(tasks).extracting(ListedTask::taskId).containsExactly("a", "b", "c", "d");
        assertThat(service.asked().get(2).pathAndQuery()).contains("page_no=3").doesNotContain("model_name");
    }

    @Test
    void anEmptyAccountHasAnEmptyList() {
        service.then(
                200, "{\"total\":0,\"data\":[],\"total_page\":0,\"page_no\":1,\"page_size\":10,\"request_id\":\"r\"}");

        assertThat(Client.of(service).build().list(Client.NOON, Client.NOON, null))
                .isEmpty();
    }

    @Test
    void aListIsAskedForAgainAfterAPassingError() {
        service.thenBreaksOff("{").then(503, "busy").then(200, page(1, 1, "a"));

        assertThat(Client.of(service).build().list(Client.NOON, Client.NOON, null))
                .hasSize(1);
    }

    @Test
    void aRefusedListSaysWhy() {
        service.then(
                401, "{\"code\":\"InvalidApiKey\",\"message\":\"Invalid API-key provided.\",\"request_id\":\"r\"}");

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> Client.of(service).build().list(Client.NOON, Client.NOON, null))
                .withMessage("InvalidApiKey (HTTP 401): Invalid API-key provided.")
                .satisfies(failure -> assertThat(failure.error().errorClass()).isEqualTo(ErrorClass.ACCOUNT));
    }

    @Test
    void aWaitingTaskCanBeCanceled() {
        service.then(200, "{\"request_id\":\"r\"}");

        assertThat(Client.of(service).build().cancel("t-1")).isTrue();
        assertThat(service.onlyAsked().method()).isEqualTo("POST");
        assertThat(service.onlyAsked().pathAndQuery()).isEqualTo("/api/v1/tasks/t-1/cancel");
        assertThat(service.onlyAsked().body()).isEmpty();
    }

    @Test
    void aTaskInWorkCanNoLongerBeCanceled() {
        service.then(
                400,
                "{\"code\":\"UnsupportedOperation\",\"message\":\"Failed to cancel the task, please confirm if the task is"
                        + " in PENDING status.\",\"request_id\":\"r\"}");

        assertThat(Client.of(service).build().cancel("t-1")).isFalse();
    }

    @Test
    void aCancelThatIsRefusedOtherwiseIsAnError() {
        service.then(404, "{\"code\":\"NotFound\",\"message\":\"Not found!\",\"request_id\":\"r\"}");

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> Client.of(service).build().cancel("t-1"))
                .satisfies(failure -> {
                    assertThat(failure.error().taskId()).isEqualTo("t-1");
                    assertThat(failure.error().stage()).isEqualTo(Stage.CANCEL);
                });
    }

    private static String page(int number, int total, String... ids) {
        var tasks = new StringBuilder();
        for (String id : ids) {
            tasks.append(tasks.isEmpty() ? "" : ",")
                    .append("{\"api_key_id\":\"15\",\"gmt_create\":1745568428109,\"model_name\":\"wanx2.1-imageedit\","
                            + "\"request_id\":\"r-%s\",\"start_time\":1745568428138,\"status\":\"RUNNING\",\"task_id\":\"%s\"}"
                                    .formatted(id, id));
        }
        return "{\"total\":9,\"data\":[" + tasks + "],\"total_page\":" + total + ",\"page_no\":" + number
                + ",\"page_size\":50,\"request_id\":\"r\"}";
    }
}
