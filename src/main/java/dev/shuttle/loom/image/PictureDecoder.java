package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import java.io.IOException;

/** Chooses the way a file is decoded and makes sure that every failure is a {@link PictureException}. */
final class PictureDecoder {
    private final byte[] file;
    private final Rgb ground;
    private final int threads;

    PictureDecoder(byte[] file, Rgb ground, int threads) {
        this.file = file;
        this.ground = ground;
        this.threads = threads;
    }

    Picture decode() throws PictureException {
        try {
            PictureHeader header = PictureHeader.read(file);
            if (header.pixels() > Picture.MOST_PIXELS) {
                throw new PictureException(
                        Code.TOO_MANY_PIXELS, header.width() + " by " + header.height() + " pixels are too many");
            }
            return header.orientation().apply(stored(header));
        } catch (IOException | RuntimeException problem) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "the picture cannot be decoded: " + problem, problem);
        } catch (OutOfMemoryError problem) {
            throw new PictureException(Code.TOO_MANY_PIXELS, "there is not enough memory for the picture", problem);
        }
    }

    private Picture stored(PictureHeader header) throws PictureException, IOException {
        IccConversion profile = IccConversion.of(file, header.format());
        if (header.format() == PictureFormat.PNG && PngDecoder.understands(file)) {
            return profile.apply(new PngDecoder(file, ground).decode(threads));
        }
        PlatformDecoder platform = new PlatformDecoder(file, header, ground);
        if (header.format() == PictureFormat.JPEG && header.channels() <= 3) {
            return profile.apply(platform.decodeJpeg());
        }
        return platform.decode();
    }
}
