package dev.shuttle.loom.image;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An embedded ICC profile (ICC.1:2010). Profiles of curves and a matrix, which most pictures have, are computed here;
 * those of tables by the JDK. What is called sRGB is looked at like any other: names are not trusted.
 */
final class IccProfile {
    private static final int TAG_TABLE = 128;
    private static final int MOST_TAGS = 200;
    private static final int LEAST_OF_WHITE = 230;

    private final byte[] profile;
    private final Bytes bytes;

    private IccProfile(byte[] profile) {
        this.profile = profile;
        this.bytes = new Bytes(profile);
    }

    /** The conversion of samples in red, green and blue; a profile that cannot be used is passed over. */
    static ColourConversion rgb(byte @Nullable [] profile) {
        return profile == null ? ColourConversion.NONE : new IccProfile(profile).rgb();
    }

    /** The same of grey levels. */
    static ColourConversion grey(byte @Nullable [] profile) {
        return profile == null ? ColourConversion.NONE : new IccProfile(profile).grey();
    }

    /** Whether the profile is one of four inks. */
    static boolean isOfInks(byte @Nullable [] profile) {
        return profile != null && new Bytes(profile).has(16, "CMYK");
    }

    private ColourConversion rgb() {
        try {
            if (!bytes.has(16, "RGB ")) {
                return ColourConversion.NONE;
            }
            if (find("A2B0") >= 0) {
                return ProfileTables.rgb(profile).simplified();
            }
            return checked(new MatrixConversion(curve("rTRC"), curve("gTRC"), curve("bTRC"), matrix()));
        } catch (PictureException unusable) {
            return ColourConversion.NONE;
        }
    }

    private ColourConversion grey() {
        try {
            if (!bytes.has(16, "GRAY")) {
                return ColourConversion.NONE;
            }
            DoubleUnaryOperator curve = curve("kTRC");
            return checked(new GreyConversion(bytes.has(20, "Lab ") ? curve.andThen(IccProfile::lightOf) : curve));
        } catch (PictureException unusable) {
            return ColourConversion.NONE;
        }
    }

    /** Damaged curves and primaries show at white, which usable ones leave as it is. */
    private static ColourConversion checked(ColourConversion conversion) {
        byte[] white = {-1, -1, -1};
        conversion.convert(white, 0, 1);
        for (byte level : white) {
            if ((level & 255) < LEAST_OF_WHITE) {
                return ColourConversion.NONE;
            }
        }
        return conversion.simplified();
    }

    /** The light of CIE's lightness, both 0 to 1. */
    private static double lightOf(double lightness) {
        return LabConversion.share((100 * lightness + 16) / 116);
    }

    private double[] matrix() throws PictureException {
        double[] matrix = new double[9];
        String[] tags = {"rXYZ", "gXYZ", "bXYZ"};
        for (int column = 0; column < 3; column++) {
            long at = required(tags[column]);
            for (int row = 0; row < 3; row++) {
                matrix[3 * row + column] = fixed(at + 8 + 4L * row);
            }
        }
        return matrix;
    }

    private double fixed(long at) throws PictureException {
        return bytes.s32(at, false) / 65536.0;
    }

    private DoubleUnaryOperator curve(String tag) throws PictureException {
        long at = required(tag);
        if (bytes.has(at, "para")) {
            return parametric(at);
        }
        if (!bytes.has(at, "curv")) {
            throw new PictureException(PictureException.Code.UNSUPPORTED_PICTURE, "a curve of an unknown type");
        }
        long count = bytes.u32(at + 8, false);
        if (count == 0) {
            return DoubleUnaryOperator.identity();
        }
        return count == 1 ? TransferCurve.power(bytes.u16(at + 12, false) / 256.0) : sampled(at + 12, count);
    }

    private DoubleUnaryOperator sampled(long at, long count) throws PictureException {
        bytes.u8(at + 2 * count - 1);
        double[] samples = new double[(int) count];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.u16(at + 2L * i, false) / 65535.0;
        }
        return coded -> {
            double place = Math.max(0, Math.min(1, coded)) * (samples.length - 1);
            int below = Math.min(samples.length - 2, (int) place);
            return samples[below] + (place - below) * (samples[below + 1] - samples[below]);
        };
    }

    /** ICC.1:2010, table 65. */
    private DoubleUnaryOperator parametric(long at) throws PictureException {
        int type = bytes.u16(at + 8, false);
        int[] counts = {1, 3, 4, 5, 7};
        if (type >= counts.length) {
            throw new PictureException(PictureException.Code.UNSUPPORTED_PICTURE, "a curve of an unknown function");
        }
        double[] p = new double[7];
        for (int i = 0; i < counts[type]; i++) {
            p[i] = fixed(at + 12 + 4L * i);
        }
        double from = type == 0 ? 0 : type < 3 ? -p[2] / p[1] : p[4];
        double slope = type < 3 ? 0 : p[3];
        double scale = type == 0 ? 1 : p[1];
        double add = type == 2 ? p[3] : type == 4 ? p[5] : 0;
        double below = type == 2 ? p[3] : type == 4 ? p[6] : 0;
        return x -> x >= from ? Math.pow(Math.max(0, scale * x + p[2]), p[0]) + add : slope * x + below;
    }

    private long required(String tag) throws PictureException {
        long at = find(tag);
        if (at < 0) {
            throw new PictureException(PictureException.Code.UNSUPPORTED_PICTURE, "a profile without " + tag);
        }
        return at;
    }

    private long find(String tag) throws PictureException {
        long count = Math.min(MOST_TAGS, bytes.u32(TAG_TABLE, false));
        for (long i = 0; i < count; i++) {
            long entry = TAG_TABLE + 4 + 12 * i;
            if (bytes.has(entry, tag)) {
                return bytes.u32(entry + 4, false);
            }
        }
        return -1;
    }
}
