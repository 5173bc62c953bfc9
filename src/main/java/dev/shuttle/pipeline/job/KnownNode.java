package dev.shuttle.pipeline.job;

import java.time.Duration;

/**
 * A node of a journal as the others see it.
 *
 * @param program which version of Shuttle it is
 * @param roles what it does of a job's way; {@code all} where a former version did not say
 * @param ahead how far its clock is ahead of the database's
 * @param jobs how many it has that have not ended
 */
public record KnownNode(String name, String program, String roles, Standing standing, Duration ahead, int jobs) {
    /** How a node stands that has not signed off. */
    public enum Standing {
        /** Its lease runs, and it takes work. */
        THERE,
        /** It takes nothing more, and has something left to do. */
        DRAINING,
        /** It takes nothing more, and has nothing left to do. */
        DRAINED,
        /** Its lease is out. */
        SILENT;

        /** As people and programs read it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether its lease runs. */
    public boolean isThere() {
        return standing != Standing.SILENT;
    }

    /** Whether it is there and does this. */
    public boolean does(String role) {
        return isThere()
                && (roles.equals("all") || java.util.List.of(roles.split(",")).contains(role));
    }
}
