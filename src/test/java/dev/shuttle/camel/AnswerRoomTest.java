package dev.shuttle.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shuttle.camel.AnswerRoom.Place;
import dev.shuttle.provider.WireRequest;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Room for 20 MB: one answer of 10 MB at a time, since each takes twice its length. */
class AnswerRoomTest {
    private static final long TEN_MEGABYTES = 10L << 20;

    private final AnswerRoom room = new AnswerRoom(20 << 10);
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);

    @AfterEach
    void stop() {
        watch.shutdownNow();
    }

    @Test
    void aLongAnswerWaitsForTheRoomOfAnother() throws Exception {
        Place first = room.take(call(), TEN_MEGABYTES);
        CompletableFuture<Place> second = taking(call());

        assertThat(second).isNotDone();
        first.close();

        assertThat(second.get(60, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aCallThatIsCutOffWaitsNoLonger() throws Exception {
        room.take(call(), TEN_MEGABYTES);
        WireCall call = call();
        CompletableFuture<Place> waiting = taking(call);

        call.cutOff("the program stops");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> waiting.get(60, TimeUnit.SECONDS))
                .havingCause()
                .isInstanceOf(SocketTimeoutException.class)
                .withMessage("the program stops");
    }

    @Test
    void whoWaitedBehindACallThatWasCutOffHasItsTurn() throws Exception {
        Place first = room.take(call(), TEN_MEGABYTES);
        WireCall call = call();
        CompletableFuture<Place> gone = taking(call);
        CompletableFuture<Place> last = taking(call());
        call.cutOff("too late");
        assertThat(gone).failsWithin(Duration.ofMinutes(1));

        first.close();

        assertThat(last.get(60, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void anAnswerLongerThanTheRoomHasItAlone() throws Exception {
        Place whole = room.take(call(), 40L << 20);
        CompletableFuture<Place> next = taking(call());

        assertThat(next).isNotDone();
        whole.close();

        assertThat(next.get(60, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aShortAnswerNeedsNoRoom() throws Exception {
        room.take(call(), TEN_MEGABYTES);

        assertThat(room.take(call(), 1000)).isNotNull();
    }

    private CompletableFuture<Place> taking(WireCall call) {
        CompletableFuture<Place> taken = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                taken.complete(room.take(call, TEN_MEGABYTES));
            } catch (SocketTimeoutException | RuntimeException e) {
                taken.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return taken;
    }

    private WireCall call() {
        WireRequest request = new WireRequest(
                "GET",
                URI.create("https://results.aliyuncs.com/a.png"),
                Map.of(),
                null,
                100L << 20,
                Duration.ofMinutes(5));
        return new WireCall(request, watch);
    }
}
