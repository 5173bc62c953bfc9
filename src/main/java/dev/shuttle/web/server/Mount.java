package dev.shuttle.web.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;

/**
 * A part of the server that is made elsewhere and lets in whom it knows itself.
 *
 * @param path where it begins, such as {@code /hawtio}
 * @param handler what answers there; it sets its own policy for browsers
 * @param files answers what it has before the handler is asked, and holds no thread while a client reads
 * @param door looks at each request first
 */
public record Mount(String path, Handler handler, Request.Handler files, Door door) {
    boolean has(String asked) {
        return asked.equals(path) || asked.startsWith(path + "/");
    }
}
