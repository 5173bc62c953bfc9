package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queueing, cancelling, expiring: what a task goes through as the clock moves. */
class LifecycleTest {
    private static final String PICTURE = Pictures.dataUrl(Pictures.png(512, 512, 1));
    private static final String NEVER_ISSUED = "11111111-2222-3333-4444-555555555555";

    private final MovedClock clock = new MovedClock();
    private Emulator emulator;
    private Client client;

    @BeforeEach
    void start() {
        emulator = Emulator.start(EmulatorSettings.defaults()
                .withClock(clock)
                .withTimes(Duration.ofSeconds(1), Duration.ofSeconds(10))
                .withLimits(Limits.uniform(1000, 2, 1000)));
        client = new Client(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private List<String> submit(int count) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(client.submit(Client.edit("picture " + i, PICTURE)).taskId());
        }
        return ids;
    }

    private List<String> states(List<String> ids) throws Exception {
        List<String> states = new ArrayList<>();
        for (String id : ids) {
            states.add(client.poll(id).taskStatus());
        }
        return states;
    }

    @Test
    void twoTasksRunAtOnceAndTheOthersWaitTheirTurn() throws Exception {
        List<String> ids = submit(4);

        clock.advance(Duration.ofSeconds(1));
        assertThat(states(ids)).containsExactly("RUNNING", "RUNNING", "PENDING", "PENDING");
        clock.advance(Duration.ofSeconds(10));
        assertThat(states(ids)).containsExactly("SUCCEEDED", "SUCCEEDED", "RUNNING", "RUNNING");
        clock.advance(Duration.ofSeconds(10));
        assertThat(states(ids)).containsOnly("SUCCEEDED");
        assertThat(emulator.ledger().billed()).isEqualTo(4);
    }

    @Test
    void aPendingTaskCanBeCancelledAndMakesRoom() throws Exception {
        List<String> ids = submit(4);
        clock.advance(Duration.ofSeconds(2));

        Reply cancelled = client.post("/tasks/" + ids.get(2) + "/cancel", "");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().fieldNames()).toIterable().containsExactly("request_id");
        Reply poll = client.poll(ids.get(2));
        assertThat(poll.taskStatus()).isEqualTo("CANCELED");
        assertThat(poll.output().fieldNames()).toIterable().containsExactly("task_id", "task_status");
        clock.advance(Duration.ofSeconds(9));
        assertThat(client.poll(ids.get(3)).taskStatus()).isEqualTo("RUNNING");
    }

    @Test
    void aRunningTaskCannotBeCancelled() throws Exception {
        String id = submit(1).get(0);
        clock.advance(Duration.ofSeconds(2));

        Reply refused = client.post("/tasks/" + id + "/cancel", "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("UnsupportedOperation");
        assertThat(refused.message())
                .isEqualTo("Failed to cancel the task, please confirm if the task is in PENDING status.");
    }

    @Test
    void aTaskIsUnknownAfterADay() throws Exception {
        String id = submit(1).get(0);
        clock.advance(Duration.ofDays(1));

        Reply unknown = client.poll(id);

        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.output().toString()).isEqualTo("{\"task_id\":\"" + id + "\",\"task_status\":\"UNKNOWN\"}");
    }

    @Test
    void anIdThatWasNeverIssuedIsUnknownAndAMalformedOneIsNotFoundToo() throws Exception {
        assertThat(client.poll(NEVER_ISSUED).status()).isEqualTo(200);
        assertThat(client.poll(NEVER_ISSUED).taskStatus()).isEqualTo("UNKNOWN");
        assertThat(client.poll("no-uuid").status()).isEqualTo(404);
        assertThat(client.poll("no-uuid").taskStatus()).isEqualTo("UNKNOWN");
    }

    @Test
    void theListHasThePagesAndTheFiltersOfTheService() throws Exception {
        List<String> ids = submit(3);
        clock.advance(Duration.ofSeconds(2));

        Reply all = client.get("/tasks/?page_no=1&page_size=2");
        Reply running = client.get("/tasks?status=RUNNING&model_name=wanx2.1-imageedit");
        Reply one = client.get("/tasks?task_id=" + ids.get(0));
        Reply earlier = client.get("/tasks?start_time=20260114000000&end_time=20260114120000");
        Reply tooLong = client.get("/tasks?start_time=20260101000000&end_time=20260115000000");

        assertThat(all.json().path("total").asInt()).isEqualTo(3);
        assertThat(all.json().path("total_page").asInt()).isEqualTo(2);
        assertThat(all.json().path("data")).hasSize(2);
        assertThat(running.json().path("total").asInt()).isEqualTo(2);
        assertThat(one.json().path("data").path(0).path("task_id").asText()).isEqualTo(ids.get(0));
        assertThat(one.json().path("data").path(0).path("gmt_create").asLong()).isEqualTo(1768442400100L);
        assertThat(one.json().path("data").path(0).path("user_api_unique_key").asText())
                .isEqualTo("apikey:v1:aigc:image2image:image-synthesis:wanx2.1-imageedit");
        assertThat(one.json().toString()).doesNotContain("/oss/");
        assertThat(earlier.json().path("total").asInt()).isZero();
        assertThat(tooLong.status()).isEqualTo(400);
    }

    @Test
    void theListFindsATaskInAWindowAroundItsSubmit() throws Exception {
        submit(1);

        Reply found =
                client.get("/tasks?model_name=wanx2.1-imageedit&start_time=20260115095900&end_time=20260115100100");

        assertThat(found.json().path("total").asInt()).isEqualTo(1);
    }
}
