package dev.shuttle.loom.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.PaletteCsv.Woven;
import dev.shuttle.loom.print.PointPaperPdf.Print;
import dev.shuttle.loom.print.PrintLayout.Part;
import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointPaperPdfTest {
    private static final RowBands BANDS = new RowBands(2);
    private static final Print PLAIN = new Print(null, null);

    private static PointPaper paper(int ends, int lines, int colours, Density density) {
        byte[] labels = new byte[ends * lines];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) ((i % ends / 5 + i / ends / 5) % colours);
        }
        List<PaletteColour> palette = new ArrayList<>();
        for (int i = 0; i < colours; i++) {
            palette.add(new PaletteColour(i, Rgb.of(0xc03020 + i * 0x003050), 1, 1.0 / colours));
        }
        return new PointPaper(ends, lines, labels, new Palette(palette), density);
    }

    @Test
    void thePagesSayWhatIsOnThemAndTheLegendWhatItMeans() throws IOException {
        PointPaper paper = paper(130, 90, 3, new Density(40, 20));
        List<Woven> woven =
                List.of(new Woven("大红", "ground", ""), new Woven("silk", "weft 2", ""), new Woven("月白", "weft 3", ""));
        byte[] pdf = PointPaperPdf.write(paper, "牡丹 peony", woven, PLAIN, BANDS);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int parts = PrintLayout.of(paper, null).parts(paper).size();
            assertThat(document.getNumberOfPages()).isEqualTo(1 + parts);
            PDFTextStripper text = new PDFTextStripper();
            assertThat(text.getText(document))
                    .contains("130 ends × 90 lines", "3.3 × 4.5 cm", "130 经 × 90 纬", "#c03020", "33.33 %")
                    .contains("大红 ground", "silk weft 2", "月白 weft 3")
                    .contains("page 1 of " + parts + " 页", "ends 1 to", "牡丹 peony");
        }
    }

    @Test
    void aLegendOfManyColoursTakesMorePages() throws IOException {
        PointPaper paper = paper(5 * 64, 1, 64, Density.SQUARE);
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), PLAIN, BANDS))) {
            PDFTextStripper text = new PDFTextStripper();
            text.setStartPage(2);
            text.setEndPage(2);
            assertThat(text.getText(document))
                    .contains("63 " + paper.palette().rgb(63).hex());
        }
    }

    @Test
    void aNameThatIsTooLongForThePageIsCut() throws IOException {
        PointPaper paper = paper(20, 5, 4, Density.SQUARE);
        try (PDDocument document =
                Loader.loadPDF(PointPaperPdf.write(paper, "织锦".repeat(200), List.of(), PLAIN, BANDS))) {
            PDFTextStripper text = new PDFTextStripper();
            assertThat(text.getText(document)).contains("织锦织…").doesNotContain("织锦".repeat(40));
        }
    }

    @Test
    void aLetterThatNoFontHasIsAQuestionMark() throws IOException {
        PointPaper paper = paper(20, 5, 4, Density.SQUARE);
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony 🌸", List.of(), PLAIN, BANDS))) {
            assertThat(new PDFTextStripper().getText(document)).contains("peony ?");
        }
    }

    @Test
    void aCellHasItsColour() throws IOException {
        PointPaper paper = paper(40, 40, 3, Density.SQUARE);
        PrintLayout layout = PrintLayout.of(paper, null);
        Part part = layout.parts(paper).get(0);
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), PLAIN, BANDS))) {
            BufferedImage page = new PDFRenderer(document).renderImage(1, 3);
            for (int i = 0; i < 40; i += 3) {
                // A quarter into the cell, beside rules and symbol.
                int x = (int) (3 * (layout.x(part, i) + 0.13 * layout.cellWidth()));
                int y = (int) (3 * (layout.height() - layout.y(part, i) + 0.13 * layout.cellHeight()));
                assertThat(page.getRGB(x, y) & 0xffffff)
                        .isEqualTo(paper.palette().rgb(paper.label(i, i)).packed());
            }
        }
    }

    @Test
    void aLineOfCellsIsALineOfSymbols() throws IOException {
        PointPaper paper = paper(20, 5, 4, Density.SQUARE);
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), PLAIN, BANDS))) {
            PDFTextStripper text = new PDFTextStripper();
            text.setStartPage(2);
            assertThat(text.getText(document)).contains("AAAAABBBBBCCCCCDDDDD");
        }
    }

    @Test
    void symbolsBeginAgainWhereColoursAreMoreThanLetters() throws IOException {
        PointPaper paper = paper(5 * 70, 1, 70, Density.SQUARE);
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), PLAIN, BANDS))) {
            PDFTextStripper text = new PDFTextStripper();
            assertThat(text.getText(document)).contains("/////<<<<<>>>>>AAAAABBBBB");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 58.4, 21", "300, 200, 58.4, 21", "1080, 255, 58.4, 21", "160, 107, 20, 60", "2000, 1500, 30, 30"
    })
    void thePagesCoverThePaperAndOverlap(int ends, int lines, double endsPerCm, double linesPerCm) {
        PointPaper paper = paper(ends, lines, 2, new Density(endsPerCm, linesPerCm));
        PrintLayout layout = PrintLayout.of(paper, null);
        boolean[][] seen = new boolean[lines][ends];
        for (Part part : layout.parts(paper)) {
            assertThat(layout.x(part, part.right())).isLessThanOrEqualTo(layout.width() - PrintLayout.MARGIN + 1);
            assertThat(layout.y(part, part.bottom())).isGreaterThanOrEqualTo(PrintLayout.MARGIN - 1);
            for (int line = part.top(); line < part.bottom(); line++) {
                Arrays.fill(seen[line], part.left(), part.right(), true);
            }
        }
        boolean all = true;
        for (boolean[] line : seen) {
            for (boolean cell : line) {
                all &= cell;
            }
        }
        assertThat(all).isTrue();
        assertThat(layout.cellHeight() / layout.cellWidth())
                .isCloseTo((float) (endsPerCm / linesPerCm), Percentage.withPercentage(0.1));
    }

    @Test
    void chineseLettersAreDrawnIntoTheFileWhereThereIsAFont() throws IOException {
        PrintFont font = PrintFont.of(PointPaperPdfTest::chineseFont).orElseThrow();
        byte[] pdf =
                PointPaperPdf.write(paper(20, 5, 4, Density.SQUARE), "牡丹", List.of(), new Print(null, font), BANDS);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("牡丹", "颜色", "占比");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont used = page.getResources().getFont(name);
                    assertThat(used.isEmbedded() || used instanceof PDType3Font)
                            .as(used.getName())
                            .isTrue();
                }
            }
            BufferedImage page = new PDFRenderer(document).renderImage(0, 4);
            assertThat(ink(page, PrintLayout.MARGIN, 1.5f * PrintLayout.MARGIN - 13, 30, 15))
                    .isGreaterThan(50);
        }
    }

    /** Dark pixels of a part of a page that is drawn at four pixels a point. */
    private static int ink(BufferedImage page, float x, float y, float width, float height) {
        int dark = 0;
        for (int row = (int) (4 * y); row < 4 * (y + height); row++) {
            for (int column = (int) (4 * x); column < 4 * (x + width); column++) {
                dark += (page.getRGB(column, row) & 0xff) < 128 ? 1 : 0;
            }
        }
        return dark;
    }

    /** The Latin font that comes with PDFBox, its letters A to Z taken for Chinese ones. */
    private static byte[] chineseFont() throws IOException {
        try (InputStream in =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return withChineseLetters(in.readAllBytes());
        }
    }

    /** A font file whose cmap is one of ours, in format 12, that has every letter from 一 to 鿿 as some glyph. */
    private static byte[] withChineseLetters(byte[] font) {
        ByteBuffer all = ByteBuffer.wrap(font);
        int tables = all.getShort(4);
        int groups = 11;
        ByteBuffer table = ByteBuffer.allocate(28 + 12 * groups)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 10)
                .putInt(12)
                .putShort((short) 12)
                .putShort((short) 0)
                .putInt(16 + 12 * groups)
                .putInt(0)
                .putInt(groups);
        for (int i = 0; i < groups; i++) {
            table.putInt(0x4e00 + 2000 * i).putInt(0x4e00 + 2000 * i + 1999).putInt(40);
        }
        byte[] cmap = table.array();
        ByteBuffer changed =
                ByteBuffer.allocate(font.length + cmap.length).put(font).put(cmap);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            if (all.getInt(entry) == 0x636d6170) {
                changed.putInt(entry + 8, font.length).putInt(entry + 12, cmap.length);
            }
        }
        return changed.array();
    }

    @Test
    void pagesOfOneColourAreLeftOutAndTold() throws IOException {
        byte[] labels = new byte[600 * 400];
        labels[3] = 1;
        Palette palette = new Palette(List.of(
                new PaletteColour(0, Rgb.of(0xf4efe0), labels.length - 1, 0.99),
                new PaletteColour(1, Rgb.of(0xb3202a), 1, 0.01)));
        PointPaper paper = new PointPaper(600, 400, labels, palette, Density.SQUARE);
        int all = PrintLayout.of(paper, null).parts(paper).size();
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), PLAIN, BANDS))) {
            assertThat(all).isGreaterThan(4);
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains((all - 1) + " of one colour throughout and left out", "2 A, 3 A", "page 1 of " + all);
        }
    }

    @ParameterizedTest
    @CsvSource({", 32", "A4, 81", "A3, 45", "A0, 6", "ROLL, 2", "OVERVIEW, 1"})
    void aPaperTakesNoMoreSheetsThanAreAskedFor(PrintSize size, int most) {
        PointPaper paper = paper(1080, 285, 2, new Density(58.4, 21));
        PrintLayout layout = PrintLayout.of(paper, size);
        assertThat(layout.parts(paper)).hasSizeLessThanOrEqualTo(most);
        if (size != null && size != PrintSize.OVERVIEW) {
            assertThat(layout.cellWidth()).as("as large as it may be").isGreaterThan(4.5f);
        }
    }
}
