package dev.shuttle.provider;

import java.util.List;
import java.util.Set;

/**
 * What is known of the account's tasks beside the task list, read after it.
 *
 * @param known ids of tasks whose owners are known
 * @param others further intents whose answers never came, open or given up: each may own a task
 */
public record Claims(Set<String> known, List<SubmitIntent> others) {
    /** Keeps copies. */
    public Claims {
        known = Set.copyOf(known);
        others = List.copyOf(others);
    }
}
