package dev.shuttle.ops.doctor;

import dev.shuttle.report.page.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one check saw.
 *
 * @param check the check's name; stable, in small letters
 * @param seen in one sentence, without a secret
 * @param hint what to do; null where nothing is to be done
 */
public record Finding(
        String check, Level level, Text seen, @Nullable Text hint) {}
