package dev.shuttle.loom.image;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which orientation counts of those that a file names: EXIF's, else XMP's; broken blocks name none. */
final class Turning {
    private static final int MOST_XMP = 1 << 20;
    private static final Pattern IN_XMP = Pattern.compile("tiff:Orientation(?:=[\"']|>)\\s*([1-8])");

    private static final Pattern HEXADECIMAL = Pattern.compile("\\s*exif\\s+\\d+\\s+([0-9a-f\\s]+)");

    private final Bytes bytes;
    private @Nullable Orientation byExif;
    private @Nullable Orientation byXmp;

    Turning(Bytes bytes) {
        this.bytes = bytes;
    }

    Orientation orientation() {
        if (byExif != null) {
            return byExif;
        }
        return byXmp == null ? Orientation.UPRIGHT : byXmp;
    }

    /** An EXIF block, which begins with its byte order. */
    void exif(long at) {
        try {
            of(new TiffDirectory(bytes, at));
        } catch (PictureException broken) {
            // no reason to refuse a picture that can be seen
        }
    }

    /** An EXIF block as ImageMagick writes it into a PNG's text: its name, its length, hexadecimal digits. */
    void hexadecimal(byte @Nullable [] text) {
        Matcher found = HEXADECIMAL.matcher(text == null ? "" : new String(text, StandardCharsets.ISO_8859_1));
        if (!found.lookingAt()) {
            return;
        }
        String digits = found.group(1).replaceAll("\\s", "");
        byte[] block = HexFormat.of().parseHex(digits, 0, digits.length() & ~1);
        Bytes own = new Bytes(block);
        try {
            of(new TiffDirectory(own, own.has(0, "Exif\0\0") ? 6 : 0));
        } catch (PictureException broken) {
            // likewise
        }
    }

    /** A directory of a TIFF block. */
    void of(TiffDirectory directory) {
        try {
            byExif = byExif == null ? directory.orientation() : byExif;
            byte[] text = directory.data(TiffDirectory.XMP);
            if (text != null) {
                xmp(text);
            }
        } catch (PictureException broken) {
            // likewise
        }
    }

    /** A block of XMP, which may begin with something else. */
    void xmp(long at, long length) {
        byte[] text = bytes.copy(at, Math.min(length, bytes.length() - at));
        if (text != null) {
            xmp(text);
        }
    }

    private void xmp(byte[] text) {
        if (byXmp == null && text.length <= MOST_XMP) {
            Matcher found = IN_XMP.matcher(new String(text, StandardCharsets.ISO_8859_1));
            byXmp = found.find() ? Orientation.ofExif(found.group(1).charAt(0) - '0') : null;
        }
    }
}
