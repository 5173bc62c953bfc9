package dev.shuttle.pipeline.delivery;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.report.outcome.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is owed, to whom, and for how long. */
final class DeliveriesTest {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Fault AWAY = new Fault("REMOTE_UNREACHABLE", "refused", "check the server", true);
    private static final Fault DENIED = new Fault("REMOTE_DENIED", "denied", "check the rights", false);

    @TempDir
    private Path folder = Path.of("");

    private final MemoryJournal journal = new MemoryJournal();
    private final MovedClock clock = new MovedClock();
    private Deliveries deliveries = deliveries(true);

    @BeforeEach
    void inItsFolder() {
        deliveries = deliveries(true);
    }

    private Deliveries deliveries(boolean isOn) {
        return new Deliveries(
                folder.resolve("work"),
                isOn,
                new Outbox(folder.resolve("outbox")),
                journal,
                new Patience(SHORTEST, clock),
                new Shutdown());
    }

    private Job admitted(String name) throws IOException {
        return deliveries.owe(journal.admit(Jobs.admitted(name)));
    }

    private Job published(String name) throws IOException {
        Job job = admitted(name);
        Problem problem = new Problem("NOT_A_PICTURE", "no picture", "save it as PNG");
        Job ended = journal.record(job.in(((Open) job.state()).rejected(problem, NOON)));
        Path place = folder.resolve("outbox/rejected").resolve(ended.folderName());
        Files.createDirectories(place);
        Files.writeString(place.resolve("report.json"), "{}");
        return ended;
    }

    private static List<Delivery> all(Deliveries deliveries) throws IOException {
        List<Delivery> all = new ArrayList<>();
        deliveries.due().forEachRemaining(all::add);
        return all;
    }

    @Test
    void aPublishedJobIsDueUntilItIsDelivered() throws Exception {
        Job job = published("peony.png");

        Delivery due = all(deliveries).get(0);
        assertThat(due.name()).isEqualTo("rejected/" + job.folderName());
        assertThat(due.aside()).isEqualTo(".part-" + job.folderName());
        assertThat(due.parts()).extracting(Delivery.Part::name).containsExactly(due.aside() + "/report.json");
        deliveries.delivered(due);

        assertThat(all(deliveries)).isEmpty();
        assertThat(folder.resolve("work/deliveries")).isEmptyDirectory();
    }

    @Test
    void itIsOwedBeforeItIsPublishedAndDueOnlyThen() throws Exception {
        Job job = admitted("peony.png");

        assertThat(folder.resolve("work/deliveries").resolve(job.id().value())).exists();
        assertThat(all(deliveries)).isEmpty();
    }

    @Test
    void whatIsOwedOutlivesTheProgram() throws Exception {
        Job job = published("peony.png");

        assertThat(all(deliveries(true))).extracting(Delivery::id).containsExactly(job.id());
    }

    @Test
    void withoutAServerNothingIsOwed() throws Exception {
        deliveries = deliveries(false);

        admitted("peony.png");

        assertThat(folder.resolve("work/deliveries")).doesNotExist();
        assertThat(deliveries.isSettled()).isTrue();
    }

    @Test
    void whatWasTakenOutOfTheOutboxIsOwedNoMore() throws Exception {
        Job job = published("peony.png");
        Files.delete(folder.resolve("outbox/rejected").resolve(job.folderName()).resolve("report.json"));

        assertThat(all(deliveries)).isEmpty();
        assertThat(folder.resolve("work/deliveries")).isEmptyDirectory();
    }

    @Test
    void oneThatFailsWaitsTwiceAsLongEachTimeAndHoldsUpNoOther() throws Exception {
        published("a.png");
        published("b.png");
        Delivery bad = all(deliveries).get(0);
        Delivery good = all(deliveries).get(1);

        deliveries.failed(bad, DENIED);
        assertThat(all(deliveries)).containsExactly(good);
        clock.move(SHORTEST);
        assertThat(all(deliveries)).contains(bad);

        deliveries.failed(bad, DENIED);
        clock.move(SHORTEST);
        assertThat(all(deliveries)).containsExactly(good);
        clock.move(SHORTEST);
        assertThat(all(deliveries)).contains(bad);
    }

    @Test
    void whileTheServerIsAwayNoneIsTried() throws Exception {
        published("a.png");
        published("b.png");
        var due = deliveries.due();
        Delivery first = due.next();

        deliveries.failed(first, AWAY);

        assertThat(due.hasNext()).isFalse();
        assertThat(all(deliveries)).isEmpty();
        clock.move(SHORTEST);
        assertThat(all(deliveries)).hasSize(2);
    }

    @Test
    void itIsSettledOnceAllWereTried() throws Exception {
        published("a.png");
        assertThat(deliveries.isSettled()).isFalse();

        deliveries.failed(all(deliveries).get(0), DENIED);

        assertThat(deliveries.isSettled()).isTrue();
    }
}
