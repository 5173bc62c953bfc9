package dev.shuttle.provider;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A task's state, as the service states it. */
public sealed interface TaskStatus {
    /** What it is called in routes. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The task. */
    String taskId();

    /** Whether the task will not change any more. {@link Unknown} is not final: it passes right after a submission. */
    default boolean isFinal() {
        return false;
    }

    /** Waits for its turn; can be canceled. */
    record Pending(String taskId, @Nullable String requestId, TaskTimes times) implements TaskStatus {}

    /** Is being processed, suspended, or in a state we do not know. */
    record Running(String taskId, @Nullable String requestId, TaskTimes times) implements TaskStatus {}

    /**
     * At least one picture is there.
     *
     * @param results pictures, and the errors of those that failed; at least one {@link TaskResult.Picture}
     * @param imagesBilled as the service counts them
     */
    record Succeeded(
            String taskId, @Nullable String requestId, TaskTimes times, List<TaskResult> results, int imagesBilled)
            implements TaskStatus {
        @Override
        public boolean isFinal() {
            return true;
        }

        /** The first picture's address. */
        public String url() {
            return TaskResult.firstUrl(results).orElseThrow();
        }

        /**
         * Whether the task can have come of a submit of one picture with this prompt: nothing that the service states of it says otherwise.
         * Prompts are cut to the model's limit.
         */
        public boolean mayComeOf(String prompt) {
            return results.size() == 1
                    && results.stream()
                            .filter(TaskResult.Picture.class::isInstance)
                            .map(result -> ((TaskResult.Picture) result).originalPrompt())
                            .allMatch(stated -> stated == null || prompt.strip().startsWith(stated.strip()));
        }
    }

    /** Failed, or ended without a picture; nothing is billed. */
    record Failed(String taskId, @Nullable String requestId, TaskTimes times, CloudError error) implements TaskStatus {
        @Override
        public String name() {
            return error.code().startsWith("InternalError") ? "internal-error" : "failed";
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** Canceled while it waited; nothing is billed. */
    record Canceled(String taskId, @Nullable String requestId, TaskTimes times) implements TaskStatus {
        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The service does not know the task: not yet, not any more (24 hours), or it is another account's. */
    record Unknown(String taskId, @Nullable String requestId) implements TaskStatus {}

    /** There was no readable answer; {@link Polling#seen} says whether that will pass. */
    record Unread(String taskId, CloudError error) implements TaskStatus {}
}
