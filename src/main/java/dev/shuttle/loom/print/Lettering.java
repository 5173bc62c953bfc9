package dev.shuttle.loom.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Writes words of any language: Latin, Greek and Cyrillic letters from an embedded font, all others from the machine's Chinese
 * one. Where it has none, they are named and not embedded, and some readers show boxes.
 */
final class Lettering {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** After spaces, and beside Chinese letters, but not before the marks that end a phrase. */
    private static final Pattern BREAKS =
            Pattern.compile("(?<=\\s)|(?<=[\\x{2E80}-\\x{9FFF}，。；：、）])(?![，。；：、）])|(?=[\\x{2E80}-\\x{9FFF}（])");

    private final PDFont latin;
    private final CmapLookup hasLatin;
    private final PDDocument document;
    private final @Nullable PrintFont machine;
    private final List<DrawnFont> drawn = new ArrayList<>();
    private final PDFont named = new ChineseFont();

    /**
     * The font that comes with PDFBox, its used letters embedded: one of the system would be searched for among all its fonts.
     * Ligatures off: to look for them takes longer than all the rest.
     *
     * @param machine with Chinese letters; null where there is none
     */
    Lettering(PDDocument document, @Nullable PrintFont machine) throws IOException {
        this.document = document;
        this.machine = machine;
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, FONT)));
            font.setEnableGsub(false);
            hasLatin = font.getUnicodeCmapLookup();
            latin = PDType0Font.load(document, font, true);
        }
    }

    /** The font of symbols, numbers and European words. */
    PDFont latin() {
        return latin;
    }

    /** How wide a text is, in points. */
    float width(String text, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text)) {
            width += run.font.getStringWidth(run.text) / 1000 * size;
        }
        return width;
    }

    /** As much of a text as has room in {@code width} points. */
    String cut(String text, float width, float size) throws IOException {
        if (width(text, size) <= width) {
            return text;
        }
        int letters = text.length();
        while (letters > 0 && width(text.substring(0, letters) + "…", size) > width) {
            letters--;
        }
        return text.substring(0, letters) + "…";
    }

    /** A text in lines of that width at most, broken at spaces and between Chinese letters; one line at least. */
    List<String> wrap(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BREAKS.split(text, 0)) {
            if (!line.isEmpty() && width(line + word.stripTrailing(), size) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
            while (width(line.toString().stripTrailing(), size) > width && line.length() > 1) {
                int letters = line.length() - 1;
                while (letters > 1 && width(line.substring(0, letters), size) > width) {
                    letters--;
                }
                lines.add(line.substring(0, letters));
                line.delete(0, letters);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Writes a text with its left end at a point of the page. */
    void write(PDPageContentStream out, String text, float x, float y, float size) throws IOException {
        out.beginText();
        out.newLineAtOffset(x, y);
        for (Run run : runs(text)) {
            out.setFont(run.font, size);
            out.showText(run.text);
        }
        out.endText();
    }

    /** Letters one after the other that are of one font. */
    private record Run(PDFont font, String text) {}

    private List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        PDFont font = latin;
        for (int letter : text.codePoints().toArray()) {
            PDFont next = fontOf(letter);
            if (!next.equals(font) && !letters.isEmpty()) {
                runs.add(new Run(font, letters.toString()));
                letters.setLength(0);
            }
            font = next;
            letters.appendCodePoint(isKnown(letter) ? letter : '?');
        }
        if (!letters.isEmpty()) {
            runs.add(new Run(font, letters.toString()));
        }
        return runs;
    }

    private PDFont fontOf(int letter) {
        if (isLatin(letter) || !isKnown(letter)) {
            return latin;
        }
        return machine == null ? named : drawn(machine, letter);
    }

    private DrawnFont drawn(PrintFont font, int letter) {
        for (DrawnFont known : drawn) {
            if (known.takes(letter)) {
                return known;
            }
        }
        DrawnFont next = new DrawnFont(document, font);
        next.takes(letter);
        drawn.add(next);
        return next;
    }

    private boolean isKnown(int letter) {
        return isLatin(letter) || (machine == null ? ChineseFont.names(letter) : machine.letter(letter) != null);
    }

    private boolean isLatin(int letter) {
        return hasLatin.getGlyphId(letter) != 0;
    }
}
