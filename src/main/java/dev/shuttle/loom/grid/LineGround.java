package dev.shuttle.loom.grid;

/** What cells show where the lines that run through them are left out. */
final class LineGround {
    private final byte[] labels;
    private final byte[] strokes;
    private final int width;
    private final Taps across;
    private final Taps down;
    private final float[] votes = new float[256];

    /**
     * @param labels one a pixel
     * @param strokes the same for pixels of lines, {@link StrokePixels#NONE} elsewhere
     */
    LineGround(byte[] labels, byte[] strokes, int width, int height, int ends, int lines) {
        this.labels = labels;
        this.strokes = strokes;
        this.width = width;
        this.across = Taps.of(width, ends);
        this.down = Taps.of(height, lines);
    }

    /** The label that has most of a cell's area but for its lines; {@code otherwise} where they have it all. */
    byte of(int end, int line, byte otherwise) {
        float[] wx = across.weights(end);
        float[] wy = down.weights(line);
        int best = otherwise;
        float most = 0;
        for (int j = 0; j < wy.length; j++) {
            int at = (down.start(line) + j) * width + across.start(end);
            for (int i = 0; i < wx.length; i++) {
                int label = labels[at + i];
                if (strokes[at + i] == StrokePixels.NONE) {
                    votes[label] += wy[j] * wx[i];
                    best = votes[label] > most ? label : best;
                    most = Math.max(most, votes[label]);
                }
            }
        }
        clear(wx.length, wy.length, end, line);
        return (byte) best;
    }

    private void clear(int wide, int high, int end, int line) {
        for (int j = 0; j < high; j++) {
            int at = (down.start(line) + j) * width + across.start(end);
            for (int i = 0; i < wide; i++) {
                votes[labels[at + i]] = 0;
            }
        }
    }
}
