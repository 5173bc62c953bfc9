package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where nodes have no store, each has queues of its own. */
final class OwnQueuesTest {
    @Test
    void theNodesNameFollowsTheQueuesAndTheOptionsStay() {
        Map<String, String> named = Map.of(
                "shuttle.stage.cloud", "amqp:queue:shuttle.cloud?concurrentConsumers=1",
                "shuttle.stage.poll", "amqp:queue:shuttle.poll",
                "shuttle.stage.dead", "amqp:queue:DLQ",
                "shuttle.inbox", "inbox");

        assertThat(OwnQueues.of("mill-1", named))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "shuttle.stage.cloud", "amqp:queue:shuttle.cloud.mill-1?concurrentConsumers=1",
                        "shuttle.stage.poll", "amqp:queue:shuttle.poll.mill-1"));
    }
}
