package dev.shuttle.pipeline.intake;

import java.nio.file.Path;

/**
 * Something in the inbox that is not taken.
 *
 * @param path where it lies, for people
 * @param kind whether somebody should do something about it
 * @param why what it is and what to do
 */
public record Left(Path path, Kind kind, String why) {
    /** Why it stays. */
    public enum Kind {
        /** It is none of the things that are taken: a link, a pipe. */
        BY_RULE,
        /** It would be taken if it could. */
        IN_TROUBLE
    }

    static Left byRule(Path path, String why) {
        return new Left(path, Kind.BY_RULE, why);
    }

    static Left inTrouble(Path path, String why) {
        return new Left(path, Kind.IN_TROUBLE, why);
    }

    @Override
    public String toString() {
        return path + " " + why;
    }
}
