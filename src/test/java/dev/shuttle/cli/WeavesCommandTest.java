package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that lists, draws and checks weaves. */
class WeavesCommandTest {
    @TempDir
    private Path root = Path.of("");

    private final StringWriter said = new StringWriter();

    private int weaves(String... words) {
        List<String> all = new ArrayList<>(List.of("weaves"));
        all.addAll(List.of(words));
        all.addAll(List.of("--set", "shuttle.weaves=" + root.resolve("weaves"), "--set", "shuttle.locale=en"));
        return ShuttleCommand.execute(new PrintWriter(said, true), all.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        Files.createDirectories(root.resolve("weaves"));
        return Files.writeString(root.resolve("weaves").resolve(name), text).toString();
    }

    @Test
    void withoutFilesTheBuiltInOnesAndOnesOwnAreListed() throws IOException {
        file("leaf.txt", "XX..\n.XX.\n..XX\nX..X\n");

        assertThat(weaves()).isZero();
        assertThat(said.toString())
                .contains("twill 2/2 Z", "satin 16/7 warp", "shaded 8/3 L=4", "basket 4/4")
                .containsPattern("leaf\\.txt +4 × 4 +floats: warp 2, weft 2 +warp 50 %");
    }

    @Test
    void aFileIsCheckedAndShownRowByRow() throws IOException {
        assertThat(weaves(file("leaf.txt", "XX..\n.XX.\n..XX\nX..X\n"))).isZero();
        assertThat(said.toString()).contains("  XX..\n  .XX.\n  ..XX\n  X..X\n".replace("\n", System.lineSeparator()));
    }

    @Test
    void aFormulaIsDrawnOnSquaredPaper() throws IOException {
        Path drawn = root.resolve("drawn");

        assertThat(weaves("satin 8/3 warp", "-o", drawn.toString())).isZero();
        BufferedImage image = ImageIO.read(drawn.resolve("satin-8-3-warp.png").toFile());
        assertThat(image.getRGB(75, 5) & 0xffffff)
                .as("end 8 is down on the top row")
                .isEqualTo(0xffffff);
        assertThat(image.getRGB(65, 5) & 0xffffff).as("end 7 is up").isZero();
    }

    @Test
    void whatIsNoWeaveIsToldAndTheOthersAreCheckedAllTheSame() throws IOException {
        String bad = file("bad.txt", "XX\n..\n");

        assertThat(weaves(bad, "satin 8/2", "plain")).isEqualTo(ShuttleCommand.SOME_FAILED);
        assertThat(said.toString()).contains("bad.txt", "[3, 5]", "hint: ", "plain");
    }

    @Test
    void aDraftOfTwoLayersIsToldToLieLoose() throws IOException {
        // an upper plain cloth of the odd ends and picks, a lower one of the even ones
        assertThat(weaves(file("double.txt", "X...\nXXX.\n..X.\nX.XX\n"))).isZero();
        assertThat(said.toString()).contains("lie loose");
    }

    @Test
    void aFileThatIsNotThereIsUnusable() {
        assertThat(weaves("rose.wif")).isEqualTo(ShuttleCommand.UNUSABLE);
    }
}
