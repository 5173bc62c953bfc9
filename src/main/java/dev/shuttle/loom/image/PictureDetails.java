package dev.shuttle.loom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says beside its pixels. What cannot be read is left out: none of it is needed to decode the picture.
 *
 * @param texts comments: of a PNG the texts with the keyword Comment, of a TIFF its description, of a GIF or
 *     JPEG its comments
 * @param resolution null where the file names none
 * @param table 0xRRGGBB by index where pixels are indices; empty elsewhere
 */
public record PictureDetails(List<String> texts, @Nullable Resolution resolution, List<Integer> table) {
    private static final PictureDetails NONE = new PictureDetails(List.of(), null, List.of());
    private static final String KEYWORD = "comment";
    private static final int MOST_TEXTS = 32;
    private static final int TIFF_DESCRIPTION = 270;
    private static final int TIFF_ACROSS = 282;
    private static final int TIFF_DOWN = 283;
    private static final int TIFF_UNIT = 296;
    private static final int TIFF_TABLE = 320;
    private static final int JPEG_COMMENT = 0xfe;
    private static final int START_OF_SCAN = 0xda;
    private static final int INCHES = 2;
    private static final int CENTIMETRES = 3;

    public PictureDetails {
        texts = List.copyOf(texts);
        table = List.copyOf(table);
    }

    /** Pixels per centimetre, above 0. */
    public record Resolution(double across, double down) {
        static @Nullable Resolution of(double across, double down) {
            return across >= 0.01 && down >= 0.01 && across <= 10_000 && down <= 10_000
                    ? new Resolution(across, down)
                    : null;
        }
    }

    /** Reads a whole file of any format; of WebP nothing is known here. */
    public static PictureDetails read(byte[] file) {
        PictureFormat format = PictureFormat.of(file).orElse(null);
        if (format == null) {
            return NONE;
        }
        try {
            return switch (format) {
                case PNG -> png(file);
                case BMP -> bmp(file);
                case TIFF -> tiff(file);
                case GIF -> gif(file);
                case JPEG -> jpeg(file);
                case WEBP -> NONE;
            };
        } catch (PictureException | RuntimeException damaged) {
            return NONE;
        }
    }

