package dev.shuttle.loom.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Chunks of PNG and WebP files, to be put into files or together. */
final class Chunks {
    private Chunks() {}

    /** A PNG with one more chunk right after its IHDR. */
    static byte[] afterHeader(byte[] png, String name, byte[] data) {
        return inserted(png, 33, png(name, data));
    }

    /** A PNG with one more chunk right before its IEND. */
    static byte[] beforeEnd(byte[] png, String name, byte[] data) {
        return inserted(png, png.length - 12, png(name, data));
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(part);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    static byte[] png(String name, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    /** An iCCP chunk's data. */
    static byte[] profile(byte[] profile) throws java.io.IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'p', 0, 0});
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(profile);
        }
        return out.toByteArray();
    }

    /** A chunk of a RIFF file. */
    static byte[] riff(String name, byte[] data) {
        return ByteBuffer.allocate(8 + (data.length + 1 & ~1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** A WebP of these chunks. */
    static byte[] webp(byte[]... chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            body.writeBytes(chunk);
        }
        return riff("RIFF", body.toByteArray());
    }

    /** A VP8X chunk. */
    static byte[] extended(int flags, int width, int height) {
        byte[] data = new byte[10];
        data[0] = (byte) flags;
        triple(data, 4, width - 1);
        triple(data, 7, height - 1);
        return riff("VP8X", data);
    }

    /** An ANMF chunk around another. */
    static byte[] frame(int left, int top, int width, int height, byte[] picture) {
        byte[] data = new byte[16 + picture.length];
        triple(data, 0, left / 2);
        triple(data, 3, top / 2);
        triple(data, 6, width - 1);
        triple(data, 9, height - 1);
        System.arraycopy(picture, 0, data, 16, picture.length);
        return riff("ANMF", data);
    }

    private static void triple(byte[] data, int at, int value) {
        data[at] = (byte) value;
        data[at + 1] = (byte) (value >> 8);
        data[at + 2] = (byte) (value >> 16);
    }

    /** Lossless data of one colour only, which takes no bit a pixel; {@code second} gives the green two values, one bit each. */
    static byte[] flat(int width, int height, int argb, boolean second) {
        StringBuilder bits = new StringBuilder();
        put(bits, 0x2f, 8);
        put(bits, width - 1, 14);
        put(bits, height - 1, 14);
        put(bits, 1, 1);
        put(bits, 0, 3 + 3); // version; no transform, no cache, no regions
        int[] symbols = {argb >> 8 & 255, argb >> 16 & 255, argb & 255, argb >>> 24, 0};
        for (int i = 0; i < 5; i++) {
            boolean two = second && i == 0;
            put(bits, 1, 1);
            put(bits, two ? 1 : 0, 1);
            put(bits, 1, 1);
            put(bits, symbols[i], 8);
            if (two) {
                put(bits, symbols[i] ^ 1, 8);
            }
        }
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << i % 8);
        }
        return riff("VP8L", bytes);
    }

    private static void put(StringBuilder bits, int value, int count) {
        for (int i = 0; i < count; i++) {
            bits.append((char) ('0' + (value >> i & 1)));
        }
    }
}
