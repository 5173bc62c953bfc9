package dev.shuttle.web.server;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A part of the server that is made elsewhere and checks by itself who may come in.
 *
 * @param path where it begins, such as {@code /hawtio}
 * @param handler what answers there; it sets its own policy for browsers
 * @param files answers with what it has before the handler does, and holds no thread while a client reads
 * @param filter sees each request first
 */
public record Mount(String path, Handler handler, Request.Handler files, Filter filter) {
    boolean has(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }

    /** Sees each request before the handler does. */
    public interface Filter {
        /** A request that is complete. */
        @SuppressWarnings("ArrayRecordComponent")
        record Incoming(String method, String path, Function<String, @Nullable String> header, byte[] content) {
            /** A header's value. */
            public @Nullable String header(String name) {
                return header.apply(name);
            }
        }

        /**
         * Why a request is not let in.
         *
         * @param guess whether it has a wrong password
         */
        record Refusal(HttpProblem problem, boolean guess) {}

        /** Bytes of the longest content that is taken at this path. */
        int mostContent(String path);

        /** Empty where it may come in. */
        Optional<Refusal> refusal(Incoming incoming);
    }
}
