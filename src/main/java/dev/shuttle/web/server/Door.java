package dev.shuttle.web.server;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What looks at each request of a {@link Mount} before the mount does. */
public interface Door {
    /** A request that is complete. */
    @SuppressWarnings("ArrayRecordComponent")
    record Knock(String method, String path, Function<String, @Nullable String> header, byte[] content) {
        /** A header's value. */
        public @Nullable String header(String name) {
            return header.apply(name);
        }
    }

    /**
     * Why a request is not let in.
     *
     * @param guess whether it showed a wrong password
     */
    record Refused(HttpProblem problem, boolean guess) {}

    /** Bytes of the longest content that is taken at this path. */
    int mostContent(String path);

    /** Empty where it may come in. */
    Optional<Refused> refused(Knock knock);
}
