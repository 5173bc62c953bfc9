package dev.shuttle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaign {@code faults} in short: one of each kind, in one process of 512 MB. */
class FaultMatrixTest {
    private static final Set<String> SOME = Set.of(
            "submit HANGING",
            "submit ENDLESS_HEADER",
            "submit NESTED",
            "submit INVALID_API_KEY",
            "poll DRIPPING",
            "poll ZIPPED",
            "download HANGING_IN_BODY",
            "download PADDED",
            "download pixels");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void everyFaultEndsAsDocumentedAndHarmsNoOtherPicture() {
        List<FaultCase> cases = FaultCase.all().stream()
                .filter(each -> SOME.contains(each.name()))
                .toList();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        FaultMatrix matrix = new FaultMatrix(root, cases, new PrintStream(log, true, StandardCharsets.UTF_8));

        matrix.run();

        assertThat(cases).hasSameSizeAs(SOME);
        assertThat(matrix.wrong()).as(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
