package dev.shuttle.loom.image;

import java.io.IOException;

/** A reader that went on reading long after the end; no EOFException, which some readers pass over. */
final class ReadPastEndException extends IOException {
    private static final long serialVersionUID = 1;

    ReadPastEndException() {
        super("read past the end again and again");
    }
}
