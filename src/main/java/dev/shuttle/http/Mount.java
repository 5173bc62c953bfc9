package dev.shuttle.http;

import org.eclipse.jetty.server.Handler;

/**
 * A part of the server that is made elsewhere and lets in whom it knows itself.
 *
 * @param path where it begins, such as {@code /hawtio}
 * @param handler what answers there; it sets its own policy for browsers
 * @param door looks at each request first
 */
public record Mount(String path, Handler handler, Door door) {
    boolean has(String asked) {
        return asked.equals(path) || asked.startsWith(path + "/");
    }
}
