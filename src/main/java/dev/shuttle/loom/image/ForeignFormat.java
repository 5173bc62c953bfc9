package dev.shuttle.loom.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are known and not read, told apart by their first bytes: a refusal names the format and says how to get a picture out of
 * it. Signatures are those of the formats' own descriptions.
 */
public enum ForeignFormat {
    HEIC("a HEIC picture, as iPhones and newer cameras take it", Texts.PHONE),
    AVIF("an AVIF picture", Texts.SAVE),
    CAMERA_RAW("a camera's raw file", "Develop it in the camera's program, or export it there, as JPEG, PNG or TIFF."),
    PHOTOSHOP("a Photoshop document", "In Photoshop: File > Export > Export As, PNG."),
    GIMP("a GIMP document", "In GIMP: File > Export As, PNG."),
    SVG("an SVG drawing", "Export it as PNG, wider than the cloth has ends; Inkscape: File > Export."),
    PDF("a PDF document", "Export its page as PNG; an Illustrator file: File > Export > Export As."),
    POSTSCRIPT("a PostScript document", Texts.SAVE),
    JPEG_XL("a JPEG XL picture", Texts.SAVE),
    JPEG_2000("a JPEG 2000 picture", Texts.SAVE),
    JPEG_XR("a JPEG XR picture", Texts.SAVE),
    ICON("an icon file", "Save its largest picture as PNG."),
    PORTABLE_MAP("a portable pixmap", Texts.SAVE),
    OPEN_EXR("an OpenEXR picture", Texts.SAVE),
    RADIANCE("a Radiance picture", Texts.SAVE),
    DDS("a DDS texture", Texts.SAVE),
    QOI("a QOI picture", Texts.SAVE),
    FILM("a film", "Save one of its frames as PNG."),
    ARCHIVE("an archive, or a document of Krita or an office program", "Unpack it, or export the picture as PNG."),
    WEB_PAGE("a web page", "Save the picture itself, not the page that shows it.");

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    /** A text's first bytes, in which its root element must stand. */
    private static final int HEAD = 4096;

    private final String description;
    private final String hint;

    ForeignFormat(String description, String hint) {
        this.description = description;
        this.hint = hint;
    }

    /** What it is, with its article, as a sentence goes on with it. */
    public String description() {
        return description;
    }

    /** What to do to get a picture that is read. */
    public String hint() {
        return hint;
    }

    /** The foreign format that a file is in; empty where its first bytes are those of none. */
    public static Optional<ForeignFormat> of(byte[] file) {
        String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("ftyp", 4)) {
            return Optional.of(ofBrands(head));
        }
        return Arrays.stream(values()).filter(format -> format.isSignedIn(head)).findFirst();
    }

    /** The container of HEIF, AVIF, Canon's CR3 and of films (ISO/IEC 14496-12): its major brand, then the compatible ones. */
    private static ForeignFormat ofBrands(String head) {
        int length = Math.min(head.length(), Math.max(16, head.charAt(2) << 8 | head.charAt(3)));
        boolean heif = false;
        for (int at = 8; at + 4 <= length; at += at == 8 ? 8 : 4) {
            String brand = head.substring(at, at + 4);
            if (AVIF_BRANDS.contains(brand)) {
                return AVIF;
            }
            if (brand.equals("crx ")) {
                return CAMERA_RAW;
            }
            heif |= HEIF_BRANDS.contains(brand);
        }
        return heif ? HEIC : FILM;
    }

    private boolean isSignedIn(String head) {
        return switch (this) {
            case HEIC, AVIF -> false;
            case CAMERA_RAW -> isRaw(head);
            case PHOTOSHOP -> head.startsWith("8BPS");
            case GIMP -> head.startsWith("gimp xcf");
            case SVG -> isText(head) && head.contains("<svg");
            case PDF -> head.startsWith("%PDF");
            case POSTSCRIPT -> head.startsWith("%!PS") || head.startsWith("\u00c5\u00d0\u00d3\u00c6");
            case JPEG_XL -> head.startsWith("\u00ff\n") || head.startsWith("JXL \r\n\u0087\n", 4);
            case JPEG_2000 -> head.startsWith("jP  \r\n\u0087\n", 4) || head.startsWith("\u00ffO\u00ffQ");
            case JPEG_XR -> head.startsWith("II\u00bc");
            case ICON -> head.startsWith("\0\0\1\0") || head.startsWith("\0\0\2\0");
            case PORTABLE_MAP ->
                head.length() > 2
                        && head.charAt(0) == 'P'
                        && "1234567F".indexOf(head.charAt(1)) >= 0
                        && Character.isWhitespace(head.charAt(2));
            case OPEN_EXR -> head.startsWith("v/1\1");
            case RADIANCE -> head.startsWith("#?RADIANCE") || head.startsWith("#?RGBE");
            case DDS -> head.startsWith("DDS ");
            case QOI -> head.startsWith("qoif");
            case FILM ->
                (head.startsWith("RIFF") && head.startsWith("AVI ", 8)) || head.startsWith("\u001aE\u00df\u00a3");
            case ARCHIVE ->
                head.startsWith("PK\3\4")
                        || head.startsWith("Rar!")
                        || head.startsWith("7z\u00bc\u00af")
                        || head.startsWith("\u001f\u008b");
            case WEB_PAGE ->
                isText(head) && head.toLowerCase(java.util.Locale.ROOT).contains("<html");
        };
    }

    /** Canon, Olympus, Panasonic, Fujifilm, Sigma, Minolta. */
    private static boolean isRaw(String head) {
        return (head.startsWith("CR", 8) && (head.startsWith("II*\0") || head.startsWith("MM\0*")))
                || head.startsWith("IIRO")
                || head.startsWith("IIRS")
                || head.startsWith("MMOR")
                || head.startsWith("IIU\0")
                || head.startsWith("FUJIFILMCCD-RAW")
                || head.startsWith("FOVb")
                || head.startsWith("\0MRM");
    }

    private static boolean isText(String head) {
        String text = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
        return text.stripLeading().startsWith("<");
    }

    /** Hints that several formats share; an enum's constants cannot name its own fields. */
    private static final class Texts {
        static final String SAVE = "Save the picture as JPEG, PNG, BMP, TIFF, WebP or GIF.";
        static final String PHONE = "Save it as JPEG; on an iPhone: Settings > Camera > Formats > Most Compatible.";
    }
}
