package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.util.Arrays;

/** From the JDK's images to pictures. */
final class BufferedPictures {
    private BufferedPictures() {}

    /** A copy over {@code ground}, in sRGB. */
    static Picture picture(BufferedImage image, Rgb ground) {
        if (image.getColorModel().getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY)) {
            return grey(image, ground);
        }
        Picture picture = Picture.blank(image.getWidth(), image.getHeight());
        int w = image.getWidth();
        int[] row = new int[w];
        int behind = ground.packed();
        boolean opaque = !image.getColorModel().hasAlpha();
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, w, 1, row, 0, w);
            for (int x = 0; x < w; x++) {
                picture.set(x, y, opaque ? row[x] : over(row[x], behind));
            }
        }
        return picture;
    }

    /**
     * Grey samples as they are coded. The JDK's readers mark them with a colour space of linear light, which no file means:
     * converted by it, a grey photograph would come out far too bright.
     */
    private static Picture grey(BufferedImage image, Rgb ground) {
        Raster raster = image.getRaster();
        Picture picture = Picture.blank(image.getWidth(), image.getHeight());
        boolean opaque = !image.getColorModel().hasAlpha();
        int drop = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        int behind = ground.packed();
        int bands = raster.getNumBands();
        int[] row = new int[bands * image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, image.getWidth(), 1, row);
            for (int x = 0; x < image.getWidth(); x++) {
                int level = (row[bands * x] >> drop & 255) * 0x010101;
                int alpha = opaque ? 255 : row[bands * x + bands - 1] >> drop & 255;
                picture.set(x, y, over(alpha << 24 | level, behind));
            }
        }
        return picture;
    }

    /** The picture of a freshly decoded image: its own bytes where they have the right layout already. */
    static Picture adopt(BufferedImage image, Rgb ground) {
        Raster raster = image.getRaster();
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && raster.getDataBuffer() instanceof DataBufferByte data) {
            byte[] bytes = data.getData();
            if (bytes.length == 3 * image.getWidth() * image.getHeight() && data.getOffset() == 0) {
                return new Picture(image.getWidth(), image.getHeight(), bytes);
            }
        }
        return picture(image, ground);
    }

    /** The samples as they are, without the image's own colour space: what an ICC conversion of ours starts from. */
    static Picture device(BufferedImage image, Rgb ground) {
        Raster raster = image.getRaster();
        if (raster.getNumBands() == 3 && raster.getDataBuffer() instanceof DataBufferByte data) {
            if (raster.getSampleModel() instanceof ComponentSampleModel model
                    && Arrays.equals(model.getBandOffsets(), new int[] {2, 1, 0})
                    && model.getPixelStride() == 3
                    && data.getData().length == 3 * image.getWidth() * image.getHeight()) {
                return new Picture(image.getWidth(), image.getHeight(), data.getData());
            }
        }
        return picture(image, ground);
    }

    /** A packed ARGB colour, not premultiplied, over an opaque one. */
    static int over(int argb, int ground) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        int r = mix(argb >> 16 & 255, ground >> 16 & 255, alpha);
        int g = mix(argb >> 8 & 255, ground >> 8 & 255, alpha);
        int b = mix(argb & 255, ground & 255, alpha);
        return r << 16 | g << 8 | b;
    }

    private static int mix(int over, int under, int alpha) {
        return (over * alpha + under * (255 - alpha) + 127) / 255;
    }
}
