package dev.shuttle.loom.convert.label;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Small pictures and label maps written as text, one character a pixel. */
final class Sketch {
    private Sketch() {}

    static Picture picture(Map<Character, Integer> colours, String... rows) {
        Picture picture = Picture.blank(rows[0].length(), rows.length);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                picture.set(x, y, Objects.requireNonNull(colours.get(rows[y].charAt(x))));
            }
        }
        return picture;
    }

    /** Digits as labels. */
    static byte[] labels(String... rows) {
        String all = String.join("", rows);
        byte[] labels = new byte[all.length()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (all.charAt(i) - '0');
        }
        return labels;
    }

    static String[] text(byte[] labels, int width) {
        String[] rows = new String[labels.length / width];
        Arrays.setAll(rows, y -> {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < width; x++) {
                row.append(labels[y * width + x]);
            }
            return row.toString();
        });
        return rows;
    }

    static List<Rgb> colours(int... packed) {
        return Arrays.stream(packed).mapToObj(Rgb::of).toList();
    }

    /** {@code share} of {@code other}, the rest of {@code one}, in coded values as renderers mix. */
    static int mixed(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double level = (one >> shift & 255) * (1 - share) + (other >> shift & 255) * share;
            mixed |= (int) Math.round(level) << shift;
        }
        return mixed;
    }
}
