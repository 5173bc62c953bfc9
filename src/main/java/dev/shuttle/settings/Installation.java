package dev.shuttle.settings;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;

/** The program itself: its version, and where it lies: {@code target/shuttle.jar}, with {@code routes/} beside {@code target/}. */
public final class Installation {
    private Installation() {}

    /** The version of the jar; {@code (unpackaged)} where the classes lie in a folder. */
    public static String version() {
        return Objects.requireNonNullElse(Installation.class.getPackage().getImplementationVersion(), "(unpackaged)");
    }

    /** The folder as it is set; where there is none, the one that came with the program. */
    static Path routes(Path set) {
        CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
        if (Files.isDirectory(set) || source == null) {
            return set;
        }
        try {
            Path program = new File(source.getLocation().toURI()).toPath().toAbsolutePath();
            for (Path folder = program.getParent(); folder != null; folder = folder.getParent()) {
                if (Files.isRegularFile(folder.resolve("routes").resolve("10-inbox.camel.yaml"))) {
                    return folder.resolve("routes");
                }
            }
        } catch (URISyntaxException e) {
            return set;
        }
        return set;
    }
}
