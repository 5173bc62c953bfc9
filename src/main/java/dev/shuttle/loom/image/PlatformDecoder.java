package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes through the JDK's image readers, with TwelveMonkeys' for what those do not know. */
final class PlatformDecoder {
    /** What one of the readers makes of the file. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ImageReader reader) throws PictureException, IOException;
    }

    private final byte[] file;
    private final PictureHeader header;
    private final Rgb ground;

    PlatformDecoder(byte[] file, PictureHeader header, Rgb ground) {
        this.file = file;
        this.header = header;
        this.ground = ground;
    }

    /** A grey or three-channel JPEG, its profile not applied; each pixel the mean of {@code factor} by {@code factor}. */
    Picture decodeJpeg(int factor) throws PictureException, IOException {
        for (ImageReader reader : ImageReaders.ofPlatform(header.format())) {
            try {
                return read(reader, ready -> received(ready, factor));
            } catch (IOException | RuntimeException unusual) {
                break; // colour models the JDK's reader does not know: TwelveMonkeys' turn
            }
        }
        return Reduction.of(decode(), factor);
    }

    Picture decode() throws PictureException, IOException {
        String preferred = header.format() == PictureFormat.JPEG || header.format() == PictureFormat.TIFF
                ? "com.twelvemonkeys."
                : "com.sun.";
        IOException last = new IOException("no reader for " + header.format());
        for (ImageReader reader : ImageReaders.all(header.format(), preferred)) {
            try {
                return BufferedPictures.adopt(read(reader, ready -> ready.read(0)), ground);
            } catch (IOException problem) {
                last = problem;
            }
        }
        throw last;
    }

    /** The picture from the rows as the JDK's reader delivers them: no image of its own is ever held. */
    private Picture received(ImageReader reader, int factor) throws IOException {
        ColorModel colours = reader.getImageTypes(0).next().getColorModel();
        boolean grey = colours.getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY);
        if (colours.hasAlpha()
                || colours.getTransferType() != DataBuffer.TYPE_BYTE
                || colours.getNumComponents() != (grey ? 1 : 3)) {
            return Reduction.of(BufferedPictures.device(reader.read(0), ground), factor);
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        RowTarget target = RowTarget.of(width, height, factor);
        ReceivingRaster receiver = new ReceivingRaster(width, height, grey ? 1 : 3, target);
        ImageReadParam into = reader.getDefaultReadParam();
        into.setDestination(new BufferedImage(colours, receiver, false, null));
        reader.read(0, into);
        if (receiver.rows() != height) {
            throw new IOException("only " + receiver.rows() + " of " + height + " rows came");
        }
        return target.picture();
    }

    private <T> T read(ImageReader reader, Reading<T> reading) throws PictureException, IOException {
        List<String> warnings = new ArrayList<>();
        try (ImageInputStream in = new MemoryImageStream(file)) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning.toLowerCase(Locale.ROOT)));
            T made = reading.of(reader);
            if (warnings.stream().anyMatch(w -> w.contains("premature end") || w.contains("truncated"))) {
                throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
            }
            return made;
        } catch (EOFException early) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing", early);
        } finally {
            reader.dispose();
        }
    }
}
