package dev.shuttle.web.server;

import java.nio.file.Path;

/**
 * What a server needs to know of who comes in.
 *
 * @param guesses who is told of wrong tokens and passwords
 * @param sessions file where signed-in browsers are kept over a restart
 * @param maxFileSize bytes of the longest upload
 */
public record Access(Guesses guesses, Path sessions, long maxFileSize) {
    /** Room for a form's headers, its texts and what is only counted by who takes the form. */
    private static final long AROUND = 4L * 1024 * 1024;

    long mostContent() {
        return maxFileSize + AROUND;
    }
}
