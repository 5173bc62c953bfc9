package dev.shuttle.emulator;

import dev.shuttle.emulator.picture.PictureFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes as a picture.
 *
 * @param leastSide smallest width and height, in pixels
 * @param mostSide largest width and height, in pixels
 * @param mostBytes of the base64 text, or of the file where it is no data URL
 * @param alpha whether transparency is taken
 */
record PictureRules(int leastSide, int mostSide, int mostBytes, boolean alpha) {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    static PictureRules of(Model model) {
        return switch (model.body()) {
            case INSTRUCTION -> new PictureRules(512, 4096, TEN_MEGABYTES, true);
            case IMAGES -> new PictureRules(384, 5000, TEN_MEGABYTES, false);
            case REFERENCE -> new PictureRules(256, 5760, TEN_MEGABYTES, true);
            case MESSAGES -> messages(model.name());
        };
    }

    private static PictureRules messages(String name) {
        if (name.startsWith("wan2.7")) {
            return new PictureRules(240, 8000, 2 * TEN_MEGABYTES, false);
        }
        return name.startsWith("wan2.6")
                ? new PictureRules(240, 8000, TEN_MEGABYTES, false)
                : new PictureRules(10, 8000, TEN_MEGABYTES, true);
    }

    /** What is wrong with this picture, or null; it is decoded once in full, so that a result can be made of it. */
    @Nullable
    Problem check(Fields.Picture place, byte[] bytes) {
        int length = Math.max(bytes.length, String.valueOf(place.value()).length());
        if (length > mostBytes) {
            return Problem.undocumented(
                    "InvalidImage.ImageSize", place.field() + ": " + length + " bytes, the most is " + mostBytes);
        }
        try {
            PictureFile.Size size = PictureFile.size(bytes);
            if (!size.within(leastSide, mostSide)) {
                return Problem.undocumented(
                        "InvalidImageResolution",
                        "%s: %d x %d pixels, each side must be within [%d, %d]"
                                .formatted(place.field(), size.width(), size.height(), leastSide, mostSide));
            }
            PictureFile.decode(bytes);
            return alpha || !PictureFile.hasAlpha(bytes)
                    ? null
                    : Problem.undocumented(
                            "InvalidParameter", place.field() + ": transparency is not taken, lay it on white");
        } catch (IOException undecodable) {
            return Problem.of(DocumentedError.IMAGE_FORMAT, place.field() + ": cannot be decoded");
        }
    }
}
