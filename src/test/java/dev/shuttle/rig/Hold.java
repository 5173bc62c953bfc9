package dev.shuttle.rig;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Holds one transfer of a server where a test wants it, or leaves it no room. */
final class Hold implements SftpEventListener {
    private volatile String name = "";
    private volatile long offset;
    private volatile boolean full;
    private volatile CountDownLatch reached = new CountDownLatch(1);
    private volatile CountDownLatch released = new CountDownLatch(0);

    CountDownLatch at(String file, long from) {
        name = file;
        offset = from;
        reached = new CountDownLatch(1);
        released = new CountDownLatch(1);
        return reached;
    }

    void fill(boolean isFull) {
        full = isFull;
    }

    void letGo() {
        released.countDown();
    }

    @Override
    public void reading(
            ServerSession session, String handle, FileHandle file, long at, byte[] data, int start, int length) {
        pass(file, at + length);
    }

    @Override
    public void writing(
            ServerSession session, String handle, FileHandle file, long at, byte[] data, int start, int length)
            throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        pass(file, at + length);
    }

    private void pass(FileHandle file, long to) {
        if (released.getCount() == 0
                || to < offset
                || !file.getFile().toString().endsWith(name)) {
            return;
        }
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
