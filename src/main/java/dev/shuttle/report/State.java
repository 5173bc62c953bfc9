package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.shuttle.report.outcome.Problem;

/** How a job ended. Written in capitals, as the journal does. */
@JsonFormat(shape = JsonFormat.Shape.STRING)
public enum State {
    /** The loom image is there. */
    DONE,
    /** The input was bad; the original is untouched and {@link Problem} says why. */
    REJECTED,
    /** The input was good and the program failed; the original is kept and {@link Problem} says why. */
    FAILED
}
