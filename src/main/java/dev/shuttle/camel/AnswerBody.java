package dev.shuttle.camel;

import dev.shuttle.provider.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** An answer's whole body. It is read in pieces, so that no array is allocated for what was only announced, and none doubled. */
final class AnswerBody extends ByteArrayInputStream {
    private static final int PIECE = 1 << 16;

    private AnswerBody(byte[] bytes) {
        super(bytes);
    }

    /** @throws Wire.AnswerTooLarge as soon as it is longer than the call allows */
    static AnswerBody read(InputStream in, WireCall call) throws IOException {
        long limit = call.request().maxAnswerBytes();
        List<byte[]> pieces = new ArrayList<>();
        long length = 0;
        byte[] piece = new byte[PIECE];
        int filled = 0;
        for (int n = in.read(piece, 0, PIECE); n >= 0; n = in.read(piece, filled, PIECE - filled)) {
            call.received(n);
            length += n;
            filled += n;
            if (length > limit) {
                throw new Wire.AnswerTooLarge(limit);
            }
            if (filled == PIECE) {
                pieces.add(piece);
                piece = new byte[PIECE];
                filled = 0;
            }
        }
        return new AnswerBody(joined(pieces, piece, filled, (int) length));
    }

    private static byte[] joined(List<byte[]> pieces, byte[] last, int filled, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < pieces.size(); i++) {
            System.arraycopy(pieces.get(i), 0, bytes, i * PIECE, PIECE);
        }
        System.arraycopy(last, 0, bytes, length - filled, filled);
        return bytes;
    }

    int length() {
        return buf.length;
    }

    /** All of it, without a copy where nobody has read of it. */
    byte[] bytes() {
        return pos == 0 ? buf : readAllBytes();
    }
}
