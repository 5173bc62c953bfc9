package dev.shuttle.ops.doctor;

import java.util.List;
import java.util.Set;

/** One thing that is looked at. */
interface Check {
    /** Stable, in small letters; scripts and other checks go by it. */
    String name();

    /** Checks that must not have failed, or this one cannot be made. */
    default Set<String> needs() {
        return Set.of();
    }

    /** Looks; gives at least one finding. */
    List<Finding> look();
}
