package dev.shuttle.loom.image;

import java.io.ByteArrayOutputStream;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** What a PNG's chunks say of its colours, the first of cICP, iCCP, sRGB, gAMA and cHRM (PNG specification, 4.3). */
final class PngColours {
    private static final int MOST_BYTES = 4 << 20;
    private static final double SRGB_GAMMA = 1 / 2.2;

    private final byte[] file;
    private final Bytes bytes;

    private PngColours(byte[] file) {
        this.file = file;
        this.bytes = new Bytes(file);
    }

    static ColourConversion of(byte[] file, boolean grey) throws PictureException {
        return new PngColours(file).conversion(grey);
    }

    private ColourConversion conversion(boolean grey) throws PictureException {
        ColourConversion coded = coded(chunk("cICP"), grey);
        if (coded != null) {
            return coded;
        }
        long iccp = chunk("iCCP");
        byte[] profile = iccp < 0 ? null : profile(iccp);
        if (profile != null) {
            return grey ? IccProfile.grey(profile) : IccProfile.rgb(profile);
        }
        return chunk("sRGB") >= 0 ? ColourConversion.NONE : calibrated(grey);
    }

    /** Where the chunk's data begin; -1 where there is none before the pixels. */
    private long chunk(String name) throws PictureException {
        for (long at = 8; at + 12 <= file.length && !bytes.has(at + 4, "IDAT"); at += 12 + bytes.u32(at, false)) {
            if (bytes.has(at + 4, name)) {
                return at + 8;
            }
        }
        return -1;
    }

    private ColourConversion calibrated(boolean grey) throws PictureException {
        DoubleUnaryOperator curve = TransferCurve.SRGB;
        boolean usual = true;
        long gama = chunk("gAMA");
        double gamma = gama < 0 ? SRGB_GAMMA : bytes.u32(gama, false) / 100000.0;
        if (gamma > 0.01 && gamma < 100 && Math.abs(gamma / SRGB_GAMMA - 1) > 0.05) { // as libpng: less is not seen
            curve = TransferCurve.power(1 / gamma);
            usual = false;
        }
        long chrm = chunk("cHRM");
        if (grey || chrm < 0) {
            return usual ? ColourConversion.NONE : conversion(curve, Chromaticities.SRGB, grey);
        }
        double[] xy = new double[8];
        for (int i = 0; i < 8; i++) {
            xy[i] = bytes.u32(chrm + 4L * i, false) / 100000.0;
        }
        Chromaticities own = new Chromaticities(xy);
        return conversion(curve, own.isUsable() ? own : Chromaticities.SRGB, grey);
    }

    private static ColourConversion conversion(DoubleUnaryOperator curve, Chromaticities primaries, boolean grey) {
        return (grey ? new GreyConversion(curve) : new MatrixConversion(curve, curve, curve, primaries.toXyz()))
                .simplified();
    }

    /** ITU-T H.273's code points; null where they say nothing that is understood here. */
    private @Nullable ColourConversion coded(long at, boolean grey) throws PictureException {
        if (at < 0 || bytes.u8(at + 2) != 0 || bytes.u8(at + 3) != 1) {
            return null;
        }
        DoubleUnaryOperator curve = switch (bytes.u8(at + 1)) {
            case 1, 6, 13, 14, 15 -> TransferCurve.SRGB;
            case 4 -> TransferCurve.power(2.2);
            case 5 -> TransferCurve.power(2.8);
            case 8 -> DoubleUnaryOperator.identity();
            default -> null;
        };
        Chromaticities primaries = switch (bytes.u8(at)) {
            case 1 -> Chromaticities.SRGB;
            case 5 -> Chromaticities.of(0.3127, 0.329, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06);
            case 6, 7 -> Chromaticities.of(0.3127, 0.329, 0.63, 0.34, 0.31, 0.595, 0.155, 0.07);
            case 9 -> Chromaticities.of(0.3127, 0.329, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046);
            case 11 -> Chromaticities.of(0.314, 0.351, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06);
            case 12 -> Chromaticities.of(0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06);
            default -> null;
        };
        return curve == null || primaries == null ? null : conversion(curve, primaries, grey);
    }

    private byte @Nullable [] profile(long at) throws PictureException {
        int from = (int) at;
        int end = (int) Math.min(file.length, at + bytes.u32(at - 8, false));
        while (from < end && file[from] != 0) {
            from++;
        }
        return from + 2 < end ? inflated(file, from + 2, end) : null;
    }

    /** What zlib's data make; null where they are damaged or end too early. */
    static byte @Nullable [] inflated(byte[] file, int from, int end) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, end - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished() && out.size() < MOST_BYTES) {
                int n = inflater.inflate(buffer);
                if (n == 0) {
                    return null;
                }
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        } catch (DataFormatException broken) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
