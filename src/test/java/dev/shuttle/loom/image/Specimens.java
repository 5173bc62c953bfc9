package dev.shuttle.loom.image;

import dev.shuttle.loom.convert.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small file of every kind that the decoder knows. */
public final class Specimens {
    /** A file and what it is. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Specimen(String name, byte[] file) {}

    private final List<Specimen> all = new ArrayList<>();
    private final BufferedImage photo = Pictures.photo(40, 30).toBufferedImage();

    private Specimens() {}

    /** One of each kind. */
    public static List<Specimen> all() throws IOException {
        Specimens specimens = new Specimens();
        specimens.pngs();
        specimens.jpegs();
        specimens.tiffs();
        specimens.webps();
        specimens.others();
        return specimens.all;
    }

    private void add(String name, byte[] file) {
        all.add(new Specimen(name, file));
    }

    private BufferedImage copy(int type) {
        BufferedImage copy = new BufferedImage(40, 30, type);
        copy.createGraphics().drawImage(photo, 0, 0, null);
        return copy;
    }

    private void pngs() throws IOException {
        byte[] rgb = Encoded.file(photo, "png");
        add("rgb.png", rgb);
        add("interlaced.png", Encoded.file(photo, "png", Encoded::interlaced));
        add("grey.png", Encoded.file(copy(BufferedImage.TYPE_BYTE_GRAY), "png"));
        add("grey16.png", Encoded.file(copy(BufferedImage.TYPE_USHORT_GRAY), "png"));
        add("alpha.png", Encoded.file(copy(BufferedImage.TYPE_INT_ARGB), "png"));
        add("palette.png", Encoded.file(copy(BufferedImage.TYPE_BYTE_INDEXED), "png"));
        add("bilevel.png", Encoded.file(copy(BufferedImage.TYPE_BYTE_BINARY), "png"));
        byte[] profile = Profiles.rgb(Profiles.P3, 1.8, "wide");
        add("profile.png", Chunks.afterHeader(rgb, "iCCP", Chunks.profile(profile)));
        add(
                "gamma.png",
                Chunks.afterHeader(
                        rgb, "gAMA", ByteBuffer.allocate(4).putInt(100000).array()));
        add("coded.png", Chunks.afterHeader(rgb, "cICP", new byte[] {9, 13, 0, 1}));
        ByteBuffer exif = ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6);
        add("late-exif.png", Chunks.beforeEnd(rgb, "eXIf", exif.array()));
    }

    private void jpegs() throws IOException {
        byte[] jpeg = Encoded.file(photo, "jpeg");
        add("baseline.jpg", jpeg);
        add("progressive.jpg", Encoded.file(photo, "jpeg", Encoded::interlaced));
        add("grey.jpg", Encoded.file(copy(BufferedImage.TYPE_BYTE_GRAY), "jpeg"));
        add("turned.jpg", JpegFixtures.withOrientation(jpeg, 6));
        byte[] profile = Profiles.rgb(Profiles.P3, 2.2, "P3 with sRGB in its name");
        ByteBuffer data = ByteBuffer.allocate(14 + profile.length);
        data.put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII)).put(profile);
        add("profile.jpg", JpegFixtures.withSegment(jpeg, 0xe2, data.array()));
        add("inks.jpg", CmykJpegTest.inks(0, 40, 90, 200, 220));
        add("luma-of-inks.jpg", CmykJpegTest.inks(2, 40, 90, 200, 220));
    }

    private void tiffs() throws IOException {
        for (String compression : new String[] {"LZW", "Deflate", "PackBits", "JPEG"}) {
            add(compression + ".tif", Encoded.file(photo, "tiff", Encoded.compressed(compression)));
        }
        add(
                "grey12.tif",
                new TiffFile().with(16, 16, 1, 12, ramp(384), Map.of()).bytes());
        add(
                "signed16.tif",
                new TiffFile().with(16, 16, 1, 16, ramp(512), Map.of(339, 2)).bytes());
        add(
                "float.tif",
                new TiffFile()
                        .with(16, 16, 1, 32, new byte[1024], Map.of(339, 3))
                        .bytes());
        add(
                "premultiplied.tif",
                new TiffFile()
                        .with(16, 16, 4, 8, ramp(1024), Map.of(338, new short[] {1}))
                        .bytes());
        add(
                "extra.tif",
                new TiffFile()
                        .with(16, 16, 4, 8, ramp(1024), Map.of(338, new short[1]))
                        .bytes());
        for (int photometric = 8; photometric <= 10; photometric++) {
            add(
                    "lab%d.tif".formatted(photometric),
                    new TiffFile()
                            .with(16, 16, 3, 8, ramp(768), Map.of(262, photometric))
                            .bytes());
        }
        add(
                "thumbnail.tif",
                new TiffFile()
                        .with(4, 4, 1, 8, new byte[16], Map.of(254, 1))
                        .with(16, 16, 3, 8, ramp(768), Map.of(34675, Profiles.rgb(Profiles.P3, 2.2, "wide")))
                        .bytes());
    }

    private static byte[] ramp(int length) {
        byte[] ramp = new byte[length];
        for (int i = 0; i < length; i++) {
            ramp[i] = (byte) i;
        }
        return ramp;
    }

    private void webps() {
        byte[] flat = Chunks.flat(30, 20, 0x80c8102e, false);
        add("lossless.webp", WebpTest.LOSSLESS);
        add("lossy.webp", WebpTest.LOSSY);
        add("flat.webp", Chunks.webp(flat));
        byte[] profile = Profiles.rgb(Profiles.P3, 2.2, "wide");
        add("extended.webp", Chunks.webp(Chunks.extended(0x30, 30, 20), Chunks.riff("ICCP", profile), flat));
        byte[] frame = Chunks.frame(4, 2, 30, 20, flat);
        add("animated.webp", Chunks.webp(Chunks.extended(0x12, 40, 30), Chunks.riff("ANIM", new byte[6]), frame));
        byte[] lossy = java.util.Arrays.copyOfRange(WebpTest.LOSSY, 12, WebpTest.LOSSY.length);
        byte[] alpha = new byte[1 + 64 * 32];
        alpha[0] = 2 << 2;
        add("alpha.webp", Chunks.webp(Chunks.extended(0x10, 64, 32), Chunks.riff("ALPH", alpha), lossy));
    }

    private void others() throws IOException {
        add("plain.gif", Encoded.file(copy(BufferedImage.TYPE_BYTE_INDEXED), "gif"));
        add("interlaced.gif", Encoded.file(copy(BufferedImage.TYPE_BYTE_INDEXED), "gif", Encoded::interlaced));
        add("placed.gif", GifFiles.red(40, 30, 10, 5, 20, 20));
        byte[] bmp = Encoded.file(photo, "bmp");
        add("rgb.bmp", bmp);
        add("palette.bmp", Encoded.file(copy(BufferedImage.TYPE_BYTE_INDEXED), "bmp"));
        add("packed.bmp", Encoded.file(copy(BufferedImage.TYPE_BYTE_INDEXED), "bmp", Encoded.compressed("BI_RLE8")));
        add("os2.bmp", BmpVariantsTest.ofOs2(bmp));
    }
}
