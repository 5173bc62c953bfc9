package dev.shuttle.ops.console;

import dev.shuttle.settings.Secret;

/** Someone who may sign in. */
public record Account(String user, Secret password, Role role) {
    /** What they may do there. */
    public enum Role {
        /** Look at everything, start and stop routes, cancel jobs. */
        OPERATOR,
        /** Look. */
        VIEWER
    }
}
