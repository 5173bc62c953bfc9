package dev.shuttle.loom.print;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.PaletteCsv.Woven;
import dev.shuttle.loom.print.PrintLayout.Part;
import dev.shuttle.loom.work.RowBands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * A point paper to print, on A4 unless other sheets are asked for: cells in their proportion on the cloth, a fine grid, every eighth rule bold, rulers, a
 * symbol for each colour where cells are large enough, eight cells in common with the next page to glue it on, and a legend
 * first. Pages of one colour throughout are left out, and the legend says so.
 */
public final class PointPaperPdf {
    /**
     * How it is printed.
     *
     * @param size the sheets; null: some sheets A4
     * @param font with Chinese letters; null where the machine has none
     */
    public record Print(@Nullable PrintSize size, @Nullable PrintFont font) {}

    private PointPaperPdf() {}

    /**
     * The whole file.
     *
     * @param title what every page is headed by, in any language
     * @param woven for each colour by index what it is woven with; may be empty
     * @param print on what, and in which letters
     * @param bands share the pages' pictures out
     */
    public static byte[] write(PointPaper paper, String title, List<Woven> woven, Print print, RowBands bands)
            throws IOException {
        PrintLayout layout = PrintLayout.of(paper, print.size());
        PageMap map = new PageMap(paper, layout);
        List<Part> parts = map.parts();
        byte[][] pixels = new byte[parts.size()][];
        bands.run(
                pixels.length,
                1,
                (from, to) ->
                        pixels[from] = map.isDrawn(from) ? CellPicture.deflated(paper, parts.get(from)) : new byte[0]);
        try (PDDocument document = new PDDocument()) {
            Lettering letters = new Lettering(document, print.font());
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(title);
            CellFont cells =
                    CellFont.fits(layout) ? new CellFont(document, paper.palette(), layout, letters.latin()) : null;
            PrintLegend legend = new PrintLegend(paper, title, woven, map, letters);
            for (int i = 0; i < legend.pages(); i++) {
                try (PDPageContentStream out = page(document, PDRectangle.A4)) {
                    legend.draw(i, out);
                }
            }
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                if (!map.isDrawn(i)) {
                    continue;
                }
                try (PDPageContentStream out = page(document, new PDRectangle(layout.width(), layout.height()))) {
                    new PrintPage(
                                    layout,
                                    part,
                                    CellPicture.of(document, pixels[i], paper.palette(), part),
                                    cells == null ? null : cells.symbols(paper, part),
                                    letters,
                                    out)
                            .draw(foot(title, part, i + 1, parts.size()));
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static String foot(String title, Part part, int page, int pages) {
        return "page " + page + " of " + pages + " 页    ends " + (part.left() + 1) + " to " + part.right()
                + " 经    lines " + (part.top() + 1) + " to " + part.bottom() + " 纬    " + title;
    }

    private static PDPageContentStream page(PDDocument document, PDRectangle size) throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }
}
