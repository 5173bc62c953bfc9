package dev.shuttle.rig;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Objects;

/** Files as old shares of Chinese Windows have them: their names are the bytes of GBK. */
public final class GbkName {
    private GbkName() {}

    /** The file of that name in a folder. */
    public static Path in(Path folder, String name) {
        StringBuilder escaped = new StringBuilder(folder.toUri().toString());
        if (escaped.charAt(escaped.length() - 1) != '/') {
            escaped.append('/');
        }
        for (byte b : name.getBytes(Charset.forName("GBK"))) {
            escaped.append(String.format("%%%02X", b & 255));
        }
        Path file = Path.of(URI.create(escaped.toString()));
        return folder.resolve(Objects.requireNonNull(file.getFileName()));
    }
}
