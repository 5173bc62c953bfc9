package dev.shuttle.loom.image;

import dev.shuttle.loom.image.PictureException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;

/** One use of an image reader, which is put away after it. */
@FunctionalInterface
interface Reading<T> {
    T of(ImageReader reader) throws PictureException, IOException;

    /** What the reader makes of the stream; a stream that ends too early is refused even where the reader only warns. */
    static <T> T with(ImageReader reader, MemoryImageStream stream, Reading<T> reading)
            throws PictureException, IOException {
        List<String> warnings = new ArrayList<>();
        try (MemoryImageStream in = stream) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning.toLowerCase(Locale.ROOT)));
            T made = reading.of(reader);
            if (warnings.stream().anyMatch(w -> w.contains("premature end") || w.contains("truncated"))) {
                throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing");
            }
            return made;
        } catch (EOFException | ReadPastEndException early) {
            throw new PictureException(Code.TRUNCATED_PICTURE, "the picture's end is missing", early);
        } finally {
            reader.dispose();
        }
    }
}
