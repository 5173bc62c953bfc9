package dev.shuttle.provider;

import java.util.Set;

/** One model of a service, as the program needs to know it. */
public interface Model {
    /** As tickets, the journal and reports call it: {@code provider:model}; DashScope's without its prefix. */
    String name();

    /** Limits of the picture that is sent. */
    PictureLimits picture();

    /** The longest prompt in code points. */
    int promptLimit();

    /** The longest negative prompt in code points; 0 where there is none. */
    int negativeLimit();

    /** What its service can do with it. */
    Set<Ability> can();

    /** Whether something can be learned of a submit whose answer was lost. */
    default boolean isLookedUp() {
        return can().contains(Ability.LISTS_TASKS) || can().contains(Ability.TAKES_OWN_ID);
    }

    /** Whether a submission makes a task that can be polled. */
    default boolean makesTask() {
        return can().contains(Ability.MAKES_TASKS);
    }
}
