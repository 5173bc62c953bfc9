package dev.shuttle.loom.print;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.print.PrintLayout.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Where on the paper each page lies, and which are left out because they are of one colour. */
final class PageMap {
    private static final float LARGEST = 9;

    private final PointPaper paper;
    private final PrintLayout layout;
    private final List<Part> parts;
    /** By page the only colour it has; below 0 where it is drawn. */
    private final List<Integer> only = new ArrayList<>();

    PageMap(PointPaper paper, PrintLayout layout) {
        this.paper = paper;
        this.layout = layout;
        this.parts = layout.parts(paper);
        for (Part part : parts) {
            only.add(parts.size() == 1 ? -1 : part.only(paper));
        }
        if (only.stream().allMatch(colour -> colour >= 0)) {
            only.set(0, -1);
        }
    }

    List<Part> parts() {
        return parts;
    }

    boolean isDrawn(int page) {
        return only.get(page) < 0;
    }

    /** How many pages are drawn. */
    int drawn() {
        return (int) only.stream().filter(colour -> colour < 0).count();
    }

    /** Such as {@code 3 A, 7 A}: the pages that are left out, from 1, each with its colour's symbol. */
    String leftOut() {
        List<String> pages = new ArrayList<>();
        for (int page = 0; page < only.size(); page++) {
            if (only.get(page) >= 0) {
                pages.add((page + 1) + " " + Symbols.of(only.get(page)));
            }
        }
        return String.join(", ", pages);
    }

    /** How wide over how high the whole is. */
    float proportion() {
        return paper.ends() * layout.cellWidth() / (paper.lines() * layout.cellHeight());
    }

    /** Draws the borders and numbers of all pages into a frame of that width; with its left upper corner there. */
    void draw(PDPageContentStream out, Lettering letters, float x, float top, float wide) throws IOException {
        float scale = wide / (paper.ends() * layout.cellWidth());
        out.setLineWidth(0.5f);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            float left = x + part.left() * layout.cellWidth() * scale;
            float bottom = top - part.bottom() * layout.cellHeight() * scale;
            float width = (part.right() - part.left()) * layout.cellWidth() * scale;
            float height = (part.bottom() - part.top()) * layout.cellHeight() * scale;
            out.addRect(left, bottom, width, height);
            out.stroke();
            String number = isDrawn(i) ? String.valueOf(i + 1) : "(" + (i + 1) + ")";
            float type = Math.min(LARGEST, 0.5f * Math.min(width, height));
            float written = letters.width(number, type);
            float from = left + (width - written) / 2;
            float base = bottom + (height - 0.7f * type) / 2;
            out.setNonStrokingColor(1f);
            out.addRect(from - 1, base - 1, written + 2, type);
            out.fill();
            out.setNonStrokingColor(0f);
            letters.write(out, number, from, base, type);
        }
    }
}
