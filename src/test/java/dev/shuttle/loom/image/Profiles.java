package dev.shuttle.loom.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small ICC profiles (ICC.1:2001-04, version 2) with curves of one exponent. */
final class Profiles {
    /** Display P3's primaries and white. */
    static final Chromaticities P3 = Chromaticities.of(0.3127, 0.3290, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06);

    private Profiles() {}

    /** Of three primaries. */
    static byte[] rgb(Chromaticities primaries, double gamma, String description) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text(description));
        double[] matrix = primaries.toXyz();
        String[] names = {"rXYZ", "gXYZ", "bXYZ"};
        for (int i = 0; i < 3; i++) {
            tags.put(names[i], xyz(matrix[i], matrix[3 + i], matrix[6 + i]));
        }
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        for (String curve : new String[] {"rTRC", "gTRC", "bTRC"}) {
            tags.put(curve, curve(gamma));
        }
        return profile("RGB ", tags);
    }

    /** The same without red's curve, with which nothing can be converted. */
    static byte[] unusable() {
        byte[] profile = rgb(P3, 2.2, "broken");
        String text = new String(profile, StandardCharsets.ISO_8859_1).replaceFirst("rTRC", "xxxx");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] grey(double gamma) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text("grey"));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        tags.put("kTRC", curve(gamma));
        return profile("GRAY", tags);
    }

    private static byte[] profile(String space, Map<String, byte[]> tags) {
        int size = 132
                + 12 * tags.size()
                + tags.values().stream().mapToInt(tag -> tag.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).putInt(size).putInt(0).putInt(0x02400000);
        out.put(ascii("mntr" + space + "XYZ "));
        out.position(36).put(ascii("acsp")).position(68);
        out.putInt(fixed(0.9642)).putInt(fixed(1)).putInt(fixed(0.8249));
        out.position(128).putInt(tags.size());
        int at = 132 + 12 * tags.size();
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            out.put(ascii(tag.getKey())).putInt(at).putInt(tag.getValue().length);
            at += tag.getValue().length;
        }
        tags.values().forEach(out::put);
        return out.array();
    }

    private static byte[] text(String text) {
        int padded = (12 + text.length() + 1 + 11 + 67 + 3) & ~3;
        return ByteBuffer.allocate(padded)
                .put(ascii("desc"))
                .putInt(0)
                .putInt(text.length() + 1)
                .put(ascii(text))
                .array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(fixed(x))
                .putInt(fixed(y))
                .putInt(fixed(z))
                .array();
    }

    private static byte[] curve(double gamma) {
        return ByteBuffer.allocate(16)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(256 * gamma))
                .array();
    }

    private static int fixed(double value) {
        return (int) Math.round(65536 * value);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
