package dev.shuttle.provider;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One picture of a result, or why there is none. */
public sealed interface TaskResult {
    /**
     * A picture to be fetched within 24 hours.
     *
     * @param url signed: whoever has it can fetch the picture
     * @param actualPrompt the prompt as the service rewrote it, where it says so
     * @param originalPrompt the prompt as it was sent, where the service says so
     */
    record Picture(
            String url,
            @Nullable String actualPrompt,
            @Nullable String originalPrompt) implements TaskResult {
        /** Without the signature. */
        @Override
        public String toString() {
            int query = url.indexOf('?');
            return "Picture[" + (query < 0 ? url : url.substring(0, query) + "?***") + "]";
        }
    }

    /**
     * A picture that came with the answer.
     *
     * @param bytes the file; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Inline(byte[] bytes) implements TaskResult {
        /** Without the picture. */
        @Override
        public String toString() {
            return "Inline[" + bytes.length + " bytes]";
        }
    }

    /** A picture that failed while others of the same task did not. */
    record Missing(CloudError error) implements TaskResult {}

    /** The first picture's address. */
    static Optional<String> firstUrl(List<TaskResult> results) {
        return results.stream()
                .filter(Picture.class::isInstance)
                .map(result -> ((Picture) result).url())
                .findFirst();
    }
}
