package dev.shuttle.web.server;

import java.nio.file.Path;
import java.util.Map;

/**
 * A form with one file, complete and on the disk.
 *
 * @param file where it lies; the taker moves it away
 * @param fileName as the client has it: data, perhaps a whole path
 * @param texts the other parts, without the empty ones
 */
public record Upload(Path file, String fileName, Map<String, String> texts) {}
