package dev.shuttle.provider;

/** What a model's service can do beside making a picture of a picture. */
public enum Ability {
    /** Answers with a task that is polled until it ends; else the picture comes with the answer. */
    MAKES_TASKS,
    /** Lists the account's tasks, so that a submit whose answer was lost can be looked up. */
    LISTS_TASKS,
    /** Takes an id of ours for what is sent, by which it can be asked for: a lost answer is settled exactly. */
    TAKES_OWN_ID,
    /** Cancels a task that waits. */
    CANCELS,
    /** Makes the same picture again of the same seed. */
    SEED,
    /** Costs nothing, as a server of one's own: what is not known to have been made may simply be asked for again. */
    FREE
}
