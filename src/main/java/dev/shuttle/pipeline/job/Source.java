package dev.shuttle.pipeline.job;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The picture that came in.
 *
 * @param name its file name as it arrived; data, never a path
 * @param from the way it came
 * @param bytes its size
 * @param sha256 of its bytes, in hex; null until they were read
 * @param format JPEG, PNG …; null until its first bytes were looked at
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param arrival what identifies this very file on the server it was fetched from; null for other ways
 */
public record Source(
        String name,
        Origin from,
        long bytes,
        @Nullable String sha256,
        @Nullable String format,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String arrival) {

    /** The ways in. */
    public enum Origin {
        INBOX,
        FTP,
        SFTP,
        REST,
        CLI;

        /** The word in {@code report.json} and for REST. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A picture of which only the outside is known. */
    public static Source arrived(String name, Origin from, long bytes) {
        return new Source(name, from, bytes, null, null, null, null, null);
    }

    /** The same, fetched from a server. */
    public Source fetched(@Nullable String identity) {
        return new Source(name, from, bytes, sha256, format, width, height, identity);
    }

    /** The same with what its bytes say. */
    public Source read(
            long size, String hash, @Nullable String pictureFormat, @Nullable Integer w, @Nullable Integer h) {
        return new Source(name, from, size, hash, pictureFormat, w, h, arrival);
    }

    /** The name without its ending, and without what a point paper that comes back has more, made safe for every file system. */
    public String stem() {
        return FileNames.stem(name.replaceFirst("\\.(pointpaper|falsecolours)(\\.[^.]*)$", "$2"));
    }

    /** The name's ending in lower case without the dot, {@code bin} where it has none. */
    public String extension() {
        return FileNames.extension(name);
    }
}
