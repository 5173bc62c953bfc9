package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link ClientsCampaign}. */
@SuppressWarnings("NullAway.Init")
class HostileClientsTest {
    private static final int CLIENTS = 80;

    @TempDir
    private static Path root;

    private static ClientsCampaign program;

    @BeforeAll
    static void run() throws Exception {
        program = new ClientsCampaign(root);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void slowClientsOfEveryKindAtOnceStopNobodyAndAreEnded() {
        List<SlowClients> slow = new ArrayList<>();
        try (WellBehaved client = program.wellBehaved()) {
            program.slowKinds().forEach((kind, port) -> slow.add(new SlowClients(kind, port, CLIENTS)));

            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> slow.stream()
                            .filter(kind -> kind.name().startsWith("slow ")
                                    && !kind.name().startsWith("slow readers"))
                            .allMatch(kind -> kind.left() == 0));
            await().atMost(Duration.ofMinutes(1)).until(() -> client.answers() > 8);
            assertThat(client.failures()).isEmpty();
        } finally {
            slow.forEach(SlowClients::close);
        }
    }

    @Test
    void requestsThatNoHonestClientSendsAreRefusedAndLeaveNoStackInTheLog() throws Exception {
        assertThat(program.wrongAnswers()).isEmpty();

        assertThat(program.stackLines()).as(program.log()).isZero();
        assertThat(program.log()).doesNotContain("OutOfMemoryError").doesNotContain(ClientsCampaign.TOKEN);
    }
}
