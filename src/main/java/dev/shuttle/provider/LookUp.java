package dev.shuttle.provider;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the task list says about a submission whose answer was lost. */
public sealed interface LookUp {
    /**
     * The service has it: by all that can be known, this task is the job's.
     *
     * @param created when the service made it
     */
    record Found(String taskId, @Nullable String requestId, Instant created) implements LookUp {}

    /** The service does not have it: it may be sent again. */
    record NotAccepted() implements LookUp {}

    /**
     * It is not known, so nothing may be sent again.
     *
     * @param taskIds the tasks it could be; empty where the list cannot know, as for synchronous models or after a day
     * @param why in one sentence
     */
    record Ambiguous(List<String> taskIds, String why) implements LookUp {}
}
