package dev.shuttle.ops.doctor;

import java.nio.file.Path;
import java.util.List;

/** Tells whether a Shuttle is at work here; either is fine, but it explains ports and folders. */
record RunningCheck(Path work) implements Check {
    @Override
    public String name() {
        return "running";
    }

    @Override
    public List<Finding> look() {
        return List.of(new Words(name()).ok(Running.on(work) ? "running" : "running.not", work));
    }
}
