package dev.shuttle.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.settings.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a folder. */
final class FolderStoreTest extends StoreContract {
    @TempDir
    private Path shared = Path.of("");

    @Override
    Store open() throws IOException {
        return Stores.open(new StoreSettings(shared, null)).orElseThrow();
    }

    @Test
    void theEmptyFolderThatAnUnmountedStoreLeavesIsNotTakenForIt() throws IOException {
        try (Store store = open()) {
            Disk.deleteTree(shared);
            Files.createDirectory(shared);

            StoreException another =
                    catchThrowableOfType(StoreException.class, () -> store.put("job/name", new byte[] {1}));

            assertThat(another.code()).isEqualTo("STORE_CHANGED");
            assertThat(shared).isEmptyDirectory();
        }
    }
}
