package dev.shuttle.dashscope;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a submission. */
public sealed interface SubmitAnswer {
    /** The tries that failed, in order; the last one is the reason of {@link Refused} and {@link AnswerLost}. */
    List<Attempt> attempts();

    /**
     * The service has the picture and will bill it if it succeeds.
     *
     * @param taskId to be journaled before anything else
     * @param requestId where the service told it
     */
    record Accepted(String taskId, @Nullable String requestId, List<Attempt> attempts) implements SubmitAnswer {}

    /**
     * A synchronous model's result.
     *
     * @param results at least one {@link TaskResult.Picture}
     * @param requestId where the service told it
     * @param imagesBilled as the service counts them
     */
    record Done(List<TaskResult> results, @Nullable String requestId, int imagesBilled, List<Attempt> attempts)
            implements SubmitAnswer {
        /** The first picture's address. */
        public String url() {
            return TaskResult.firstUrl(results).orElseThrow();
        }
    }

    /** Not accepted, nothing is billed. All repeats the table allows were made. */
    record Refused(CloudError error, List<Attempt> attempts) implements SubmitAnswer {}

    /**
     * Sent, but nobody knows whether it was accepted. Look it up ({@link DashScope#lookUp}) before anything is sent again.
     *
     * @param listed false for a synchronous model, which leaves nothing to be looked up
     */
    record AnswerLost(CloudError error, boolean listed, List<Attempt> attempts) implements SubmitAnswer {}
}
