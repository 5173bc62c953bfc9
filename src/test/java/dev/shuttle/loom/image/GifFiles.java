package dev.shuttle.loom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** GIF files of one colour, put together byte by byte. */
final class GifFiles {
    private GifFiles() {}

    /** A picture of that size and place on a screen; of nothing but the colour 0xc8102e, each pixel a code of its own. */
    static byte[] red(int screenWidth, int screenHeight, int left, int top, int width, int height) {
        return file(screenWidth, screenHeight, left, top, width, height, codes(width * height));
    }

    /** A picture that ends at once. */
    static byte[] empty(int screenWidth, int screenHeight, int width, int height) {
        return file(screenWidth, screenHeight, 0, 0, width, height, new byte[] {(byte) (4 | 5 << 3)});
    }

    /** Clear before every pixel, so that codes stay three bits long. */
    private static byte[] codes(int pixels) {
        byte[] bytes = new byte[(6 * pixels + 3 + 7) / 8];
        int bit = 0;
        for (int i = 0; i < pixels; i++) {
            set(bytes, bit, 4);
            set(bytes, bit + 3, 1);
            bit += 6;
        }
        set(bytes, bit, 5);
        return bytes;
    }

    private static void set(byte[] bytes, int bit, int code) {
        for (int i = 0; i < 3; i++) {
            bytes[(bit + i) / 8] |= (byte) ((code >> i & 1) << (bit + i) % 8);
        }
    }

    private static byte[] file(
            int screenWidth, int screenHeight, int left, int top, int width, int height, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(64 + data.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) screenWidth).putShort((short) screenHeight);
        out.put(new byte[] {(byte) 0x81, 0, 0});
        out.put(new byte[] {0, 0, 0, (byte) 0xc8, 0x10, 0x2e, 0, 0, 0, 0, 0, 0});
        out.put((byte) ',').putShort((short) left).putShort((short) top);
        out.putShort((short) width).putShort((short) height).put((byte) 0).put((byte) 2);
        for (int from = 0; from < data.length; from += 255) {
            int length = Math.min(255, data.length - from);
            out.put((byte) length).put(data, from, length);
        }
        out.put((byte) 0).put((byte) ';');
        byte[] file = new byte[out.position()];
        out.flip().get(file);
        return file;
    }
}
