package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes through the JDK's image readers, with TwelveMonkeys' for what those do not know. */
final class PlatformDecoder {
    private final byte[] file;
    private final PictureHeader header;
    private final Rgb ground;

    PlatformDecoder(byte[] file, PictureHeader header, Rgb ground) {
        this.file = file;
        this.header = header;
        this.ground = ground;
    }

    /** A grey or three-channel JPEG, its profile not applied. */
    Picture decodeJpeg() throws PictureException, IOException {
        for (ImageReader reader : ImageReaders.ofPlatform(header.format())) {
            try {
                return BufferedPictures.device(read(reader), ground);
            } catch (IOException | RuntimeException unusual) {
                break; // colour models the JDK's reader does not know: TwelveMonkeys' turn
            }
        }
        return decode();
    }

    Picture decode() throws PictureException, IOException {
        String preferred = header.format() == PictureFormat.JPEG || header.format() == PictureFormat.TIFF
                ? "com.twelvemonkeys."
                : "com.sun.";
        IOException last = new IOException("no reader for " + header.format());
        for (ImageReader reader : ImageReaders.all(header.format(), preferred)) {
            try {
                return BufferedPictures.adopt(read(reader), ground);
            } catch (IOException problem) {
                last = problem;
            }
        }
        throw last;
    }

    private BufferedImage read(ImageReader reader) throws PictureException, IOException {
        List<String> warnings = new ArrayList<>();
        try (ImageInputStream in = new MemoryImageStream(file)) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning.toLowerCase(Locale.ROOT)));
            BufferedImage image = reader.read(0);
            if (warnings.stream().anyMatch(w -> w.contains("premature end") || w.contains("truncated"))) {
                throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
            }
            return image;
        } catch (EOFException early) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing", early);
        } finally {
            reader.dispose();
        }
    }
}
