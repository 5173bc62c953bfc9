package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What a picture file says about itself before a pixel is decoded.
 *
 * @param width as it is looked at, that is with its orientation applied; pixels
 * @param height likewise
 * @param orientation EXIF's or XMP's, 1 (upright) to 8
 * @param channels of the file: 1 grey or indexed, 2 grey and alpha, 3, 4 RGB and alpha or CMYK; 0 where it takes decoding
 */
public record PictureHeader(PictureFormat format, int width, int height, Orientation orientation, int channels) {
    /** Reads the header of a whole file. */
    public static PictureHeader read(byte[] file) throws PictureException {
        if (file.length == 0) {
            throw new PictureException(Code.EMPTY_FILE, "the file is empty");
        }
        Optional<ForeignFormat> foreign = ForeignFormat.of(file);
        if (foreign.isPresent()) {
            throw PictureException.foreign(foreign.get());
        }
        PictureFormat format = PictureFormat.of(file)
                .orElseThrow(() ->
                        new PictureException(Code.NOT_A_PICTURE, "the first bytes are those of no picture format"));
        try {
            return new HeaderReader(file).read(format);
        } catch (RuntimeException problem) {
            throw ReaderFaults.of(problem, format);
        }
    }

    /** Reads all of {@code in}, which the caller bounds and closes. */
    public static PictureHeader read(InputStream in) throws IOException, PictureException {
        return read(in.readAllBytes());
    }

    /** Refuses what no loom needs before memory is spent on it, whatever the file claims. */
    public PictureHeader requireDecodable() throws PictureException {
        if (pixels() > Picture.MOST_PIXELS) {
            throw new PictureException(Code.TOO_MANY_PIXELS, width + " by " + height + " pixels are too many");
        }
        return this;
    }

    public long pixels() {
        return (long) width * height;
    }
}
