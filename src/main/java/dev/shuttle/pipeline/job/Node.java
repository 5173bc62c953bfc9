package dev.shuttle.pipeline.job;

import java.time.Duration;

/**
 * One program of several that work on one journal.
 *
 * @param name what people call it; no two nodes have the same
 * @param home identifies its work folder, whose lock only one process has
 * @param program which version of Shuttle it is
 * @param roles what it does of a job's way, as in the settings
 * @param lease how long it counts as there after it was last heard of
 * @param account of the service, which its pictures are sent to
 * @param isReached whether the others reach the files that it hands on
 */
public record Node(
        String name, String home, String program, String roles, Duration lease, String account, boolean isReached) {
    /** One that does everything, of nodes that have a store. */
    public Node(String name, String home, String program, Duration lease, String account) {
        this(name, home, program, "all", lease, account, true);
    }
}
