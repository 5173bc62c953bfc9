package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.work.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes BMP files through the JDK's reader, which is given headers it does not know in the form of one it knows. */
final class BmpDecoder {
    private static final int FILE_HEADER = 14;
    private static final int INFO_HEADER = 40;
    private static final int V5_HEADER = 124;
    private static final int BITFIELDS = 3;
    private static final int OS2_HEADER_MOST = 64;

    private final byte[] file;
    private final Bytes bytes;
    private final Rgb ground;
    private final Deadline deadline;
    private final boolean managed;

    BmpDecoder(byte[] file, Rgb ground, Deadline deadline, boolean managed) {
        this.file = file;
        this.bytes = new Bytes(file);
        this.ground = ground;
        this.deadline = deadline;
        this.managed = managed;
    }

    Picture decode() throws PictureException, IOException {
        Picture picture = Reading.with(
                ImageReaders.ofPlatform(PictureFormat.BMP).get(0),
                stream(),
                reader -> BufferedPictures.adopt(reader.read(0), ground));
        return managed ? IccProfile.rgb(profile()).apply(picture) : picture;
    }

    private MemoryImageStream stream() throws PictureException {
        long header = bytes.u32(FILE_HEADER, true);
        long pixels = bytes.u32(10, true);
        boolean placed = pixels <= file.length && pixels >= FILE_HEADER + header;
        if (header == INFO_HEADER || header == 108 || header == V5_HEADER) {
            byte[] head = behindColours(sized((int) header));
            return new MemoryImageStream(head, file, head.length, padding(), deadline);
        }
        if (header == 12 || header > OS2_HEADER_MOST || !placed) {
            return new MemoryImageStream(file, deadline);
        }
        return new MemoryImageStream(rewritten((int) header, (int) pixels), file, (int) pixels, padding(), deadline);
    }

    /** Sizes of the file and of the pixels are wrong in many files, and mean nothing where rows are not packed. */
    private byte[] sized(int header) throws PictureException {
        bytes.u8(FILE_HEADER + header - 1L);
        ByteBuffer head =
                ByteBuffer.wrap(Arrays.copyOf(file, FILE_HEADER + header)).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(2, file.length);
        if (head.getInt(FILE_HEADER + 16) == 0) {
            head.putInt(FILE_HEADER + 20, 0);
        }
        return head.array();
    }

    /** Pixels said to begin where a palette must lie follow it. */
    private static byte[] behindColours(byte[] head) {
        ByteBuffer fixed = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int bits = fixed.getShort(FILE_HEADER + 14);
        if (bits > 0 && bits <= 8 && fixed.getInt(10) == head.length) {
            int colours = fixed.getInt(FILE_HEADER + 32);
            fixed.putInt(10, head.length + 4 * (colours > 0 && colours < 1 << bits ? colours : 1 << bits));
        }
        return head;
    }

    /** Rows end at multiples of four bytes; some programs leave out what follows the last pixel. */
    private byte[] padding() throws PictureException {
        long used = (bytes.u32(FILE_HEADER + 4, true) * bytes.u16(FILE_HEADER + 14, true) + 7) / 8;
        return new byte[(int) (-used & 3)];
    }

    /** OS/2's header of up to 64 bytes and those of 52 and 56 begin like the usual one of 40; masks and colours follow it. */
    private byte[] rewritten(int header, int pixels) throws PictureException {
        ByteBuffer fixed = ByteBuffer.allocate(FILE_HEADER + INFO_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        fixed.put(file, 0, FILE_HEADER + Math.min(header, INFO_HEADER));
        fixed.putInt(FILE_HEADER, INFO_HEADER);
        boolean masks = (header == 52 || header == 56) && fixed.getInt(FILE_HEADER + 16) == BITFIELDS;
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(file, FILE_HEADER + INFO_HEADER, masks ? 12 : 0);
        rest.write(file, FILE_HEADER + header, pixels - FILE_HEADER - header);
        int start = fixed.capacity() + rest.size();
        fixed.putInt(2, start + file.length - pixels); // old programs leave the size out
        fixed.putInt(10, start);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(fixed.array());
        all.writeBytes(rest.toByteArray());
        return all.toByteArray();
    }

    private byte @Nullable [] profile() throws PictureException {
        if (bytes.u32(FILE_HEADER, true) != V5_HEADER || !bytes.has(FILE_HEADER + 56, "DEBM")) {
            return null;
        }
        long at = FILE_HEADER + bytes.u32(FILE_HEADER + 112, true);
        return bytes.copy(at, bytes.u32(FILE_HEADER + 116, true));
    }
}
