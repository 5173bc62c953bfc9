package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The intent as a file in the job's folder. */
final class IntentFileTest {
    private static final Instant NOON = Jobs.NOON;
    private static final Intent INTENT = Intent.first("wanx2.1-imageedit", NOON, NOON.plusSeconds(60));

    @TempDir
    private Path root = Path.of("");

    private JobFolder folder = new JobFolder(root);

    @BeforeEach
    void useFolder() {
        folder = new JobFolder(root);
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        IntentFile.open(INTENT).write(folder);
        assertThat(IntentFile.read(folder)).contains(new IntentFile(INTENT, null, null));

        Intent again = INTENT.again(NOON.plusSeconds(3), NOON.plusSeconds(63));
        new IntentFile(again, "task-1", "request-1").write(folder);
        assertThat(IntentFile.read(folder)).contains(new IntentFile(again, "task-1", "request-1"));
        assertThat(again.since()).isEqualTo(NOON);

        IntentFile.open(again.givenUp("two tasks")).write(folder);
        assertThat(IntentFile.read(folder)).map(read -> read.intent().givenUp()).contains("two tasks");
    }

    @Test
    void whereNothingIsOpenThereIsNoFile() throws IOException {
        assertThat(IntentFile.read(folder)).isEmpty();

        IntentFile.open(INTENT).write(folder);
        IntentFile.clear(folder);

        assertThat(IntentFile.read(folder)).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void itsFieldsStandAsDocumented() throws IOException {
        IntentFile.open(INTENT).write(folder);

        assertThat(Files.readString(root.resolve("intent.json")))
                .isEqualTo("{\"version\":1,\"model\":\"wanx2.1-imageedit\",\"since\":\"2026-01-15T04:00:00Z\","
                        + "\"sent\":\"2026-01-15T04:00:00Z\",\"until\":\"2026-01-15T04:01:00Z\","
                        + "\"givenUp\":null,\"task\":null,\"request\":null}");
    }

    @Test
    void aDamagedFileIsNotTakenForNone() throws IOException {
        for (String damaged : new String[] {"", "{", "{\"version\":1}", "[]"}) {
            Files.writeString(root.resolve("intent.json"), damaged);

            assertThatThrownBy(() -> IntentFile.read(folder))
                    .as("'%s'", damaged)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("intent.json");
        }
    }

    @Test
    void itIsNotTakenForTheJobsPicture() throws IOException {
        IntentFile.open(INTENT).write(folder);

        assertThat(folder.source()).isEmpty();
    }
}
