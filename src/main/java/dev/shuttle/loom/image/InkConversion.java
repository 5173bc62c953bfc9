package dev.shuttle.loom.image;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cyan, magenta, yellow and black to sRGB: by the file's profile, or as light that passes through each ink. */
final class InkConversion {
    private final Optional<ProfileTables> profile;

    private InkConversion(Optional<ProfileTables> profile) {
        this.profile = profile;
    }

    /** A profile that cannot be used is passed over. */
    static InkConversion of(byte @Nullable [] profile) {
        return new InkConversion(
                profile != null && IccProfile.isOfInks(profile) ? ProfileTables.of(profile, 4) : Optional.empty());
    }

    /** Writes pixels of four bytes, 0 no ink, as blue, green, red. */
    void convert(byte[] inks, byte[] bgr, int at, int pixels) {
        if (profile.isPresent()) {
            profile.get().convert(inks, bgr, at, pixels);
            return;
        }
        for (int i = 0, to = at; i < 4 * pixels; i += 4, to += 3) {
            int light = 255 - (inks[i + 3] & 255);
            bgr[to] = through(inks[i + 2], light);
            bgr[to + 1] = through(inks[i + 1], light);
            bgr[to + 2] = through(inks[i], light);
        }
    }

    private static byte through(byte ink, int light) {
        return (byte) (((255 - (ink & 255)) * light + 127) / 255);
    }

    /** Adobe's way: 255 is no ink. */
    static void invert(byte[] inks) {
        for (int i = 0; i < inks.length; i++) {
            inks[i] = (byte) ~inks[i];
        }
    }

    /** From luma, two chromas and black to four inks (ITU-T T.871, of the inks' complements). */
    static void fromLuma(byte[] samples) {
        for (int i = 0; i < samples.length; i += 4) {
            int luma = samples[i] & 255;
            int blue = (samples[i + 1] & 255) - 128;
            int red = (samples[i + 2] & 255) - 128;
            samples[i] = clamped(255 - (luma + 1.402 * red));
            samples[i + 1] = clamped(255 - (luma - 0.344136 * blue - 0.714136 * red));
            samples[i + 2] = clamped(255 - (luma + 1.772 * blue));
        }
    }

    private static byte clamped(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
