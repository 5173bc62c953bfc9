package dev.shuttle.pipeline.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file of a job's folder is its picture, in every state that a kill can leave the folder in. */
final class JobFolderTest {
    private static final String ID = "261122-131145-k3f9xq";

    @TempDir
    private Path work = Path.of("");

    private JobFolder folder = JobFolder.of(work, ID);

    @BeforeEach
    void name() {
        folder = JobFolder.of(work, ID);
    }

    private Path has(String path) throws IOException {
        Path file = folder.root().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    @Test
    void aFolderKnowsItsJob() {
        assertThat(folder.jobId()).isEqualTo(ID);
        assertThat(folder.root()).isEqualTo(work.resolve(ID));
    }

    @Test
    void withoutAFolderThereIsNoPicture() throws Exception {
        assertThat(folder.source()).isEmpty();
    }

    @Test
    void killedAfterTheFolderWasMadeThereIsNoPicture() throws Exception {
        Files.createDirectories(folder.root());

        assertThat(folder.source()).isEmpty();
    }

    @Test
    void killedBeforeTheRenameThereIsNoPicture() throws Exception {
        Files.createDirectories(folder.root().resolve("inbox/damask"));

        assertThat(folder.source()).isEmpty();
    }

    @Test
    void killedInTheMiddleOfACopyThereIsNoPicture() throws Exception {
        Path picture = has("inbox/damask/peony.jpg");
        Files.move(picture, Disk.partOf(picture));

        assertThat(folder.source()).isEmpty();
    }

    @Test
    void killedWhileTheResultGotItsRightsThePictureIsTheUsersAndNotWhatTheUmaskWasTriedOn() throws Exception {
        Path picture = has("inbox/peony.jpg");
        Files.createFile(
                Files.createDirectory(folder.root().resolve(".part-modes-4711")).resolve("file"));
        assertThat(folder.source()).contains(picture);

        Files.delete(picture);
        assertThat(folder.source()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox/peony.jpg", "inbox/damask/spring/牡丹.jpg", "cli/out", "inbox/out/cloud.png"})
    void aClaimedPictureIsFoundWhereverItCameFrom(String path) throws Exception {
        Path picture = has(path);

        assertThat(folder.source()).contains(picture);
        assertThat(folder.requireSource()).isEqualTo(picture);
    }

    @Test
    void theCloudsPictureIsNotTakenForTheUsers() throws Exception {
        Files.createDirectories(folder.root());
        Files.writeString(folder.cloudPicture(), "png");
        Files.writeString(folder.loomReport(), "{}");

        assertThat(folder.source()).isEmpty();
    }

    @Test
    void aHalfBuiltResultIsNotTakenForTheUsersPicture() throws Exception {
        for (String built : List.of("out/source.jpg", "out/peony.pointpaper.png", "out/report.json")) {
            has(built);
        }

        assertThat(folder.source()).isEmpty();
    }

    @Test
    void amongEverythingAJobLeavesThePictureIsFound() throws Exception {
        Path picture = has("inbox/damask/peony.jpg");
        has("cloud.png");
        has(".part-cloud.png");
        has("loom.json");
        has("out/source.jpg");
        has("out/peony.preview.png");

        assertThat(folder.source()).contains(picture);
    }

    @Test
    void aPictureThatIsGoneIsToldByItsJob() {
        assertThatThrownBy(() -> folder.requireSource())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(ID);
    }
}
