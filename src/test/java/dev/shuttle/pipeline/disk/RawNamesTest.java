package dev.shuttle.pipeline.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.GbkName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that is no text here: 牡丹 in GBK. */
final class RawNamesTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void whereNamesAreBytes() {
        assumeTrue(java.io.File.separatorChar == '/', "names are no bytes here");
    }

    @Test
    void itIsReadAsGbkAndItsBytesStay() throws Exception {
        Path file = Files.createFile(GbkName.in(folder, "牡丹.png"));

        Path listed = Folder.children(folder).findFirst().orElseThrow();

        assertThat(RawNames.readable(listed)).isEqualTo("牡丹.png");
        assertThat(listed).isEqualTo(file);
    }

    @Test
    void itsTicketIsFoundAndItsPictureFromThere() {
        Path picture = GbkName.in(folder, "牡丹.png");
        Path ticket = GbkName.in(folder, "牡丹.png.yaml");

        assertThat(RawNames.beside(picture, ".yaml")).isEqualTo(ticket);
        assertThat(RawNames.without(ticket, Pattern.compile("(?i)\\.ya?ml$"))).isEqualTo(picture);
        assertThat(RawNames.beside(picture, "returned-1-", "").getFileName().toString())
                .startsWith("returned-1-");
    }

    @Test
    void anOrdinaryNameIsItself() {
        assertThat(RawNames.readable(folder.resolve("peony 1.png"))).isEqualTo("peony 1.png");
        assertThat(RawNames.beside(folder.resolve("a.png"), ".yml")).isEqualTo(folder.resolve("a.png.yml"));
    }
}
