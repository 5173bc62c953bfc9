package dev.shuttle.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one POST. */
public sealed interface SubmitAnswer {
    /** What it is called in routes. */
    String name();

    /** Why there is neither a task nor a picture; null where there is one. */
    default @Nullable CloudError error() {
        return null;
    }

    /** Whether the picture was certainly not taken, so that it may be sent again. */
    default boolean isRefusal() {
        return false;
    }

    /**
     * The service has the picture and will bill it if it succeeds.
     *
     * @param taskId to be journaled before anything else
     * @param requestId where the service named it
     */
    record Accepted(String taskId, @Nullable String requestId) implements SubmitAnswer {
        @Override
        public String name() {
            return "accepted";
        }
    }

    /**
     * A synchronous model's result.
     *
     * @param results at least one {@link TaskResult.Picture} or {@link TaskResult.Inline}
     * @param requestId where the service named it
     * @param imagesBilled as the service counts them
     */
    record Done(List<TaskResult> results, @Nullable String requestId, int imagesBilled) implements SubmitAnswer {
        /** The first picture's address. */
        public String url() {
            return TaskResult.firstUrl(results).orElseThrow();
        }

        /** The first picture itself, where it came with the answer; null where it has an address. */
        public byte @Nullable [] picture() {
            return results.stream()
                    .filter(TaskResult.Inline.class::isInstance)
                    .map(result -> ((TaskResult.Inline) result).bytes())
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String name() {
            return "done";
        }
    }

    /** Not accepted, nothing is billed: the service says {@code InternalError}, which mostly lies with the input. */
    record ServiceFailed(CloudError error) implements SubmitAnswer {
        @Override
        public String name() {
            return "internal-error";
        }

        @Override
        public boolean isRefusal() {
            return true;
        }
    }

    /** Not accepted, nothing is billed. */
    record Refused(CloudError error) implements SubmitAnswer {
        @Override
        public String name() {
            return "refused";
        }

        @Override
        public boolean isRefusal() {
            return true;
        }
    }

    /**
     * Sent, but nobody knows whether it was accepted. Look it up ({@link Provider#lookUp}) before anything is sent again.
     *
     * @param listed false for a synchronous model, which leaves nothing to be looked up
     */
    record AnswerLost(CloudError error, boolean listed) implements SubmitAnswer {
        @Override
        public String name() {
            return "lost";
        }
    }
}
