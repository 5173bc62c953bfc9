package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a JPEG's first scan (ITU-T T.81, annex B). From it a header is made that readers cannot take in more
 * than one way: without profiles, thumbnails and comments, and with Adobe's marker for the colours.
 */
final class JpegLayout {
    static final int LOSSLESS = 0xc3;
    private static final int MOST_PROFILE_BYTES = 4 << 20;

    private final byte[] file;
    private final Bytes bytes;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final List<byte[]> profileParts = new ArrayList<>();
    private int frameMarker;
    private long frame;
    private int firstScan;
    private boolean jfif;
    private int adobeTransform = -1;

    private JpegLayout(byte[] file) {
        this.file = file;
        this.bytes = new Bytes(file);
    }

    static JpegLayout read(byte[] file) throws PictureException {
        JpegLayout layout = new JpegLayout(file);
        layout.readSegments();
        return layout;
    }

    private void readSegments() throws PictureException {
        long at = 2;
        while (true) {
            while (bytes.u8(at) != 0xff) {
                at++;
            }
            int marker = bytes.u8(at + 1);
            if (marker == 0xff) {
                at++;
            } else if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
                at += 2;
            } else if (marker == 0xda) {
                firstScan = (int) at;
                requireFrame();
                return;
            } else if (marker == 0xd9) {
                throw new PictureException(Code.UNSUPPORTED_PICTURE, "the JPEG ends before its first scan");
            } else {
                int length = Math.max(2, bytes.u16(at + 2, false));
                segment(marker, (int) at, length);
                at += 2 + length;
            }
        }
    }

    private void requireFrame() throws PictureException {
        if (frame == 0) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a JPEG without a frame header");
        }
    }

    private void segment(int marker, int at, int length) throws PictureException {
        bytes.u8(at + 1L + length);
        if (marker == 0xe0) {
            jfif |= bytes.has(at + 4, "JFIF\0");
        } else if (marker == 0xe2 && bytes.has(at + 4, "ICC_PROFILE\0") && length > 16) {
            profileParts.add(Arrays.copyOfRange(file, at + 16, at + 2 + length));
        } else if (marker == 0xee && bytes.has(at + 4, "Adobe") && length >= 14) {
            adobeTransform = bytes.u8(at + 15);
        }
        if (marker < 0xe0) {
            head.write(file, at, 2 + length);
        }
        if (PictureFormat.isJpegFrame(marker) && frame == 0) {
            frameMarker = marker;
            frame = at;
        }
    }

    int frameMarker() {
        return frameMarker;
    }

    int precision() throws PictureException {
        return bytes.u8(frame + 4);
    }

    int width() throws PictureException {
        return bytes.u16(frame + 7, false);
    }

    int height() throws PictureException {
        return bytes.u16(frame + 5, false);
    }

    int components() throws PictureException {
        return bytes.u8(frame + 9);
    }

    /** How many blocks of 8 by 8 samples the frame has. */
    long blocks() throws PictureException {
        int most = 1;
        long sum = 0;
        for (int i = 0; i < components(); i++) {
            int sampling = bytes.u8(frame + 11 + 3L * i);
            most = Math.max(most, (sampling >> 4) * (sampling & 15));
            sum += (long) (sampling >> 4) * (sampling & 15);
        }
        long pixels = (long) width() * height();
        return components() == 1 ? pixels / 64 : pixels * sum / most / 64;
    }

    /** How many scans follow, counted by their markers. */
    int scans() {
        int scans = 0;
        for (int i = firstScan; i + 1 < file.length; i++) {
            if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xda) {
                scans++;
            }
        }
        return scans;
    }

    /** Where the first scan's header begins. */
    int firstScan() {
        return firstScan;
    }

    /**
     * Adobe's number for what the components are: 0 as they are to be seen, 1 luma and chroma, 2 the same of inks and black. Without a
     * marker as libjpeg and browsers take them.
     */
    int transform() throws PictureException {
        if (components() == 4) {
            return adobeTransform <= 0 ? 0 : 2;
        }
        if (jfif) {
            return 1;
        }
        if (adobeTransform >= 0) {
            return adobeTransform == 0 ? 0 : 1;
        }
        return bytes.u8(frame + 10) == 'R' && bytes.u8(frame + 13) == 'G' && bytes.u8(frame + 16) == 'B' ? 0 : 1;
    }

    /** All that a reader needs before the first scan. */
    byte[] head() throws PictureException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        if (components() >= 3) {
            all.writeBytes(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14});
            all.writeBytes("Adobe".getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(new byte[] {0, 100, 0, 0, 0, 0, (byte) transform()});
        }
        all.writeBytes(head.toByteArray());
        return all.toByteArray();
    }

    /** The ICC profile, its parts in the order of their numbers; null without one. */
    byte @Nullable [] profile() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        profileParts.sort((left, right) -> Integer.compare(left[0] & 255, right[0] & 255));
        for (byte[] part : profileParts) {
            if (part.length > 2 && whole.size() < MOST_PROFILE_BYTES) {
                whole.write(part, 2, part.length - 2);
            }
        }
        return whole.size() == 0 ? null : whole.toByteArray();
    }
}
