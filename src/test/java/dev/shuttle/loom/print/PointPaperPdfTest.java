package dev.shuttle.loom.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.PaletteCsv.Woven;
import dev.shuttle.loom.print.PrintLayout.Part;
import dev.shuttle.loom.work.RowBands;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointPaperPdfTest {
    private static final RowBands BANDS = new RowBands(2);

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
        byte[] pdf = PointPaperPdf.write(paper, "牡丹 peony", woven, BANDS);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int parts = PrintLayout.of(paper).parts(paper).size();
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
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), BANDS))) {
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
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "织锦".repeat(200), List.of(), BANDS))) {
            PDFTextStripper text = new PDFTextStripper();
            assertThat(text.getText(document)).contains("织锦织…").doesNotContain("织锦".repeat(40));
        }
    }

    @Test
    void aLetterThatNoFontHasIsAQuestionMark() throws IOException {
        PointPaper paper = paper(20, 5, 4, Density.SQUARE);
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony 🌸", List.of(), BANDS))) {
            assertThat(new PDFTextStripper().getText(document)).contains("peony ?");
        }
    }

    @Test
    void aCellHasItsColour() throws IOException {
        PointPaper paper = paper(40, 40, 3, Density.SQUARE);
        PrintLayout layout = PrintLayout.of(paper);
        Part part = layout.parts(paper).get(0);
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), BANDS))) {
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
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), BANDS))) {
            PDFTextStripper text = new PDFTextStripper();
            text.setStartPage(2);
            assertThat(text.getText(document)).contains("AAAAABBBBBCCCCCDDDDD");
        }
    }

    @Test
    void symbolsBeginAgainWhereColoursAreMoreThanLetters() throws IOException {
        PointPaper paper = paper(5 * 70, 1, 70, Density.SQUARE);
        try (PDDocument document = Loader.loadPDF(PointPaperPdf.write(paper, "peony", List.of(), BANDS))) {
            PDFTextStripper text = new PDFTextStripper();
            assertThat(text.getText(document)).contains("/////<<<<<>>>>>AAAAABBBBB");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 58.4, 21", "300, 200, 58.4, 21", "1080, 255, 58.4, 21", "160, 107, 20, 60", "2000, 1500, 30, 30"
    })
    void thePagesCoverThePaperAndOverlap(int ends, int lines, double endsPerCm, double linesPerCm) {
        PointPaper paper = paper(ends, lines, 2, new Density(endsPerCm, linesPerCm));
        PrintLayout layout = PrintLayout.of(paper);
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
}
