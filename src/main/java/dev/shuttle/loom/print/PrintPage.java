package dev.shuttle.loom.print;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.print.PrintLayout.Part;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** One page of a point paper: colours, symbols, grid and rulers. */
final class PrintPage {
    /** Every eighth rule is bold, as on design paper. */
    private static final int BOLD = 8;

    private static final float FINE_RULE = 0.15f;
    private static final float BOLD_RULE = 0.7f;
    private static final float RULER_TYPE = 6;
    /** Rules that are nearer to one another hide what is between them, points. */
    private static final float NEAREST_RULES = 1.2f;

    private final PrintLayout layout;
    private final Part part;
    private final PDImageXObject cells;
    private final @Nullable PDFormXObject symbols;
    private final Lettering letters;
    private final PDPageContentStream out;

    /** @param symbols those of the page's cells; null where cells are too small */
    PrintPage(
            PrintLayout layout,
            Part part,
            PDImageXObject cells,
            @Nullable PDFormXObject symbols,
            Lettering letters,
            PDPageContentStream out) {
        this.layout = layout;
        this.part = part;
        this.cells = cells;
        this.symbols = symbols;
        this.letters = letters;
        this.out = out;
    }

    void draw(String foot) throws IOException {
        cells();
        if (symbols != null) {
            out.drawForm(symbols);
        }
        rules();
        rulers();
        ink(Rgb.BLACK);
        float width = layout.width() - 2 * PrintLayout.MARGIN;
        String all = letters.cut(foot, width, RULER_TYPE + 1);
        letters.write(out, all, PrintLayout.MARGIN, PrintLayout.MARGIN / 2, RULER_TYPE + 1);
    }

    private void cells() throws IOException {
        float left = layout.x(part, part.left());
        float bottom = layout.y(part, part.bottom());
        out.drawImage(cells, left, bottom, layout.x(part, part.right()) - left, layout.y(part, part.top()) - bottom);
    }

    private void rules() throws IOException {
        out.setStrokingColor(0.45f);
        float cell = Math.min(layout.cellWidth(), layout.cellHeight());
        for (boolean bold : new boolean[] {false, true}) {
            if ((bold ? BOLD * cell / 3 : cell) < NEAREST_RULES) {
                continue;
            }
            out.setLineWidth(bold ? BOLD_RULE : FINE_RULE);
            for (int end = part.left(); end <= part.right(); end++) {
                if ((end % BOLD == 0) == bold) {
                    rule(
                            layout.x(part, end),
                            layout.y(part, part.top()),
                            layout.x(part, end),
                            layout.y(part, part.bottom()));
                }
            }
            for (int line = part.top(); line <= part.bottom(); line++) {
                if ((line % BOLD == 0) == bold) {
                    rule(
                            layout.x(part, part.left()),
                            layout.y(part, line),
                            layout.x(part, part.right()),
                            layout.y(part, line));
                }
            }
            out.stroke();
        }
    }

    private void rule(float x, float y, float toX, float toY) throws IOException {
        out.moveTo(x, y);
        out.lineTo(toX, toY);
    }

    /** The number of the last end or line before a bold rule, at that rule. */
    private void rulers() throws IOException {
        ink(Rgb.BLACK);
        int across = step(layout.cellWidth());
        for (int end = part.left() / across * across + across; end <= part.right(); end += across) {
            String number = String.valueOf(end);
            float width = letters.width(number, RULER_TYPE);
            letters.write(out, number, layout.x(part, end) - width, layout.y(part, part.top()) + 3, RULER_TYPE);
        }
        int down = step(layout.cellHeight());
        for (int line = part.top() / down * down + down; line <= part.bottom(); line += down) {
            String number = String.valueOf(line);
            float width = letters.width(number, RULER_TYPE);
            letters.write(out, number, layout.x(part, part.left()) - 3 - width, layout.y(part, line) + 1, RULER_TYPE);
        }
    }

    /** A multiple of eight cells that leaves room for a number. */
    private static int step(float cell) {
        int step = BOLD;
        while (step * cell < 3.5f * RULER_TYPE) {
            step *= 2;
        }
        return step;
    }

    private void ink(Rgb colour) throws IOException {
        out.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
    }
}
