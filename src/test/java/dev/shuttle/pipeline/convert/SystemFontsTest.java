package dev.shuttle.pipeline.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's Chinese font is found by its name, and is used only where it is one. */
final class SystemFontsTest {
    @TempDir
    Path folder;

    @Test
    void aMachineWithoutOneHasNone() {
        assertThat(SystemFonts.in(List.of(folder, folder.resolve("gone")))).isEmpty();
    }

    @Test
    void aFileThatOnlyHasTheNameIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("simsun.ttc"), "no font at all");
        Files.write(folder.resolve("NotoSansSC-Regular.otf"), new byte[] {'O', 'T', 'T', 'O', 0, 1});
        Files.createFile(folder.resolve("simhei.ttf"));

        assertThat(SystemFonts.in(List.of(folder))).isEmpty();
    }

    @Test
    void aFontWithoutChineseLettersIsPassedOver() throws Exception {
        try (var in = getClass().getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            Files.copy(
                    in, Files.createDirectories(folder.resolve("truetype/wqy")).resolve("wqy-microhei.ttc"));
        }
        assertThat(SystemFonts.in(List.of(folder))).isEmpty();
    }
}
