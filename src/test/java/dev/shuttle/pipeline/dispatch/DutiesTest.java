package dev.shuttle.pipeline.dispatch;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.store.HandedOn;
import dev.shuttle.pipeline.store.Store;
import dev.shuttle.pipeline.store.Stores;
import dev.shuttle.settings.Roles;
import dev.shuttle.settings.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a job's picture can be had. */
final class DutiesTest {
    @TempDir
    private Path root = Path.of("");

    private Path shared = Path.of("");
    private Instant now = NOON;
    private final Job job = Jobs.admitted("peony.png");

    @BeforeEach
    void folders() throws IOException {
        shared = Files.createDirectory(root.resolve("store"));
    }

    private Duties at(String node, Store store) throws IOException {
        Path work = Files.createDirectories(root.resolve(node));
        return new Duties(Roles.ALL, new HandedOn(work, store), work, true, new InHand(), () -> now);
    }

    private void claim(String node) throws IOException {
        JobFolder folder = JobFolder.of(root.resolve(node), job.id().value());
        Path inbox = Files.createDirectories(folder.root().resolve("inbox"));
        Files.write(inbox.resolve("peony.png"), new byte[] {1, 2, 3});
    }

    @Test
    void whatOneHasPutIntoTheStoreAnotherHas() throws IOException {
        try (Store store = Stores.open(new StoreSettings(shared, null)).orElseThrow()) {
            Duties first = at("first", store);
            claim("first");
            first.files().keep(job.id());

            assertThat(at("other", store).reach(job)).isEqualTo(Reach.HERE);
        }
    }

    @Test
    void whatTheStoreDoesNotKnowIsLookedForAWhileAndIsThenGone() throws IOException {
        try (Store store = Stores.open(new StoreSettings(shared, null)).orElseThrow()) {
            Duties other = at("other", store);

            assertThat(other.reach(job)).as("it may come").isEqualTo(Reach.NOT_NOW);
            now = now.plus(Duration.ofMinutes(3));
            assertThat(other.reach(job)).isEqualTo(Reach.GONE);
        }
    }

    @Test
    void whatCannotBeAskedForIsNotGone() throws IOException {
        try (Store store = Stores.open(new StoreSettings(shared, null)).orElseThrow()) {
            Duties other = at("other", store);
            Disk.deleteTree(shared);

            assertThat(other.reach(job)).isEqualTo(Reach.NOT_NOW);
            now = now.plus(Duration.ofDays(3));
            assertThat(other.reach(job)).isEqualTo(Reach.NOT_NOW);
        }
    }

    @Test
    void whatWasFetchedHalfIsNotHere() throws IOException {
        try (Store store = Stores.open(new StoreSettings(shared, null)).orElseThrow()) {
            Duties first = at("first", store);
            claim("first");
            first.files().keep(job.id());
            String sum = Disk.sha256(new byte[] {1, 2, 3});
            Files.write(shared.resolve(job.id().value()).resolve(sum), new byte[] {1});

            assertThat(at("other", store).reach(job))
                    .as("its bytes are not what was put")
                    .isEqualTo(Reach.NOT_NOW);
        }
    }
}
