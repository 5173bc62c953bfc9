package dev.shuttle.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many clients that begin a request, then send a byte a second and read as little; one thread moves them all. */
final class SlowClients implements AutoCloseable {
    /** What they do, all of one kind alike. */
    record Kind(String name, String begin, boolean drips, int readsPerSecond) {}

    private final Kind kind;
    private final List<SocketChannel> open = new ArrayList<>();
    private final int begun;
    private final Thread thread = new Thread(this::run, "slow");
    private volatile boolean over;

    SlowClients(Kind kind, int port, int count) {
        this.kind = kind;
        this.begun = count;
        for (int i = 0; i < count; i++) {
            open.add(connected(port));
        }
        thread.setDaemon(true);
        thread.start();
    }

    private SocketChannel connected(int port) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(kind.begin().getBytes(UTF_8)));
            channel.configureBlocking(false);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(kind.name(), e);
        }
    }

    private void run() {
        while (!over) {
            synchronized (this) {
                open.removeIf(channel -> !isAlive(channel));
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private boolean isAlive(SocketChannel channel) {
        try {
            if (kind.drips()) {
                channel.write(ByteBuffer.wrap(new byte[] {'x'}));
            }
            if (kind.readsPerSecond() > 0 && channel.read(ByteBuffer.allocate(kind.readsPerSecond())) < 0) {
                channel.close();
                return false;
            }
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    String name() {
        return kind.name();
    }

    int begun() {
        return begun;
    }

    /** How many the server has not ended yet, as far as they can know. */
    synchronized int left() {
        return open.size();
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
        synchronized (this) {
            for (SocketChannel channel : open) {
                try {
                    channel.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
