package dev.shuttle.loom.image;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The readers of a format. Plug-ins are looked for only once one is needed: the search opens every jar of the class path,
 * which takes longer than decoding an ordinary JPEG.
 */
final class ImageReaders {
    private static boolean searched;

    private ImageReaders() {}

    /** Those that come with the JDK. */
    static List<ImageReader> ofPlatform(PictureFormat format) {
        return withLoader(ClassLoader.getPlatformClassLoader(), () -> found(format, "com.sun."));
    }

    /** All, those whose class name starts with {@code preferred} first. */
    static synchronized List<ImageReader> all(PictureFormat format, String preferred) {
        if (!searched) {
            withLoader(ImageReaders.class.getClassLoader(), () -> {
                ImageIO.scanForPlugins();
                return List.of();
            });
            searched = true;
        }
        List<ImageReader> readers = found(format, preferred);
        for (ImageReader other : found(format, "")) {
            if (!other.getClass().getName().startsWith(preferred)) {
                readers.add(other);
            }
        }
        return readers;
    }

    private static List<ImageReader> found(PictureFormat format, String prefix) {
        List<ImageReader> readers = new ArrayList<>();
        Iterator<ImageReader> all =
                ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
        while (all.hasNext()) {
            ImageReader reader = all.next();
            if (reader.getClass().getName().startsWith(prefix)) {
                readers.add(reader);
            }
        }
        return readers;
    }

    /** ImageIO's registry, when it is first used, searches what the thread's loader sees. */
    private static List<ImageReader> withLoader(
            ClassLoader loader, java.util.function.Supplier<List<ImageReader>> search) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return search.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
