package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.work.Deadline;

/** Decodes the first picture of a WebP file onto its canvas. */
final class WebpDecoder {
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

    Picture decode() throws PictureException {
        ColourConversion colours = IccProfile.rgb(webp.profile());
        WebpFile.Chunk image = webp.image();
        if (webp.isLossless()) {
            int[] argb = new Vp8lDecoder(file, image.from(), image.end(), deadline).decode();
            int width = webp.frameWidth();
            return placed((y, row) -> System.arraycopy(argb, y * width, row, 0, width), colours);
        }
        WebpFile.Chunk alpha = webp.alpha();
        Picture opaque = colours.apply(new Vp8Decoder(file, image.from(), image.end(), deadline).decode());
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
}
