package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import dev.shuttle.loom.work.Deadline;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Decodes the first picture of a WebP file onto its canvas: what is lossless, alpha too, here; the lossy VP8 through
 * TwelveMonkeys, which gets the bare bitstream in a file of its own.
 */
final class WebpDecoder {
    /** Readers look a little ahead. */
    private static final byte[] PADDING = new byte[16];

    private final byte[] file;
    private final WebpFile webp;
    private final Rgb ground;
    private final Deadline deadline;

    WebpDecoder(byte[] file, Rgb ground, Deadline deadline) throws PictureException {
        this.file = file;
        this.webp = WebpFile.read(file);
        this.ground = ground;
        this.deadline = deadline;
    }

    Picture decode() throws PictureException, IOException {
        ColourConversion colours = IccProfile.rgb(webp.profile());
        WebpFile.Chunk image = webp.image();
        if (webp.isLossless()) {
            int[] argb = new Vp8lDecoder(file, image.from(), image.end(), deadline).decode();
            int width = webp.frameWidth();
            return placed((y, row) -> System.arraycopy(argb, y * width, row, 0, width), colours);
        }
        WebpFile.Chunk alpha = webp.alpha();
        Picture opaque = colours.apply(lossy(image));
        if (alpha == null && opaque.width() == webp.width() && opaque.height() == webp.height()) {
            return opaque;
        }
        byte[] alphas = alpha == null ? null : new WebpAlpha(file, alpha, deadline).decode(opaque);
        return placed(
                (y, row) -> {
                    opaque.row(y, row, 0);
                    for (int x = 0, i = y * opaque.width(); x < opaque.width(); x++, i++) {
                        row[x] |= (alphas == null ? 255 : alphas[i] & 255) << 24;
                    }
                },
                ColourConversion.NONE);
    }

    private Picture placed(ArgbPlacing.Rows rows, ColourConversion colours) {
        return new ArgbPlacing(webp.width(), webp.height(), ground, colours, deadline)
                .place(rows, webp.left(), webp.top(), webp.frameWidth(), webp.frameHeight());
    }

    private Picture lossy(WebpFile.Chunk image) throws PictureException, IOException {
        ByteBuffer head = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + image.length());
        head.put("WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)).putInt(image.length());
        MemoryImageStream stream =
                MemoryImageStream.ofUnknownLength(head.array(), file, image.from(), PADDING, deadline);
        BufferedImage decoded = Reading.with(
                ImageReaders.all(PictureFormat.WEBP, "com.twelvemonkeys.").get(0), stream, reader -> reader.read(0));
        if (decoded.getWidth() != webp.frameWidth() || decoded.getHeight() != webp.frameHeight()) {
            throw new PictureException(Code.UNSUPPORTED_PICTURE, "a WebP whose picture has another size than it says");
        }
        return BufferedPictures.adopt(decoded, ground);
    }
}
