package dev.shuttle.loom.yarn;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.YarnCardException.Code;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Adobe's swatch exchange (.ase), as Photoshop, Illustrator and InDesign write it: big-endian blocks that open or
 * close a group or hold a colour. Groups are passed through; their colours stay in the file's order.
 */
final class SwatchCard {
    private static final int SIGNATURE = 0x41534546; // ASEF
    private static final int COLOUR = 0x0001;
    private static final double LEEWAY = 0.001;

    private SwatchCard() {}

    static boolean isOne(byte[] file) {
        return file.length >= 4 && ByteBuffer.wrap(file).getInt() == SIGNATURE;
    }

    static List<Yarn> read(byte[] file) throws YarnCardException {
        ByteBuffer in = ByteBuffer.wrap(file).position(4);
        List<Yarn> yarns = new ArrayList<>();
        int block = 0;
        try {
            int version = in.getShort();
            in.getShort();
            if (version != 1) {
                throw new YarnCardException(Code.NOT_A_YARN_CARD, "a swatch exchange file of version " + version);
            }
            long blocks = in.getInt() & 0xffffffffL;
            for (block = 1; block <= blocks; block++) {
                int type = in.getShort();
                ByteBuffer body = body(in);
                if (type == COLOUR) {
                    yarns.add(yarn(body, block));
                }
            }
        } catch (BufferUnderflowException early) {
            throw new YarnCardException(Code.TRUNCATED_CARD, "the file ends in block " + block, early);
        }
        return yarns;
    }

    private static ByteBuffer body(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer body = in.slice(in.position(), length);
        in.position(in.position() + length);
        return body;
    }

    private static Yarn yarn(ByteBuffer body, int block) throws YarnCardException {
        String name = name(body);
        byte[] model = new byte[4];
        body.get(model);
        return new Yarn(name, colour(new String(model, StandardCharsets.ISO_8859_1), body, block));
    }

    /** UTF-16 units with a closing zero, their number before them. */
    private static String name(ByteBuffer body) {
        int units = body.getShort() & 0xffff;
        StringBuilder name = new StringBuilder(units);
        for (int i = 0; i < units; i++) {
            char unit = body.getChar();
            name.append(unit == 0 ? "" : unit);
        }
        return name.toString().strip();
    }

    private static Rgb colour(String model, ByteBuffer body, int block) throws YarnCardException {
        return switch (model) {
            case "RGB " -> rgb(share(body, block), share(body, block), share(body, block));
            case "Gray" -> {
                double grey = share(body, block);
                yield rgb(grey, grey, grey);
            }
            case "CMYK" -> {
                double cyan = share(body, block);
                double magenta = share(body, block);
                double yellow = share(body, block);
                double light = 1 - share(body, block);
                yield rgb((1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light);
            }
            case "LAB " ->
                Lab.underD50(100 * share(body, block), chroma(body, block), chroma(body, block))
                        .rgb();
            default ->
                throw new YarnCardException(Code.BAD_YARN, "block " + block + " has the unknown colour model " + model);
        };
    }

    private static Rgb rgb(double red, double green, double blue) {
        return new Rgb((int) Math.round(255 * red), (int) Math.round(255 * green), (int) Math.round(255 * blue));
    }

    private static double share(ByteBuffer body, int block) throws YarnCardException {
        float value = body.getFloat();
        if (!(value >= -LEEWAY && value <= 1 + LEEWAY)) {
            throw new YarnCardException(Code.BAD_YARN, "block " + block + ": a share is 0 to 1, not " + value);
        }
        return Math.max(0, Math.min(1, value));
    }

    private static double chroma(ByteBuffer body, int block) throws YarnCardException {
        float value = body.getFloat();
        if (!(Math.abs(value) <= 128)) {
            throw new YarnCardException(Code.BAD_YARN, "block " + block + ": a and b are -128 to 127, not " + value);
        }
        return value;
    }
}
