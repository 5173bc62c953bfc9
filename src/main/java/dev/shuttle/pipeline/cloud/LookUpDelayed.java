package dev.shuttle.pipeline.cloud;

import java.io.IOException;

/**
 * What was sent cannot be asked for now, and may not be sent again: the job waits as it is, with its open intent, or with the address of its
 * picture.
 */
public final class LookUpDelayed extends IOException {
    private static final long serialVersionUID = 1L;

    LookUpDelayed(String message) {
        super(message);
    }
}
