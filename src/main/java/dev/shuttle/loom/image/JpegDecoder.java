package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import dev.shuttle.loom.work.Deadline;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * Decodes JPEG files through the JDK's reader, which is given the samples' meaning and no profile, so that it converts
 * luma and chroma and nothing else. Rows are taken as they come, in progressive files once for every scan.
 */
final class JpegDecoder {
    private static final byte[] END_OF_IMAGE = {(byte) 0xff, (byte) 0xd9};
    /** Programs write 10 to 16 scans; whole passes over the picture are paid for each. */
    private static final int USUAL_SCANS = 16;

    private static final int MOST_SCANS = 300;
    private static final long MOST_PIXELS_OF_SCANS = 800_000_000;

    private final byte[] file;
    private final JpegLayout layout;
    private final int factor;
    private final Deadline deadline;

    JpegDecoder(byte[] file, int factor, Deadline deadline) throws PictureException {
        this.file = file;
        this.layout = JpegLayout.read(file);
        this.factor = factor;
        this.deadline = deadline;
    }

    Picture decode() throws PictureException, IOException {
        requireReadable();
        if (layout.frameMarker() == JpegLayout.LOSSLESS) {
            return colours().apply(Reduction.of(lossless(), factor));
        }
        ImageReader reader = ImageReaders.ofPlatform(PictureFormat.JPEG).get(0);
        return switch (layout.components()) {
            case 1, 3 -> colours().apply(Reading.with(reader, stream(), ready -> received(ready)));
            case 4 -> Reading.with(reader, stream(), ready -> inks(ready.readRaster(0, null)));
            default ->
                throw new PictureException(
                        Code.UNSUPPORTED_PICTURE, "a JPEG with " + layout.components() + " components");
        };
    }

    private void requireReadable() throws PictureException {
        int marker = layout.frameMarker();
        if (marker > JpegLayout.LOSSLESS) {
            String kind = marker < 0xc8 ? "hierarchical coding" : "arithmetic coding";
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a JPEG with " + kind + ", which few programs read");
        }
        if (layout.precision() != 8 && marker != JpegLayout.LOSSLESS) {
            throw new PictureException(
                    Code.UNSUPPORTED_PICTURE, "a JPEG with " + layout.precision() + " bits a sample");
        }
        if (layout.blocks() > 8L * file.length) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the JPEG is too short for the pixels it claims");
        }
        int scans = layout.scans();
        long pixels = (long) layout.width() * layout.height();
        if (scans > MOST_SCANS || (scans > USUAL_SCANS && scans * pixels > MOST_PIXELS_OF_SCANS)) {
            throw new PictureException(
                    Code.UNSUPPORTED_PICTURE, "a JPEG of " + scans + " scans, more than such a picture can need");
        }
    }

    private ColourConversion colours() throws PictureException {
        return layout.components() == 1 ? IccProfile.grey(layout.profile()) : IccProfile.rgb(layout.profile());
    }

    private MemoryImageStream stream() throws PictureException {
        return new MemoryImageStream(layout.head(), file, layout.firstScan(), END_OF_IMAGE, deadline);
    }

    /** The JDK knows no lossless JPEG. */
    private Picture lossless() throws PictureException, IOException {
        Iterator<ImageReader> readers =
                ImageReaders.all(PictureFormat.JPEG, "com.twelvemonkeys.").iterator();
        return Reading.with(
                readers.next(),
                stream(),
                ready -> BufferedPictures.picture(ready.read(0), dev.shuttle.loom.colour.Rgb.WHITE));
    }

    /** The picture from the rows as the reader delivers them: no image of its own is ever held. */
    private Picture received(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        ColorModel colours = types.next().getColorModel();
        boolean grey = colours.getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY);
        if (colours.hasAlpha()
                || colours.getTransferType() != DataBuffer.TYPE_BYTE
                || colours.getNumComponents() != (grey ? 1 : 3)) {
            throw new IOException("unexpected colours");
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        RowTarget target = RowTarget.of(width, height, factor);
        ReceivingRaster receiver = new ReceivingRaster(width, height, grey ? 1 : 3, target, deadline);
        ImageReadParam into = reader.getDefaultReadParam();
        into.setDestination(new BufferedImage(colours, receiver, false, null));
        reader.read(0, into);
        if (receiver.rows() != height) {
            throw new IOException("only " + receiver.rows() + " of " + height + " rows came");
        }
        return target.picture();
    }

    private Picture inks(Raster raster) throws IOException {
        int transform;
        try {
            transform = layout.transform();
        } catch (PictureException broken) {
            throw new IOException(broken);
        }
        RowTarget target = RowTarget.of(raster.getWidth(), raster.getHeight(), factor);
        InkConversion inks = InkConversion.of(layout.profile());
        byte[] row = new byte[4 * raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(0, y, raster.getWidth(), 1, row);
            if (transform == 2) {
                InkConversion.fromLuma(row);
            }
            InkConversion.invert(row);
            inks.convert(row, target.bytes(), target.start(y), raster.getWidth());
            target.written(y);
            deadline.check();
        }
        return target.picture();
    }
}
