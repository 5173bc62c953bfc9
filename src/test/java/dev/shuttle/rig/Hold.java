package dev.shuttle.rig;

import java.util.concurrent.CountDownLatch;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Holds one transfer of a server where a test wants it. */
final class Hold implements SftpEventListener {
    private volatile String name = "";
    private volatile long offset;
    private volatile CountDownLatch reached = new CountDownLatch(1);
    private volatile CountDownLatch released = new CountDownLatch(0);

    CountDownLatch at(String file, long from) {
        name = file;
        offset = from;
        reached = new CountDownLatch(1);
        released = new CountDownLatch(1);
        return reached;
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
            ServerSession session, String handle, FileHandle file, long at, byte[] data, int start, int length) {
        pass(file, at + length);
    }

    private void pass(FileHandle file, long to) {
        if (released.getCount() == 0 || to < offset || !file.getFile().endsWith(name)) {
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
