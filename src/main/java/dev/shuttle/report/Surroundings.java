package dev.shuttle.report;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a report page will lie.
 *
 * @param folder the folder with the files it shows
 * @param locale the language shown first, Chinese for {@code zh} and English for all others; null leaves it to the browser
 * @param gallery a relative link to the gallery; null where there is none
 */
public record Surroundings(
        Path folder, @Nullable Locale locale, @Nullable String gallery) {}
