package dev.shuttle.loom.yarn;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes swatch exchange files as graphics programs do. */
final class SwatchFile {
    private static final int GROUP_START = 0xc001;
    private static final int GROUP_END = 0xc002;

    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private int count;

    SwatchFile groupStart(String name) {
        return block(GROUP_START, named(name));
    }

    SwatchFile groupEnd() {
        return block(GROUP_END, new byte[0]);
    }

    SwatchFile colour(String name, String model, double... values) {
        byte[] named = named(name);
        ByteBuffer body = ByteBuffer.allocate(named.length + 4 + 4 * values.length + 2);
        body.put(named).put(model.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            body.putFloat((float) value);
        }
        body.putShort((short) 2);
        return block(1, body.array());
    }

    private static byte[] named(String name) {
        byte[] units = (name + '\0').getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(2 + units.length)
                .putShort((short) (name.length() + 1))
                .put(units)
                .array();
    }

    private SwatchFile block(int type, byte[] body) {
        ByteBuffer head = ByteBuffer.allocate(6).putShort((short) type).putInt(body.length);
        blocks.writeBytes(head.array());
        blocks.writeBytes(body);
        count++;
        return this;
    }

    byte[] bytes() {
        byte[] all = blocks.toByteArray();
        return ByteBuffer.allocate(12 + all.length)
                .put("ASEF".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(count)
                .put(all)
                .array();
    }
}
