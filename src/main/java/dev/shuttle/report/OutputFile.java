package dev.shuttle.report;

import org.jspecify.annotations.Nullable;

/**
 * A file of the job's folder.
 *
 * @param role what it is for
 * @param path its name relative to the folder, {@code /} between parts
 * @param bytes its length
 * @param sha256 lower-case hex
 */
public record OutputFile(
        Role role, String path, long bytes, @Nullable String sha256) {}
