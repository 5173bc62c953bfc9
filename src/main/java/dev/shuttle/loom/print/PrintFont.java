package dev.shuttle.loom.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A font of the machine, of which the letters that are used are drawn into a print as outlines. The outlines once drawn are
 * kept for later prints; the font itself only while there is memory.
 */
public final class PrintFont {
    /** Letters without which it is of no use for Chinese. */
    private static final String LEAST = "经纬纱组织意匠";

    private static final double UNITS = 1000;

    private final Source source;
    private final Map<Integer, Optional<Letter>> letters = new ConcurrentHashMap<>();
    private SoftReference<TrueTypeFont> parsed;

    /**
     * A letter's shape.
     *
     * @param outline in thousandths of the type's size, y upwards
     * @param width how far the next letter is
     */
    record Letter(GeneralPath outline, float width) {}

    /** Where its bytes are. */
    @FunctionalInterface
    public interface Source {
        /** All of them, from the first. */
        byte[] read() throws IOException;
    }

    private PrintFont(Source source, TrueTypeFont font) {
        this.source = source;
        this.parsed = new SoftReference<>(font);
    }

    /**
     * A font: TrueType, OpenType or a collection.
     *
     * @return empty where it cannot be read, has no Chinese letters, or its maker forbids that they stand in documents
     */
    public static Optional<PrintFont> of(Source source) {
        try {
            TrueTypeFont font = parse(source.read());
            PrintFont print = new PrintFont(source, font);
            boolean usable = isAllowed(font) && LEAST.codePoints().allMatch(letter -> print.letter(letter) != null);
            return usable ? Optional.of(print) : Optional.empty();
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    /** A letter's shape; null where the font has none. */
    @Nullable
    Letter letter(int letter) {
        return letters.computeIfAbsent(letter, this::drawn).orElse(null);
    }

    private Optional<Letter> drawn(int letter) {
        try {
            TrueTypeFont font = font();
            int glyph = font.getUnicodeCmapLookup().getGlyphId(letter);
            if (glyph == 0) {
                return Optional.empty();
            }
            double scale = UNITS / font.getUnitsPerEm();
            GeneralPath outline = outline(font, glyph);
            outline.transform(AffineTransform.getScaleInstance(scale, scale));
            return Optional.of(new Letter(outline, (float) (font.getAdvanceWidth(glyph) * scale)));
        } catch (IOException gone) {
            return Optional.empty(); // its file was there a moment ago
        }
    }

    private synchronized TrueTypeFont font() throws IOException {
        TrueTypeFont font = parsed.get();
        if (font == null) {
            font = parse(source.read());
            parsed = new SoftReference<>(font);
        }
        return font;
    }

    private static GeneralPath outline(TrueTypeFont font, int glyph) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            CFFFont compact = open.getCFF().getFont();
            int named = compact instanceof CFFCIDFont ? compact.getCharset().getCIDForGID(glyph) : glyph;
            return new GeneralPath(compact.getType2CharString(named).getPath());
        }
        GlyphData data = font.getGlyph().getGlyph(glyph);
        return data == null ? new GeneralPath() : data.getPath();
    }

    /** By the bits of OS/2 that say what a font's maker allows; OpenType, fsType. */
    private static boolean isAllowed(TrueTypeFont font) throws IOException {
        OS2WindowsMetricsTable table = font.getOS2Windows();
        return table == null || table.getFsType() != OS2WindowsMetricsTable.FSTYPE_RESTRICTED;
    }

    private static TrueTypeFont parse(byte[] bytes) throws IOException {
        RandomAccessReadBuffer read = new RandomAccessReadBuffer(bytes);
        return switch (new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1)) {
            case "ttcf" -> ofCollection(bytes);
            case "OTTO" -> new OTFParser().parse(read);
            default -> new TTFParser().parse(read);
        };
    }

    /** The simplified Chinese one, or else the first. */
    private static TrueTypeFont ofCollection(byte[] bytes) throws IOException {
        List<TrueTypeFont> found = new ArrayList<>();
        new TrueTypeCollection(new ByteArrayInputStream(bytes)).processAllFonts(found::add);
        for (TrueTypeFont font : found) {
            if (font.getName().contains("SC")) {
                return font;
            }
        }
        return found.stream().findFirst().orElseThrow(() -> new IOException("no font in the collection"));
    }
}
