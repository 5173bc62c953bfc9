package dev.shuttle.loom.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.weave.UnitWeave;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One's own weaves: as text, as a picture, as the draft of another program. */
class WeaveFileTest {
    private static UnitWeave read(String name, String text) throws WeaveException {
        return WeaveFile.read(name, text.getBytes(UTF_8));
    }

    @Test
    void aTextIsRowsOfCrosses() throws WeaveException {
        UnitWeave weave = read("mine.txt", "# for the leaves\nXX..\n.XX.\n..XX\nX..X\n");
        assertThat(weave.name()).isEqualTo("mine.txt");
        assertThat(WeaveFormulaTest.rows(weave)).containsExactly("XX..", ".XX.", "..XX", "X..X");
    }

    @Test
    void aRowThatIsTooLongIsRefusedBeforeItsRepeatIsSought() {
        assertThatThrownBy(() -> read("long.txt", ".".repeat(200_000) + "X\n")).hasMessageContaining("200001");
    }

    @Test
    void onesAndNoughtsAreCrossesAndPointsToo() throws WeaveException {
        assertThat(WeaveFormulaTest.rows(read("a.txt", "110\r\n011\r\n101"))).containsExactly("XX.", ".XX", "X.X");
    }

    @Test
    void aTextMayHoldSeveralWeavesByName() throws WeaveException {
        String text = "# weave: leaf\nX.\n.X\n\n# weave: 花\nX...\n.X..\n..X.\n...X\n";
        assertThat(read("mine.txt#leaf", text).ends()).isEqualTo(2);
        assertThat(read("mine.txt#花", text).ends()).isEqualTo(4);
        assertThatThrownBy(() -> read("mine.txt", text)).hasMessageContaining("2 weaves");
        assertThatThrownBy(() -> read("mine.txt#stem", text)).hasMessageContaining("stem");
    }

    @Test
    void aTextInGbkIsRead() throws WeaveException {
        byte[] gbk = "# weave: 花\nX.\n.X\n".getBytes(Charset.forName("GB18030"));
        assertThat(WeaveFile.read("mine.txt#花", gbk).ends()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a remark\n", "X.\n.X.\n", "X.\nyes\n", "XX\n..\n", "X.\nX.\n"})
    void aTextThatHoldsNoWeaveIsRefused(String text) {
        assertThatThrownBy(() -> read("mine.txt", text))
                .isInstanceOfSatisfying(
                        WeaveException.class, e -> assertThat(e.hint()).isNotBlank());
    }

    @Test
    void aRaggedRowIsToldWithItsLine() {
        assertThatThrownBy(() -> read("mine.txt", "X.X\n.X.\n\nX.\n.X.\n")).hasMessageContaining("line 5");
    }

    private static byte[] picture(String format, int type, String... rows) throws IOException {
        BufferedImage image = new BufferedImage(rows[0].length(), rows.length, type);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[0].length(); x++) {
                image.setRGB(x, y, rows[y].charAt(x) == 'X' ? 0 : 0xffffff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void aPictureIsOneRepeatWithTheEndsThatAreUpInBlack(String format) throws IOException, WeaveException {
        byte[] file = picture(format, BufferedImage.TYPE_BYTE_BINARY, "X..", ".X.", "..X");
        assertThat(WeaveFormulaTest.rows(WeaveFile.read("a." + format, file))).containsExactly("X..", ".X.", "..X");
    }

    @Test
    void ofAPieceTheRepeatIsTakenAlsoWhereTheLastIsCutOff() throws IOException, WeaveException {
        byte[] file =
                picture("png", BufferedImage.TYPE_INT_RGB, "X..X..X..X", ".X..X..X..", "..X..X..X.", "X..X..X..X");
        assertThat(WeaveFile.read("a.png", file).ends()).isEqualTo(3);
        byte[] more = picture(
                "png",
                BufferedImage.TYPE_INT_RGB,
                "X..X..X",
                ".X..X..",
                "..X..X.",
                "X..X..X",
                ".X..X..",
                "..X..X.",
                "X..X..X");
        assertThat(WeaveFormulaTest.rows(WeaveFile.read("a.png", more))).containsExactly("X..", ".X.", "..X");
    }

    @Test
    void aPictureWithMoreColoursIsRefusedWithTheFirstPlace() throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xffffff);
        image.setRGB(1, 1, 0xc0c0c0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        assertThatThrownBy(() -> WeaveFile.read("a.png", out.toByteArray()))
                .hasMessageContaining("#c0c0c0 at end 2, row 2");
    }

    @Test
    void aPictureOfAWholeDesignIsRefused() throws IOException {
        BufferedImage image = new BufferedImage(600, 20, BufferedImage.TYPE_BYTE_BINARY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        assertThatThrownBy(() -> WeaveFile.read("a.png", out.toByteArray())).hasMessageContaining("600 ends by 20");
    }

    /** As a program for hand weavers writes a twill over 20 ends: tie-up and treadling, sections in its own order. */
    static String fiberworksStyle() {
        StringBuilder wif = new StringBuilder("[WIF]\nVersion=1.1\nDate=April 20, 1997\nSource Program=PCW\n\n");
        wif.append("[CONTENTS]\nWEAVING=yes\nWARP=yes\nWEFT=yes\nTIEUP=yes\nTHREADING=yes\nTREADLING=yes\n\n");
        wif.append("[WEAVING]\nShafts=4\nTreadles=4\nRising Shed=yes\n\n[WARP]\nThreads=20\nUnits=Inches\n\n");
        wif.append("[WEFT]\nThreads=12\n\n[TIEUP]\n1=1,2\n2=2,3\n3=3,4\n4=1,4\n\n[THREADING]\n");
        for (int end = 1; end <= 20; end++) {
            wif.append(end).append('=').append((end - 1) % 4 + 1).append('\n');
        }
        wif.append("\n[TREADLING]\n");
        for (int pick = 1; pick <= 12; pick++) {
            wif.append(pick).append('=').append((pick - 1) % 4 + 1).append('\n');
        }
        return wif.toString();
    }

    @Test
    void ofADraftTheRepeatIsTakenAndItsFirstPickIsAtTheBottom() throws WeaveException {
        UnitWeave weave = read("rose.wif", fiberworksStyle());
        assertThat(WeaveFormulaTest.rows(weave)).containsExactly("X..X", "..XX", ".XX.", "XX..");
    }

    @Test
    void aWifOfAWholeClothIsRefusedBeforeItIsDrawn() {
        String wif = "[WIF]\nVersion=1.1\n[THREADING]\n90000=1\n[LIFTPLAN]\n4000=1\n";
        assertThatThrownBy(() -> read("rose.wif", wif)).hasMessageContaining("90000 ends by 4000 picks");
    }

    @Test
    void aWifThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read("rose.wif", "[WIF]\nVersion=1.1\n"))
                .isInstanceOfSatisfying(
                        WeaveException.class, e -> assertThat(e.message()).startsWith("rose.wif: "));
    }

    @Test
    void namesOfFilesAreToldFromFormulas() {
        assertThat(List.of("a.wif", "a.WIF", "b.txt#leaf", "牡丹.png")).allMatch(WeaveFile::isName);
        assertThat(List.of("plain", "satin 8/3 weft", "wif", "a.jpg")).noneMatch(WeaveFile::isName);
    }
}
