package dev.shuttle.pipeline.cloud;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Has a mill of its own for every test. */
abstract class CloudTest {
    static final String WANX = "wanx2.1-imageedit";
    static final String WAN25 = "wan2.5-i2i-preview";

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    Mill mill;

    @BeforeEach
    final void start() throws IOException {
        mill = new Mill(folder);
    }

    @AfterEach
    final void stop() {
        mill.close();
    }
}
