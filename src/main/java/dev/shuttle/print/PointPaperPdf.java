package dev.shuttle.print;

import dev.shuttle.loom.PointPaper;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.print.PrintLayout.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A point paper to print on A4: cells in their proportion on the cloth, a fine grid, every eighth rule bold, rulers, a
 * symbol for each colour where cells are large enough, eight cells in common with the next page to glue it on, and a legend
 * first.
 */
public final class PointPaperPdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private PointPaperPdf() {}

    /**
     * The whole file.
     *
     * @param weaves for each colour by index what it is woven with, in ASCII; may be empty
     * @param bands share the pages' pictures out
     */
    public static byte[] write(PointPaper paper, List<String> weaves, RowBands bands) throws IOException {
        PrintLayout layout = PrintLayout.of(paper);
        List<Part> parts = layout.parts(paper);
        byte[][] pixels = new byte[parts.size()][];
        bands.run(pixels.length, 1, (from, to) -> pixels[from] = CellPicture.deflated(paper, parts.get(from)));
        try (PDDocument document = new PDDocument()) {
            PDFont font = font(document);
            document.setDocumentId(0L);
            CellFont cells = CellFont.fits(layout) ? new CellFont(document, paper.palette(), layout, font) : null;
            legend(document, paper, parts.size(), weaves, font);
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                String foot = "page " + (i + 1) + " of " + parts.size() + "   ends " + (part.left() + 1) + " to "
                        + part.right() + "   lines " + (part.top() + 1) + " to " + part.bottom();
                try (PDPageContentStream out = page(document, new PDRectangle(layout.width(), layout.height()))) {
                    new PrintPage(
                                    layout,
                                    part,
                                    CellPicture.of(document, pixels[i], paper.palette(), part),
                                    cells == null ? null : cells.symbols(paper, part),
                                    font,
                                    out)
                            .draw(foot);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /**
     * The font that comes with PDFBox, its used letters embedded: one of the system would be searched for among all its fonts.
     * Ligatures off: to look for them takes longer than all the rest.
     */
    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, FONT)));
            font.setEnableGsub(false);
            return PDType0Font.load(document, font, true);
        }
    }

    private static void legend(PDDocument document, PointPaper paper, int pages, List<String> weaves, PDFont font)
            throws IOException {
        String title = paper.ends() + " ends x " + paper.lines() + " lines, "
                + paper.palette().size() + " colours, " + pages + " pages; ends from the left, lines from the top";
        try (PDPageContentStream out = page(document, PDRectangle.A4)) {
            new PrintLegend(font, out, PDRectangle.A4.getHeight() - 2 * PrintLayout.MARGIN)
                    .draw(title, paper.palette().colours(), weaves);
        }
    }

    private static PDPageContentStream page(PDDocument document, PDRectangle size) throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }
}
