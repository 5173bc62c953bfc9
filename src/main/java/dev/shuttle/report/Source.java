package dev.shuttle.report;

import org.jspecify.annotations.Nullable;

/**
 * The picture that came in.
 *
 * @param name the file name as it was dropped; any text, so never trusted
 * @param bytes its length
 * @param sha256 lower-case hex
 * @param format the format by the magic bytes, such as {@code jpeg}; absent where they are no format's
 * @param width pixels as stored; absent where the header could not be read
 * @param height pixels as stored
 * @param from the way it came in: inbox, ftp, sftp, rest or cli
 */
public record Source(
        String name,
        long bytes,
        @Nullable String sha256,
        @Nullable String format,
        @Nullable Integer width,
        @Nullable Integer height,
        String from) {}
