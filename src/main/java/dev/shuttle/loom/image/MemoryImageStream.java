package dev.shuttle.loom.image;

import javax.imageio.stream.ImageInputStreamImpl;

/** A file's bytes for the JDK's image readers, without the copy that its own streams keep. */
final class MemoryImageStream extends ImageInputStreamImpl {
    private final byte[] file;

    MemoryImageStream(byte[] file) {
        this.file = file;
    }

    @Override
    public long length() {
        return file.length;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 255 : -1;
    }

    @Override
    public int read(byte[] to, int at, int length) {
        bitOffset = 0;
        int count = (int) Math.min(length, file.length - streamPos);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(file, (int) streamPos, to, at, count);
        streamPos += count;
        return count;
    }
}
