package dev.shuttle.loom.yarn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a card's file, whatever program wrote it. */
public final class CardText {
    private CardText() {}

    /** UTF-16 or UTF-8 by byte order mark, UTF-8 without one, else GB 18030, in which Chinese office programs write. */
    public static String of(byte[] file) {
        if (starts(file, 0xff, 0xfe)) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(file, 0xfe, 0xff)) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        int from = starts(file, 0xef, 0xbb, 0xbf) ? 3 : 0;
        ByteBuffer bytes = ByteBuffer.wrap(file, from, file.length - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException other) {
            return new String(file, Charset.forName("GB18030"));
        }
    }

    private static boolean starts(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= file.length || (file[i] & 255) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
