package dev.shuttle.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.ops.HealthChecks.ClientCheck;
import dev.shuttle.ops.HealthChecks.ClientCondition;
import dev.shuttle.ops.HealthChecks.FolderCheck;
import java.nio.file.Path;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says of its own state. */
final class HealthChecksTest {
    private static String message(HealthCheck.Result result) {
        return result.getMessage().orElse("");
    }

    @Test
    void aClientWhoseConnectionsWereMadeAnewIsWellAndTellsSo() {
        HealthCheck.Result result = new ClientCheck(() -> new ClientCondition(2, 1, 3, 0)).call();

        assertThat(result.getState()).isEqualTo(State.UP);
        assertThat(result.getDetails())
                .containsEntry("connections_used", 2)
                .containsEntry("calls_waiting", 1)
                .containsEntry("rebuilt", 3);
    }

    @Test
    void callsThatOutlastTheirDeadlineAreADeadClient() {
        HealthCheck.Result result = new ClientCheck(() -> new ClientCondition(8, 4, 0, 2)).call();

        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(message(result)).contains("2 calls", "restart the program");
    }

    @Test
    void aClientThatCannotBeMadeIsToldWithItsReason() {
        HealthCheck.Result result = new ClientCheck(() -> {
                    throw new IllegalStateException("camel.component.https: TLS cannot be set up");
                })
                .call();

        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(message(result)).contains("cannot be made", "TLS").doesNotContain("Exception");
    }

    @Test
    void aFolderThatIsGoneOrHasNoRoomIsToldInWords(@TempDir Path folder) {
        HealthCheck.Result gone = new FolderCheck("work", folder.resolve("none"), 0).call();
        HealthCheck.Result full = new FolderCheck("work", folder, Long.MAX_VALUE).call();

        assertThat(gone.getState()).isEqualTo(State.DOWN);
        assertThat(message(gone)).contains("none").doesNotContain("Exception");
        assertThat(full.getState()).isEqualTo(State.DOWN);
        assertThat(message(full)).contains("make room");
        assertThat(new FolderCheck("work", folder, 0).call().getState()).isEqualTo(State.UP);
    }
}
