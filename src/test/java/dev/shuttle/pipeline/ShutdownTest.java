package dev.shuttle.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ShutdownTest {
    private final Shutdown shutdown = new Shutdown();

    @Test
    void untilItBeginsNothingIsCutShort() throws Exception {
        assertThat(shutdown.hasBegun()).isFalse();
        assertThatCode(shutdown::check).doesNotThrowAnyException();
        assertThatCode(() -> shutdown.sleep(Duration.ZERO)).doesNotThrowAnyException();
    }

    @Test
    void whoSleepsIsWoken() {
        CompletableFuture<Void> sleeper = CompletableFuture.runAsync(() -> {
            try {
                shutdown.sleep(Duration.ofHours(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        shutdown.begin();

        assertThatThrownBy(() -> sleeper.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(StoppedException.class);
        assertThatThrownBy(shutdown::check).isInstanceOf(StoppedException.class);
    }

    @Test
    void eachActionRunsOnceInOrderAndKnowsThatItHasBegun() {
        List<String> ran = new ArrayList<>();
        shutdown.onBegin(() -> ran.add("first " + shutdown.hasBegun()));
        shutdown.onBegin(() -> ran.add("second " + shutdown.hasBegun()));

        shutdown.begin();
        shutdown.begin();

        assertThat(ran).containsExactly("first true", "second true");
    }
}
