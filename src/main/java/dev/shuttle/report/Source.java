package dev.shuttle.report;

import org.jspecify.annotations.Nullable;

/**
 * The picture that came in.
 *
 * @param name the file name as it was dropped; any text, so never trusted
 * @param bytes its length
 * @param sha256 lower-case hex
 * @param format the format the magic bytes tell, such as {@code jpeg}; absent where they tell none
 * @param width pixels as stored; absent where the header could not be read
 * @param height pixels as stored
 * @param from the way it came in
 */
public record Source(
        String name,
        long bytes,
        @Nullable String sha256,
        @Nullable String format,
        @Nullable Integer width,
        @Nullable Integer height,
        Origin from) {}
