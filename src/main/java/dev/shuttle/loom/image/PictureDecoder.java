package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import java.io.IOException;

/** Chooses the way a file is decoded and makes sure that every failure is a {@link PictureException}. */
final class PictureDecoder {
    private final byte[] file;
    private final Rgb ground;
    private final int threads;
    private final int factor;

    /** @param factor each pixel becomes the mean of so many, each way; 1 to 1024 */
    PictureDecoder(byte[] file, Rgb ground, int threads, int factor) {
        this.file = file;
        this.ground = ground;
        this.threads = threads;
        this.factor = factor;
    }

    Picture decode() throws PictureException {
        try {
            PictureHeader header = PictureHeader.read(file).requireDecodable();
            return header.orientation().apply(stored(header));
        } catch (IOException | RuntimeException problem) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "the picture cannot be decoded: " + problem, problem);
        } catch (OutOfMemoryError problem) {
            throw PictureException.tooLarge(problem);
        }
    }

    private Picture stored(PictureHeader header) throws PictureException, IOException {
        IccConversion profile = IccConversion.of(file, header.format());
        if (header.format() == PictureFormat.PNG && PngDecoder.understands(file)) {
            return profile.apply(new PngDecoder(file, ground).decode(threads, factor));
        }
        PlatformDecoder platform = new PlatformDecoder(file, header, ground);
        if (header.format() == PictureFormat.JPEG && header.channels() <= 3) {
            return profile.apply(platform.decodeJpeg(factor));
        }
        return Reduction.of(platform.decode(), factor);
    }
}
