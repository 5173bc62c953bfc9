package dev.shuttle.loom.image;

import dev.shuttle.loom.work.Deadline;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file's bytes for image readers, without the copy that their own streams keep: a beginning of our own, then the file
 * from some place on, then an end of our own. It looks at the deadline, and it ends readers that go on past the end.
 */
final class MemoryImageStream extends ImageInputStreamImpl {
    private static final byte[] NOTHING = {};
    private static final int MOST_READS_PAST_END = 4096;
    private static final int READS_A_LOOK = 1024;

    private final byte[] head;
    private final byte[] file;
    private final int shift;
    private final byte[] tail;
    private final long bodyEnd;
    private final long end;
    private final Deadline deadline;
    private boolean lengthKnown = true;
    private int pastEnd;
    private int reads;

    MemoryImageStream(byte[] file, Deadline deadline) {
        this(NOTHING, file, 0, NOTHING, deadline);
    }

    /** {@code head}, the file from {@code from} on, {@code tail}. */
    MemoryImageStream(byte[] head, byte[] file, int from, byte[] tail, Deadline deadline) {
        this.head = head;
        this.file = file;
        this.shift = head.length - from;
        this.tail = tail;
        this.bodyEnd = (long) shift + file.length;
        this.end = bodyEnd + tail.length;
        this.deadline = deadline;
    }

    /** The same for readers that refuse what a length makes improbable: flat pictures are short. */
    static MemoryImageStream ofUnknownLength(byte[] head, byte[] file, int from, byte[] tail, Deadline deadline) {
        MemoryImageStream stream = new MemoryImageStream(head, file, from, tail, deadline);
        stream.lengthKnown = false;
        return stream;
    }

    @Override
    public long length() {
        return lengthKnown ? end : -1;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        look();
        if (streamPos >= end) {
            return ended();
        }
        long at = streamPos++;
        if (at < head.length) {
            return head[(int) at] & 255;
        }
        return (at < bodyEnd ? file[(int) (at - shift)] : tail[(int) (at - bodyEnd)]) & 255;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        look();
        if (streamPos >= end) {
            return ended();
        }
        int count;
        if (streamPos < head.length) {
            count = copied(head, streamPos, head.length, to, at, length);
        } else if (streamPos < bodyEnd) {
            count = copied(file, streamPos - shift, file.length, to, at, length);
        } else {
            count = copied(tail, streamPos - bodyEnd, tail.length, to, at, length);
        }
        streamPos += count;
        return count;
    }

    private static int copied(byte[] bytes, long from, int end, byte[] to, int at, int length) {
        int count = (int) Math.min(length, end - from);
        System.arraycopy(bytes, (int) from, to, at, count);
        return count;
    }

    private void look() {
        if (++reads % READS_A_LOOK == 0) {
            deadline.check();
        }
    }

    /** Readers that take the end for data would otherwise go on for minutes. */
    private int ended() throws IOException {
        if (++pastEnd > MOST_READS_PAST_END) {
            throw new ReadPastEndException();
        }
        return -1;
    }
}