    private static PictureDetails png(byte[] file) throws PictureException {
        Bytes bytes = new Bytes(file);
        List<String> texts = new ArrayList<>();
        List<Integer> table = new ArrayList<>();
        Resolution resolution = null;
        for (long at = 8; at + 12 <= file.length; at += 12 + bytes.u32(at, false)) {
            int from = (int) at + 8;
            int end = (int) Math.min(file.length, from + bytes.u32(at, false));
            if (bytes.has(at + 4, "pHYs") && bytes.u8(from + 8) == 1) {
                resolution = Resolution.of(bytes.u32(from, false) / 100.0, bytes.u32(from + 4, false) / 100.0);
            } else if (bytes.has(at + 4, "PLTE")) {
                colours(bytes, from, (end - from) / 3, table);
            } else if (texts.size() < MOST_TEXTS) {
                String text = pngText(file, new String(file, (int) at + 4, 4, ISO_8859_1), from, end);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        boolean indexed = bytes.u8(25) == 3;
        return new PictureDetails(texts, resolution, indexed ? table : List.of());
    }

    /** The text of a chunk; null where it is none, or has another keyword (PNG specification, 11.3.3). */
    private static @Nullable String pngText(byte[] file, String type, int from, int end) {
        int zero = zero(file, from, end);
        if (zero < 0 || !new String(file, from, zero - from, ISO_8859_1).equalsIgnoreCase(KEYWORD)) {
            return null;
        }
        if (type.equals("tEXt")) {
            return new String(file, zero + 1, end - zero - 1, ISO_8859_1);
        }
        if (type.equals("zTXt") && zero + 2 < end) {
            byte[] text = PngColours.inflated(file, zero + 2, end);
            return text == null ? null : new String(text, ISO_8859_1);
        }
        if (!type.equals("iTXt") || zero + 3 > end) {
            return null;
        }
        int language = zero(file, zero + 3, end);
        int keyword = language < 0 ? -1 : zero(file, language + 1, end);
        if (keyword < 0) {
            return null;
        }
        boolean deflated = file[zero + 1] == 1;
        byte[] text = deflated ? PngColours.inflated(file, keyword + 1, end) : null;
        return deflated
                ? text == null ? null : new String(text, UTF_8)
                : new String(file, keyword + 1, end - keyword - 1, UTF_8);
    }

    private static int zero(byte[] file, int from, int end) {
        for (int at = from; at < end; at++) {
            if (file[at] == 0) {
                return at;
            }
        }
        return -1;
    }

    private static void colours(Bytes bytes, long from, int count, List<Integer> table) throws PictureException {
        for (int i = 0; i < Math.min(256, count); i++) {
            long at = from + 3L * i;
            table.add(bytes.u8(at) << 16 | bytes.u8(at + 1) << 8 | bytes.u8(at + 2));
        }
    }

    private static PictureDetails bmp(byte[] file) throws PictureException {
        Bytes bytes = new Bytes(file);
        long header = bytes.u32(14, true);
        if (header < 40) {
            return NONE;
        }
        Resolution resolution = Resolution.of(bytes.s32(38, true) / 100.0, bytes.s32(42, true) / 100.0);
        int bits = bytes.u16(28, true);
        List<Integer> table = new ArrayList<>();
        if (bits <= 8) {
            long used = bytes.u32(46, true);
            long count = used == 0 || used > 1 << bits ? 1 << bits : used;
            for (long at = 14 + header; at < 14 + header + 4 * count; at += 4) {
                table.add((int) bytes.u32(at, true) & 0xffffff);
            }
        }
        return new PictureDetails(List.of(), resolution, table);
    }

    private static PictureDetails tiff(byte[] file) throws PictureException {
        TiffDirectory directory = new TiffDirectory(new Bytes(file), 0).ofPicture();
        byte[] description = directory.data(TIFF_DESCRIPTION);
        double[] across = directory.numbers(TIFF_ACROSS);
        double[] down = directory.numbers(TIFF_DOWN);
        long unit = directory.value(TIFF_UNIT, INCHES);
        double perCm = unit == INCHES ? 1 / 2.54 : 1;
        Resolution resolution = across.length == 1 && down.length == 1 && (unit == INCHES || unit == CENTIMETRES)
                ? Resolution.of(perCm * across[0], perCm * down[0])
                : null;
        return new PictureDetails(
                description == null ? List.of() : List.of(new String(description, UTF_8).replace("\0", "")),
                resolution,
                tiffTable(file, directory.data(TIFF_TABLE)));
    }

    private static List<Integer> tiffTable(byte[] file, byte @Nullable [] data) throws PictureException {
        List<Integer> table = new ArrayList<>();
        int colours = data == null ? 0 : Math.min(256, data.length / 6);
        Bytes bytes = new Bytes(data == null ? new byte[0] : data);
        boolean little = file[0] == 'I';
        for (int i = 0; i < colours; i++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                rgb = rgb << 8 | bytes.u16(2L * (channel * colours + i), little) >> 8;
            }
            table.add(rgb);
        }
        return table;
    }

    /** The comments before the first scan. */
    private static PictureDetails jpeg(byte[] file) throws PictureException {
        Bytes bytes = new Bytes(file);
        List<String> comments = new ArrayList<>();
        long at = 2;
        while (bytes.u8(at) == 0xff && bytes.u8(at + 1) != START_OF_SCAN && comments.size() < MOST_TEXTS) {
            int length = bytes.u16(at + 2, false);
            byte[] text = bytes.u8(at + 1) == JPEG_COMMENT ? bytes.copy(at + 4, length - 2L) : null;
            if (text != null) {
                comments.add(new String(text, UTF_8));
            }
            at += 2 + Math.max(2, length);
        }
        return new PictureDetails(comments, null, List.of());
    }

    private static PictureDetails gif(byte[] file) throws PictureException {
        List<Integer> table = new ArrayList<>();
        for (int argb : GifFile.read(file).palette()) {
            table.add(argb & 0xffffff);
        }
        return new PictureDetails(gifComments(file), null, table);
    }

    /** The comment extensions before the first picture (GIF89a, 24). */
    private static List<String> gifComments(byte[] file) throws PictureException {
        Bytes bytes = new Bytes(file);
        List<String> comments = new ArrayList<>();
        int flags = bytes.u8(10);
        long at = 13 + ((flags & 0x80) == 0 ? 0 : 3L * (2 << (flags & 7)));
        while (bytes.u8(at) != ',' && comments.size() < MOST_TEXTS) {
            if (bytes.u8(at) != '!') {
                at++;
                continue;
            }
            boolean comment = bytes.u8(at + 1) == 0xfe;
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            at += 2;
            while (bytes.u8(at) != 0) {
                int length = bytes.u8(at);
                if (comment) {
                    text.write(file, (int) at + 1, length);
                }
                at += 1 + length;
            }
            at++;
            if (comment) {
                comments.add(text.toString(UTF_8));
            }
        }
        return comments;
    }
}
