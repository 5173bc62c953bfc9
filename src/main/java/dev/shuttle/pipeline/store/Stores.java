package dev.shuttle.pipeline.store;

import dev.shuttle.settings.StoreSettings;
import java.util.Optional;

/** Which store the settings name. */
public final class Stores {
    private Stores() {}

    /**
     * Opens it; empty where none is set.
     *
     * @throws StoreException where it is a folder that is not there
     */
    public static Optional<Store> open(StoreSettings settings) throws StoreException {
        if (settings.folder() != null) {
            return Optional.of(FolderStore.open(settings.folder()));
        }
        return settings.s3() == null ? Optional.empty() : Optional.of(S3Store.open(settings.s3()));
    }
}
