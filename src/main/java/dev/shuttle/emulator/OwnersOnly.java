package dev.shuttle.emulator;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What files and folders are made with that nobody but their owner may read, whatever the umask. */
final class OwnersOnly {
    private OwnersOnly() {}

    static FileAttribute<?>[] file(Path place) {
        return rights(place, "rw-------");
    }

    static FileAttribute<?>[] folder(Path place) {
        return rights(place, "rwx------");
    }

    private static FileAttribute<?>[] rights(Path place, String rights) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
