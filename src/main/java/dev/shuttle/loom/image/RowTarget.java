package dev.shuttle.loom.image;

/** Where decoded rows go, from the first to the last: each is written to the bytes from its start on, then reported. */
interface RowTarget {
    /** For a picture of that size, or for a smaller one of the means of {@code factor} by {@code factor} pixels. */
    static RowTarget of(int width, int height, int factor) {
        return factor == 1 ? new WholePicture(Picture.blank(width, height)) : new Reduction(width, height, factor);
    }

    /** Blue, green, red; the same array for every row. */
    byte[] bytes();

    /** Where in {@link #bytes} the row begins. */
    int start(int row);

    /** To be called once the row has been written. */
    void written(int row);

    /** The picture; complete when the last row has been written. */
    Picture picture();

    /** All pixels as they are. */
    record WholePicture(Picture picture) implements RowTarget {
        @Override
        public byte[] bytes() {
            return picture.bgr();
        }

        @Override
        public int start(int row) {
            return 3 * row * picture.width();
        }

        @Override
        public void written(int row) {}
    }
}
