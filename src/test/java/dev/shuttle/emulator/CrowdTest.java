package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many clients at once. */
class CrowdTest {
    private static final String PICTURE = Pictures.dataUrl(Pictures.png(512, 512, 1));

    private static List<Reply> submitAtOnce(Client client, int count) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String prompt = "picture " + i;
                replies.add(crowd.submit(() -> client.submit(Client.edit(prompt, PICTURE))));
            }
            List<Reply> done = new ArrayList<>();
            for (Future<Reply> reply : replies) {
                done.add(reply.get());
            }
            return done;
        } finally {
            crowd.shutdown();
        }
    }

    @Test
    void everyAnswerHasItsOwnTask() throws Exception {
        try (Emulator emulator = Emulator.start(
                EmulatorSettings.defaults().withLimits(Limits.NONE).withClock(new MovedClock()))) {
            List<Reply> replies = submitAtOnce(new Client(emulator), 24);

            assertThat(replies).extracting(Reply::taskId).doesNotHaveDuplicates();
            assertThat(emulator.ledger().tasks())
                    .extracting(LedgerTask::ordinal)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 24).boxed().toList());
            assertThat(emulator.ledger().requests())
                    .extracting(RecordedRequest::number)
                    .doesNotHaveDuplicates()
                    .hasSize(24);
        }
    }

    @Test
    void theThrottleCountsExactly() throws Exception {
        try (Emulator emulator = Emulator.start(EmulatorSettings.defaults().withClock(new MovedClock()))) {
            List<Reply> replies = submitAtOnce(new Client(emulator), 12);

            assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(2);
            assertThat(replies).filteredOn(reply -> reply.status() == 429).hasSize(10);
        }
    }
}
