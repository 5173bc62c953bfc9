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
        String check, Level level, Text seen, @Nullable Text hint) {

    /** How a check came out. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Works, but not as well as it could, or not for long. */
        WARN,
        /** Does not work until somebody acts. */
        FAIL,
        /** Not looked at; the finding says why. */
        SKIP
    }
}
