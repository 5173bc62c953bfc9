package dev.shuttle.loom.image;

import dev.shuttle.loom.work.Deadline;
import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A raster that claims a whole picture and keeps nothing: what a reader of the JDK puts into it, row after row, goes on
 * to a {@link RowTarget}. The reader thinks it fills an image; no such image is ever held.
 */
final class ReceivingRaster extends WritableRaster {
    private final RowTarget target;
    private final int[] offsets;
    private final Deadline deadline;
    private int next;

    /** @param channels 1 (grey) or 3 (red, green, blue) */
    ReceivingRaster(int width, int height, int channels, RowTarget target, Deadline deadline) {
        super(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE,
                        width,
                        height,
                        channels,
                        channels * width,
                        channels == 1 ? new int[] {0} : new int[] {0, 1, 2}),
                new DataBufferByte(1),
                new Point());
        this.target = target;
        this.deadline = deadline;
        this.offsets = channels == 1 ? new int[] {0, 0, 0} : new int[] {2, 1, 0};
    }

    /** How many rows have come, without a gap, in the last pass over the picture. */
    int rows() {
        return next;
    }

    /** Takes one whole row at a time, in their order; a further, better pass begins with the first row again. */
    @Override
    public void setRect(int dx, int dy, Raster source) {
        if (dy == 0) {
            next = 0;
        }
        deadline.check();
        if (dx != 0 || dy != next || source.getHeight() != 1 || source.getWidth() != width) {
            throw new IllegalArgumentException("the row " + dy + " came after the row " + (next - 1));
        }
        byte[] samples = ((DataBufferByte) source.getDataBuffer()).getData();
        byte[] to = target.bytes();
        int step = source.getNumBands();
        int blue = offsets[0];
        int red = offsets[2];
        int green = offsets[1];
        for (int from = 0, at = target.start(dy), end = at + 3 * width; at < end; from += step, at += 3) {
            to[at] = samples[from + blue];
            to[at + 1] = samples[from + green];
            to[at + 2] = samples[from + red];
        }
        target.written(dy);
        next++;
    }
}
