package dev.shuttle.dashscope;

import java.time.Instant;
import java.util.Set;

/**
 * That a picture is about to be sent; to be journaled before it is, so that a lost answer can be looked up.
 *
 * @param model the model's name
 * @param at when, by our clock, before the first try
 * @param knownTaskIds every task id the journal knows for this model since a day: tasks that are some other job's
 */
public record SubmitIntent(String model, Instant at, Set<String> knownTaskIds) {
    /** Keeps a copy. */
    public SubmitIntent {
        knownTaskIds = Set.copyOf(knownTaskIds);
    }
}
