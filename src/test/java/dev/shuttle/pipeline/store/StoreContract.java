package dev.shuttle.pipeline.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store promises, and what nodes hand on by way of it. */
abstract class StoreContract {
    private static final byte[] PICTURE = bytes(1);

    @TempDir
    private Path root = Path.of("");

    private final Job job = Jobs.admitted("牡丹 & peony.png");
    private final JobId id = job.id();

    /** An empty one, or the same again. */
    abstract Store open() throws IOException;

    private HandedOn one = HandedOn.nothing();
    private HandedOn other = HandedOn.nothing();

    @BeforeEach
    void twoNodes() throws IOException {
        one = new HandedOn(root.resolve("one"), open());
        other = new HandedOn(root.resolve("other"), open());
        Files.createDirectories(root.resolve("other"));
        file("one", "inbox/damask/牡丹 & peony.png", PICTURE);
        file("one", "ticket/inbox/damask/牡丹 & peony.png.yaml", "colours: 8\n".getBytes(UTF_8));
    }

    static byte[] bytes(int seed) {
        byte[] bytes = new byte[100_000];
        new java.util.Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Path file(String node, String path, byte[] bytes) throws IOException {
        Path file = folder(node).root().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private JobFolder folder(String node) {
        return JobFolder.of(root.resolve(node), id.value());
    }

    @Test
    void aPictureComesToTheOtherNodeByteForByteWithAllThatBelongsToIt() throws IOException {
        one.keep(id);

        other.fetch(id);

        Path arrived = folder("other").requireSource();
        assertThat(folder("other").root().relativize(arrived)).hasToString("inbox/damask/牡丹 & peony.png");
        assertThat(arrived).hasBinaryContent(PICTURE);
        assertThat(folder("other").ticket().orElseThrow()).hasContent("colours: 8\n");
    }

    @Test
    void whatTheCloudMadeOfItFollows() throws IOException {
        one.keep(id);
        other.fetch(id);
        Files.write(folder("one").cloudPicture(), bytes(2));
        one.keep(id);

        other.fetch(id);

        assertThat(folder("other").cloudPicture()).hasBinaryContent(bytes(2));
    }

    @Test
    void aKillBeforeTheListIsThereLeavesNothingToTake() throws IOException {
        try (Store store = open()) {
            store.put(id + "/" + "0".repeat(64), folder("one").requireSource());
        }

        assertThat(other.has(id)).isFalse();
        other.fetch(id);
        assertThat(folder("other").root()).doesNotExist();
    }

    @Test
    void bytesThatAreNotWhatWasPutThereAreNeverTaken() throws IOException {
        one.keep(id);
        try (Store store = open()) {
            String name = store.names(id.value()).stream()
                    .filter(each -> each.length() > 80)
                    .findFirst()
                    .orElseThrow();
            store.put(name, new byte[] {1, 2, 3});
        }

        StoreException unlike = catchThrowableOfType(StoreException.class, () -> other.fetch(id));

        assertThat(unlike.code()).isEqualTo("STORE_DAMAGED");
        assertThat(folder("other").source()).isEmpty();
    }

    @Test
    void aListThatLeadsOutOfTheFolderIsRefused() throws IOException {
        one.keep(id);
        try (Store store = open()) {
            String sum = "0".repeat(64);
            store.put(id + "/source", ("shuttle 1\n" + sum + " 3 ../../out.txt\nend\n").getBytes(UTF_8));
        }

        assertThat(catchThrowableOfType(StoreException.class, () -> other.fetch(id))
                        .code())
                .isEqualTo("STORE_DAMAGED");
    }

    @Test
    void twoNodesThatPutTheSameJobThereDoNotMix() throws IOException {
        file("other", "inbox/damask/牡丹 & peony.png", bytes(7));
        one.keep(id);
        other.keep(id);
        one.keep(id);
        HandedOn third = new HandedOn(root.resolve("third"), open());

        third.fetch(id);

        assertThat(folder("third").requireSource()).hasBinaryContent(bytes(7));
    }

    @Test
    void nothingIsLeftOfAJobThatHasEnded() throws IOException {
        one.keep(id);

        one.forget(id);

        try (Store store = open()) {
            assertThat(store.names(id.value())).isEmpty();
            assertThat(store.folders()).doesNotContain(id.value());
        }
    }

    @Test
    void whatAKillLeftIsSweptAway() throws IOException {
        one.keep(id);
        JobId alive = JobId.next(Jobs.NOON, RandomGenerator.getDefault());
        try (Store store = open()) {
            store.put(alive + "/source", new byte[] {1});

            other.sweep(id::equals);

            assertThat(store.folders()).contains(alive.value()).doesNotContain(id.value());
            store.remove(alive.value(), List.of(alive + "/source"));
        }
    }
}
