package dev.shuttle.pipeline.publish;

import java.io.IOException;

/** A picture was written on while it was worked on: what was made of it is to be made anew. */
public final class SourceChangedException extends IOException {
    private static final long serialVersionUID = 1;

    SourceChangedException(String name) {
        super(name + " was changed while it was worked on");
    }
}
