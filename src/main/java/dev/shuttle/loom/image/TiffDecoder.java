package dev.shuttle.loom.image;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.PictureException.Code;
import dev.shuttle.loom.work.Deadline;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decodes TIFF files: TwelveMonkeys' reader delivers the samples, what they mean is said by the directory. */
final class TiffDecoder {
    private static final byte[] NOTHING = {};
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int INKS = 5;
    private static final int YCBCR = 6;
    private static final int FIRST_OF_CAMERAS = 32803;
    private static final int OLD_JPEG = 6;
    private static final int ASSOCIATED_ALPHA = 1;
    private static final int UNASSOCIATED_ALPHA = 2;

    private final byte[] file;
    private final Rgb ground;
    private final Deadline deadline;
    private final boolean managed;
    private final TiffDirectory directory;
    private final int photometric;

    TiffDecoder(byte[] file, Rgb ground, Deadline deadline, boolean managed) throws PictureException {
        this.file = file;
        this.ground = ground;
        this.deadline = deadline;
        this.managed = managed;
        this.directory = new TiffDirectory(new Bytes(file), 0).ofPicture();
        this.photometric = (int) directory.value(TiffDirectory.PHOTOMETRIC, -1);
        if (photometric == FIRST_OF_CAMERAS || photometric == 34892) {
            throw new PictureException(
                    Code.UNSUPPORTED_PICTURE,
                    "a camera's raw file; export it as JPEG or TIFF with the camera's program");
        }
    }

    Picture decode() throws PictureException, IOException {
        if (TiffLab.isLab(photometric)) {
            TiffLab lab = new TiffLab(directory, photometric);
            BufferedImage image = read(lab.asLight(file));
            int bands = image.getRaster().getNumBands();
            return placed(image, lab.rows(image, alphaBand(bands < 3 ? 1 : 3, bands)), ColourConversion.NONE);
        }
        BufferedImage image = read(file);
        byte[] profile = managed ? directory.data(TiffDirectory.PROFILE) : null;
        if (photometric == PALETTE || image.getColorModel() instanceof IndexColorModel) {
            ArgbPlacing.Rows rows = (y, argb) -> image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
            return placed(image, rows, IccProfile.rgb(profile));
        }
        return switch (photometric) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO -> samples(image, 1, profile);
            case INKS -> inks(image.getRaster(), profile);
            case RGB, YCBCR -> samples(image, 3, profile);
            default ->
                image.getRaster().getNumBands() < 3
                        ? samples(image, 1, profile)
                        : samples(image, 3, photometric == -1 ? profile : null);
        };
    }

    private BufferedImage read(byte[] bytes) throws PictureException, IOException {
        MemoryImageStream stream = MemoryImageStream.ofUnknownLength(directory.head(), bytes, 8, NOTHING, deadline);
        return Reading.with(
                ImageReaders.all(PictureFormat.TIFF, "com.twelvemonkeys.").get(0), stream, reader -> reader.read(0));
    }

    /** The range of luma and chroma in an old-style JPEG, which the reader leaves out; in the newer style libtiff does too. */
    private ColourConversion range() throws PictureException {
        boolean oldJpeg = directory.value(TiffDirectory.COMPRESSION, 1) == OLD_JPEG;
        return photometric == YCBCR && oldJpeg ? LumaRange.of(directory) : ColourConversion.NONE;
    }

    private Picture samples(BufferedImage image, int colours, byte @Nullable [] profile) throws PictureException {
        Raster raster = image.getRaster();
        TiffSamples samples = new TiffSamples(raster, directory);
        int alpha = alphaBand(colours, raster.getNumBands());
        boolean premultiplied = alpha >= 0 && extraSample() == ASSOCIATED_ALPHA;
        byte[] row = new byte[raster.getNumBands() * raster.getWidth()];
        int bands = raster.getNumBands();
        ArgbPlacing.Rows rows = (y, argb) -> {
            samples.row(y, row);
            for (int x = 0, i = 0; x < argb.length; x++, i += bands) {
                int r = row[i] & 255;
                int g = colours == 1 ? r : row[i + 1] & 255;
                int b = colours == 1 ? r : row[i + 2] & 255;
                int a = alpha < 0 ? 255 : row[i + alpha] & 255;
                argb[x] = premultiplied && a < 255 ? divided(a, r, g, b) : a << 24 | r << 16 | g << 8 | b;
            }
        };
        return placed(image, rows, colours == 1 ? IccProfile.grey(profile) : range().then(IccProfile.rgb(profile)));
    }

    private static int divided(int alpha, int red, int green, int blue) {
        return alpha << 24 | divided(red, alpha) << 16 | divided(green, alpha) << 8 | divided(blue, alpha);
    }

    private static int divided(int value, int alpha) {
        return alpha == 0 ? 0 : Math.min(255, (value * 255 + alpha / 2) / alpha);
    }

    private int alphaBand(int colours, int bands) throws PictureException {
        long extra = extraSample();
        return bands > colours && (extra < 0 || extra == ASSOCIATED_ALPHA || extra == UNASSOCIATED_ALPHA)
                ? colours
                : -1;
    }

    /** What the first sample beyond the colours is: 0 unknown, 1 and 2 alpha; -1 where nothing is said. */
    private long extraSample() throws PictureException {
        return directory.value(TiffDirectory.EXTRA_SAMPLES, -1);
    }

    private Picture placed(BufferedImage image, ArgbPlacing.Rows rows, ColourConversion colours) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new ArgbPlacing(width, height, ground, colours, deadline).place(rows, 0, 0, width, height);
    }

    private Picture inks(Raster raster, byte @Nullable [] profile) throws PictureException {
        TiffSamples samples = new TiffSamples(raster, directory);
        InkConversion conversion = InkConversion.of(profile);
        Picture picture = Picture.blank(raster.getWidth(), raster.getHeight());
        int bands = raster.getNumBands();
        byte[] row = new byte[bands * raster.getWidth()];
        byte[] inks = new byte[4 * raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            deadline.check();
            samples.row(y, row);
            for (int x = 0; x < raster.getWidth(); x++) {
                System.arraycopy(row, bands * x, inks, 4 * x, 4);
            }
            conversion.convert(inks, picture.bgr(), 3 * y * picture.width(), picture.width());
        }
        return picture;
    }
}
