package dev.shuttle.loom.library;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.draft.Draft;
import dev.shuttle.loom.draft.DraftException;
import dev.shuttle.loom.draft.DtxReader;
import dev.shuttle.loom.draft.WifReader;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.UnitWeave;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The weaves of a file: a WIF or DTX of any program, a picture in black (up) and white of one repeat, or a text. Of a piece
 * larger than its repeat the repeat is taken.
 */
public final class WeaveFile {
    /** Files with more bytes are refused. */
    public static final int MOST_BYTES = 4 << 20;
    /** How their names end. */
    public static final List<String> ENDINGS = List.of("wif", "dtx", "txt", "png", "bmp", "gif", "tif", "tiff");

    private static final String HINT =
            "a weave's file is a WIF, a DTX, a picture in black and white, or rows of X and .";
    /** As much of a file as says what it is. */
    private static final int HEAD = 4096;

    private static final int DARK = 128 * 3;
    /** A piece that holds a repeat is no larger. */
    private static final int MOST_SIDE = 4096;

    private static final long MOST_CROSSINGS = (long) MOST_SIDE * MOST_SIDE;

    private WeaveFile() {}

    /** Whether a name, or its part before a {@code #}, is that of a weave's file and no formula. */
    public static boolean isName(String name) {
        String file = file(name);
        return ENDINGS.contains(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && file.indexOf('.') >= 0;
    }

    /** The file's name in {@code patterns.txt#rose}. */
    public static String file(String named) {
        int mark = named.lastIndexOf('#');
        return mark < 0 ? named : named.substring(0, mark);
    }

    /**
     * The weave that is named: the file's only one, or that behind a {@code #}.
     *
     * @throws WeaveException where it cannot be read, or where it is not clear which is meant
     */
    public static UnitWeave read(String named, byte[] bytes) throws WeaveException {
        String file = file(named);
        List<UnitWeave> weaves = all(file, bytes);
        String wanted =
                named.substring(Math.min(named.length(), file.length() + 1)).strip();
        List<String> names = weaves.stream().map(UnitWeave::name).toList();
        if (wanted.isEmpty() && weaves.size() > 1) {
            throw new WeaveException(
                    file + " has " + weaves.size() + " weaves", "name one of them, such as " + names.get(0));
        }
        return weaves.stream()
                .filter(weave -> wanted.isEmpty() || weave.name().equals(file + "#" + wanted))
                .findFirst()
                .orElseThrow(() ->
                        new WeaveException(file + " has no weave " + wanted, "it has " + String.join(", ", names)));
    }

    /**
     * All weaves of a file, named after it.
     *
     * @throws WeaveException where it is none, or holds what cannot be woven
     */
    public static List<UnitWeave> all(String file, byte[] bytes) throws WeaveException {
        if (bytes.length > MOST_BYTES) {
            throw new WeaveException(file + " has " + bytes.length + " bytes", MOST_BYTES + " are allowed");
        }
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (head.contains("@@startdtx")
                || head.contains("[wif]")
                || file.toLowerCase(Locale.ROOT).endsWith(".wif")) {
            return List.of(repeat(file, drawdown(file, bytes, head.contains("@@startdtx"))));
        }
        if (isPicture(bytes)) {
            return List.of(repeat(file, tile(file, bytes)));
        }
        return WeaveText.read(file, bytes);
    }

    /** A draft's cloth, the pick that is woven last at the top. */
    private static BitGrid drawdown(String file, byte[] bytes, boolean dtx) throws WeaveException {
        try {
            Draft draft = dtx ? DtxReader.read(bytes) : WifReader.read(bytes);
            if ((long) draft.ends() * draft.picks() > MOST_CROSSINGS) {
                throw tooLarge(file, draft.ends(), draft.picks());
            }
            return draft.drawdown().upsideDown();
        } catch (DraftException e) {
            throw new WeaveException(file + ": " + e.getMessage(), e.hint());
        }
    }

    private static boolean isPicture(byte[] bytes) {
        try {
            PictureHeader.read(bytes);
            return true;
        } catch (PictureException e) {
            return false;
        }
    }

    private static BitGrid tile(String file, byte[] bytes) throws WeaveException {
        try {
            PictureHeader header = PictureHeader.read(bytes);
            if (Math.max(header.width(), header.height()) > UnitWeave.MOST_THREADS) {
                throw tooLarge(file, header.width(), header.height());
            }
            Picture picture = Picture.decode(bytes, Rgb.WHITE);
            BitGrid up = new BitGrid(picture.height(), picture.width());
            Rgb black = null;
            Rgb white = null;
            for (int line = 0; line < up.rows(); line++) {
                for (int end = 0; end < up.columns(); end++) {
                    Rgb rgb = Rgb.of(picture.rgb(end, line));
                    boolean dark = rgb.red() + rgb.green() + rgb.blue() < DARK;
                    if (dark ? black != null && !black.equals(rgb) : white != null && !white.equals(rgb)) {
                        throw new WeaveException(
                                file + " has more than two colours: " + rgb.hex() + " at end " + (end + 1) + ", row "
                                        + (line + 1),
                                "save one repeat in black (end up) and white, one pixel a crossing, without smoothing");
                    }
                    black = dark ? rgb : black;
                    white = dark ? white : rgb;
                    if (dark) {
                        up.set(line, end);
                    }
                }
            }
            return up;
        } catch (PictureException e) {
            throw new WeaveException(file + ": " + e.message(), e.hint());
        }
    }

    private static WeaveException tooLarge(String file, int ends, int picks) {
        int most = UnitWeave.MOST_THREADS;
        return new WeaveException(
                file + " has " + ends + " ends by " + picks + " picks; a repeat has " + most + " by " + most
                        + " at most",
                "a weave is one repeat; a whole design is converted as a picture");
    }

    /** The repeat of a piece, once it is known that it can be woven. */
    static UnitWeave repeat(String name, BitGrid piece) throws WeaveException {
        // finding the repeat takes time by the square of the sides
        if (Math.max(piece.rows(), piece.columns()) > MOST_SIDE) {
            throw tooLarge(name, piece.columns(), piece.rows());
        }
        BitGrid unit = UnitWeave.smallest(piece);
        if (Math.max(unit.rows(), unit.columns()) > UnitWeave.MOST_THREADS) {
            throw tooLarge(name, unit.columns(), unit.rows());
        }
        UnitWeave weave = new UnitWeave(name, unit);
        if (!weave.isBound()) {
            throw new WeaveException(
                    name + ": an end or a pick lies on one side of all others and would float for ever",
                    "draw at least one crossing of each kind on every end and every pick; " + HINT);
        }
        return weave;
    }
}
