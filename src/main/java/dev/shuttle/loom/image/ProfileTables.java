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
import java.util.Optional;

/** Profiles whose colours stand in tables, through the JDK's colour management: some of RGB, all of inks. */
final class ProfileTables {
    private static final int MOST_PIXELS = 1 << 14;

    private final ColorConvertOp convert;
    private final int channels;

    private ProfileTables(ColorConvertOp convert, int channels) {
        this.convert = convert;
        this.channels = channels;
    }

    static ColourConversion rgb(byte[] profile) {
        return of(profile, 3)
                .<ColourConversion>map(tables -> (bgr, at, pixels) -> {
                    byte[] rgb = new byte[3 * pixels];
                    for (int i = 0; i < rgb.length; i += 3) {
                        rgb[i] = bgr[at + i + 2];
                        rgb[i + 1] = bgr[at + i + 1];
                        rgb[i + 2] = bgr[at + i];
                    }
                    tables.convert(rgb, bgr, at, pixels);
                })
                .orElse(ColourConversion.NONE);
    }

    /** Of samples with so many channels; empty where the profile cannot be used. */
    static Optional<ProfileTables> of(byte[] profile, int channels) {
        try {
            ColorSpace from = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
            ColorConvertOp convert = new ColorConvertOp(from, ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
            ProfileTables tables = new ProfileTables(convert, channels);
            if (from.getNumComponents() != channels) {
                return Optional.empty();
            }
            tables.convert(new byte[channels], new byte[3], 0, 1); // a profile's faults show at its first use only
            return Optional.of(tables);
        } catch (RuntimeException unusable) {
            return Optional.empty();
        }
    }

    /** Writes the pixels of {@code samples} as blue, green, red from {@code at} on. */
    void convert(byte[] samples, byte[] bgr, int at, int pixels) {
        for (int done = 0; done < pixels; done += MOST_PIXELS) {
            int count = Math.min(MOST_PIXELS, pixels - done);
            byte[] out = new byte[3 * count];
            byte[] in = count == pixels ? samples : new byte[channels * count];
            if (in != samples) {
                System.arraycopy(samples, channels * done, in, 0, in.length);
            }
            convert.filter(raster(in, count, ascending(channels)), raster(out, count, new int[] {2, 1, 0}));
            System.arraycopy(out, 0, bgr, at + 3 * done, out.length);
        }
    }

    private static int[] ascending(int channels) {
        return channels == 4 ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 2};
    }

    private static WritableRaster raster(byte[] bytes, int width, int[] offsets) {
        PixelInterleavedSampleModel model = new PixelInterleavedSampleModel(
                DataBuffer.TYPE_BYTE, width, 1, offsets.length, offsets.length * width, offsets);
        return Raster.createWritableRaster(model, new DataBufferByte(bytes, bytes.length), null);
    }
}
