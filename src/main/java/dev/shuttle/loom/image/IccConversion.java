package dev.shuttle.loom.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Brings device RGB to sRGB by the file's embedded ICC profile; does nothing where there is none or it is sRGB. */
final class IccConversion {
    private static final int MOST_BYTES = 4 << 20;
    private static final int STRIP_ROWS = 64;

    private final byte @Nullable [] profile;

    private IccConversion(byte @Nullable [] profile) {
        this.profile = profile;
    }

    /** The conversion a PNG's or JPEG's profile asks for; a profile that cannot be used is passed over. */
    static IccConversion of(byte[] file, PictureFormat format) throws PictureException {
        byte[] profile = switch (format) {
            case PNG -> ofPng(file);
            case JPEG -> ofJpeg(file);
            default -> null;
        };
        return new IccConversion(profile == null || isSrgb(profile) || !isRgb(profile) ? null : profile);
    }

    private static boolean isRgb(byte[] profile) {
        return profile.length > 128 && new String(profile, 16, 4, StandardCharsets.ISO_8859_1).equals("RGB ");
    }

    private static boolean isSrgb(byte[] profile) {
        String text = new String(profile, StandardCharsets.ISO_8859_1);
        return text.contains("sRGB") || text.contains("s\0R\0G\0B");
    }

    private static byte @Nullable [] ofPng(byte[] file) throws PictureException {
        Bytes bytes = new Bytes(file);
        for (long at = 8; at + 12 <= file.length && !bytes.has(at + 4, "IDAT"); at += 12 + bytes.u32(at, false)) {
            if (bytes.has(at + 4, "iCCP")) {
                int from = (int) at + 8;
                int end = (int) Math.min(file.length, from + bytes.u32(at, false));
                while (from < end && file[from] != 0) {
                    from++;
                }
                return from + 2 < end ? inflated(file, from + 2, end) : null;
            }
        }
        return null;
    }

    private static byte @Nullable [] inflated(byte[] file, int from, int end) {
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

    private static byte @Nullable [] ofJpeg(byte[] file) throws PictureException {
        Bytes bytes = new Bytes(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long at = 2;
        while (at + 4 < file.length && bytes.u8(at) == 0xff && bytes.u8(at + 1) != 0xda) {
            int length = bytes.u16(at + 2, false);
            if (bytes.u8(at + 1) == 0xe2 && bytes.has(at + 4, "ICC_PROFILE\0") && out.size() < MOST_BYTES) {
                int end = (int) Math.min(file.length, at + 2 + length);
                byte[] part = Arrays.copyOfRange(file, Math.min(end, (int) at + 18), end);
                out.write(part, 0, part.length);
            }
            at += 2 + Math.max(2, length);
        }
        return out.size() == 0 ? null : out.toByteArray();
    }

    /** Converts in place and returns the same picture. */
    Picture apply(Picture device) {
        if (profile == null) {
            return device;
        }
        ColorConvertOp convert;
        try {
            ColorSpace from = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
            convert = new ColorConvertOp(from, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        } catch (IllegalArgumentException unusable) {
            return device;
        }
        int rowBytes = 3 * device.width();
        byte[] out = new byte[rowBytes * STRIP_ROWS];
        for (int y = 0; y < device.height(); y += STRIP_ROWS) {
            int rows = Math.min(STRIP_ROWS, device.height() - y);
            byte[] in = Arrays.copyOfRange(device.bgr(), y * rowBytes, (y + rows) * rowBytes);
            convert.filter(raster(in, device.width(), rows), raster(out, device.width(), rows));
            System.arraycopy(out, 0, device.bgr(), y * rowBytes, rows * rowBytes);
        }
        return device;
    }

    private static WritableRaster raster(byte[] bgr, int width, int rows) {
        PixelInterleavedSampleModel model =
                new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, width, rows, 3, 3 * width, new int[] {2, 1, 0});
        return Raster.createWritableRaster(model, new DataBufferByte(bgr, bgr.length), null);
    }
}
