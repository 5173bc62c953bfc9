package dev.shuttle.ops.console;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hawtio's own scripts, letters and pictures, which need no sign-in: sent as fast as a client reads, by no thread of its own. Pages
 * are the servlets', which write the base address into them. The maps for debuggers, up to 13 MB each, are not served.
 */
final class ConsoleFiles extends Handler.Abstract {
    private static final String FOLDER = "hawtio-static";
    private static final Pattern NAME = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final int BUFFER = 32 * 1024;

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "ico", "image/x-icon",
            "png", "image/png",
            "woff2", "font/woff2",
            "ttf", "font/ttf",
            "txt", "text/plain;charset=utf-8");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request).substring(Console.PATH.length());
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (!METHODS.contains(request.getMethod()) || !NAME.matcher(path).matches()) {
            return false;
        }
        if (path.endsWith(".map")) {
            Response.writeError(request, response, callback, 404);
            return true;
        }
        URL file = type == null ? null : ConsoleFiles.class.getClassLoader().getResource(FOLDER + path);
        if (file == null) {
            return false;
        }
        URLConnection opened = file.openConnection();
        // The names in static/ have their content's hash.
        String keep = path.startsWith("/static/") ? "max-age=31536000, immutable" : "no-cache";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, String.valueOf(type));
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, keep);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, opened.getContentLengthLong());
        if (request.getMethod().equals("HEAD")) {
            callback.succeeded();
            return true;
        }
        ByteBufferPool.Sized buffers =
                new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), false, BUFFER);
        Content.copy(Content.Source.from(buffers, opened.getInputStream()), response, callback);
        return true;
    }
}
