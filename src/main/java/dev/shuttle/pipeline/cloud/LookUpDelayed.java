package dev.shuttle.pipeline.cloud;

import java.io.IOException;

/** A lost submit cannot be looked up now, and may not be sent again before it was: the job waits, with its intent as it is. */
public final class LookUpDelayed extends IOException {
    private static final long serialVersionUID = 1L;

    LookUpDelayed(String message) {
        super(message);
    }
}
