package dev.shuttle.emulator.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Writes answers that hang, drip, break off or have no end; until the client, or the server, has had enough. */
final class FaultyAnswer {
    private static final int PIECE = 1 << 20;

    private final Socket socket;
    private final OutputStream out;
    private final CountDownLatch closing;

    FaultyAnswer(Socket socket, OutputStream out, CountDownLatch closing) {
        this.socket = socket;
        this.out = out;
        this.closing = closing;
    }

    /** @param head status line and headers, without those of the length and without the end */
    void write(Answer answer, String head) throws IOException {
        byte[] body = answer.body();
        String whole = head + "Content-Length: " + body.length + "\r\n\r\n";
        switch (answer.ending()) {
            case HANGING -> hang();
            case HANGING_IN_HEADERS -> sendAndHang(head);
            case HANGING_IN_BODY -> {
                send(whole);
                out.write(body, 0, body.length / 2);
                hang();
            }
            case RESET_MIDWAY -> {
                send(whole);
                out.write(body, 0, body.length / 2);
                out.flush();
                socket.setSoLinger(true, 0);
            }
            case DRIPPING -> {
                drip(whole.getBytes(StandardCharsets.ISO_8859_1));
                drip(body);
            }
            case DRIPPING_BODY -> {
                send(whole);
                drip(body);
            }
            case ENDLESS -> {
                send(head + "Transfer-Encoding: chunked\r\n\r\n");
                endless(piece((byte) 'x'));
            }
            case ENDLESS_HEADER -> {
                send(head + "X-Pad: ");
                repeat(piece((byte) 'a'), Long.MAX_VALUE);
            }
            case ENDLESS_HEADERS -> {
                send(head);
                repeat("X-Pad: a\r\n".repeat(1000).getBytes(StandardCharsets.ISO_8859_1), Long.MAX_VALUE);
            }
            case PADDED -> padded(answer, head);
            case ZIPPED -> {
                send(head + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n");
                zipped(answer.amount() / PIECE);
                send("0\r\n\r\n");
            }
            case NESTED -> {
                send(head + "Content-Length: " + answer.amount() + "\r\n\r\n");
                repeat("[".getBytes(StandardCharsets.ISO_8859_1), answer.amount());
                out.flush();
            }
            default -> throw new IllegalArgumentException(answer.ending() + " is not faulty");
        }
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void sendAndHang(String text) throws IOException {
        send(text);
        hang();
    }

    /** Until the client hangs up; what it sends meanwhile is of no interest. */
    private void hang() throws IOException {
        out.flush();
        int next = socket.getInputStream().read();
        while (next >= 0) {
            next = socket.getInputStream().read();
        }
    }

    private void drip(byte[] bytes) throws IOException {
        for (byte each : bytes) {
            out.write(each);
            out.flush();
            try {
                if (closing.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void padded(Answer answer, String head) throws IOException {
        boolean json = answer.body().length > 1 && answer.body()[0] == '{';
        byte[] start = (json ? "{\"padding\":\"" : "").getBytes(StandardCharsets.UTF_8);
        byte[] end = json
                ? ("\"," + new String(answer.body(), StandardCharsets.UTF_8).substring(1))
                        .getBytes(StandardCharsets.UTF_8)
                : answer.body();
        long pieces = answer.amount() / PIECE;
        send(head + "Content-Length: " + (start.length + pieces * PIECE + end.length) + "\r\n\r\n");
        out.write(start);
        repeat(piece((byte) 'x'), pieces);
        out.write(end);
        out.flush();
    }

    private void repeat(byte[] bytes, long times) throws IOException {
        for (long i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    private void endless(byte[] chunk) throws IOException {
        try (Chunks chunks = new Chunks()) {
            while (closing.getCount() > 0) {
                chunks.write(chunk, 0, chunk.length);
            }
        }
    }

    private static byte[] piece(byte filler) {
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, filler);
        return piece;
    }

    private void zipped(long pieces) throws IOException {
        try (GZIPOutputStream zip = new GZIPOutputStream(new BufferedOutputStream(new Chunks(), 1 << 14))) {
            for (long i = 0; i < pieces; i++) {
                zip.write(piece((byte) ' '));
            }
        }
    }

    /** Each write is one chunk. */
    private final class Chunks extends OutputStream {
        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes, from, length);
            out.write('\r');
            out.write('\n');
        }
    }
}
