package dev.shuttle.loom.convert;

import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.image.Picture;

/**
 * A picture as high in each part as the lines there are many, so that a grid of even rows gives it the pick densities of a cloth. Rows
 * are repeated, none is left out and no colours are mixed.
 */
final class Lengthwise {
    private Lengthwise() {}

    /** The picture itself where the density is even. */
    static Picture stretched(Picture picture, Density density, int lines) {
        if (density.isEven()) {
            return picture;
        }
        double cm = density.cm(lines);
        double least = density.stretches().stream()
                .mapToDouble(stretch -> stretch.linesPerCm())
                .min()
                .orElseThrow();
        int height = (int) Math.ceil(picture.height() * density.linesPerCm() / least);
        Picture stretched = Picture.blank(picture.width(), height);
        int row = 3 * picture.width();
        for (int y = 0; y < height; y++) {
            double place = density.cm((y + 0.5) / height * lines) / cm;
            int from = Math.min(picture.height() - 1, (int) (place * picture.height()));
            System.arraycopy(picture.bgr(), from * row, stretched.bgr(), y * row, row);
        }
        return stretched;
    }
}
