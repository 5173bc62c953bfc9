package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import dev.shuttle.loom.work.Deadline;
import dev.shuttle.loom.work.WorkStoppedException;
import java.io.IOException;

/** Chooses the way a file is decoded and makes sure that every failure is a {@link PictureException}. */
final class PictureDecoder {
    private final byte[] file;
    private final Rgb ground;
    private final int threads;
    private final int factor;
    private final Deadline deadline;
    private final boolean managed;

    /**
     * @param factor each pixel becomes the mean of so many, each way; 1 to 1024
     * @param managed whether colours are brought to sRGB; else they stay as they are stored
     */
    PictureDecoder(byte[] file, Rgb ground, int threads, int factor, Deadline deadline, boolean managed) {
        this.file = file;
        this.ground = ground;
        this.threads = threads;
        this.factor = factor;
        this.deadline = deadline;
        this.managed = managed;
    }

    Picture decode() throws PictureException {
        PictureHeader header = PictureHeader.read(file).requireDecodable();
        try {
            deadline.check();
            Picture stored = stored(header.format());
            deadline.check();
            return header.orientation().apply(asSaid(header, stored));
        } catch (WorkStoppedException stopped) {
            throw PictureException.stopped(stopped);
        } catch (IOException | RuntimeException | OutOfMemoryError problem) {
            throw ReaderFaults.of(problem, header.format());
        }
    }

    private Picture stored(PictureFormat format) throws PictureException, IOException {
        return switch (format) {
            case PNG -> new PngDecoder(file, ground, deadline, managed).decode(threads, factor);
            case JPEG -> new JpegDecoder(file, factor, deadline).decode();
            case GIF -> Reduction.of(new GifDecoder(file, ground, deadline).decode(), factor);
            case WEBP -> Reduction.of(new WebpDecoder(file, ground, deadline).decode(), factor);
            case TIFF -> Reduction.of(new TiffDecoder(file, ground, deadline, managed).decode(), factor);
            case BMP -> Reduction.of(new BmpDecoder(file, ground, deadline, managed).decode(), factor);
        };
    }

    /** Everything is reckoned with the size that the header says; no other picture may come of it. */
    private Picture asSaid(PictureHeader header, Picture stored) throws PictureException {
        boolean turned = header.orientation().swapsSides();
        int width = Reduction.reduced(turned ? header.height() : header.width(), factor);
        int height = Reduction.reduced(turned ? header.width() : header.height(), factor);
        if (stored.width() != width || stored.height() != height) {
            throw new PictureException(
                    Code.UNSUPPORTED_PICTURE,
                    "the header says " + header.width() + " by " + header.height() + " pixels, and there are others");
        }
        return stored;
    }
}
