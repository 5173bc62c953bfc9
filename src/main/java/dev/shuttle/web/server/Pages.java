package dev.shuttle.web.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;

/** The outbox below {@code /outbox/}: ETag, ranges, {@code index.html}; nothing hidden, nothing by way of a link. */
final class Pages extends Handler.Wrapper {
    static final String PATH = "/outbox";

    /** What the gallery and the reports need, and nothing of another site. */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
            + " worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    Pages(Path outbox) throws IOException {
        PublicFiles files = new PublicFiles(outbox);
        ResourceHandler resources = new ResourceHandler() {
            @Override
            protected HttpContent.Factory newHttpContentFactory() {
                return files;
            }
        };
        resources.setBaseResource(files.root());
        resources.setDirAllowed(false);
        resources.setEtags(true);
        resources.setPrecompressedFormats(List.of());
        ContextHandler context = new ContextHandler(resources, PATH);
        // PublicFiles has looked at links already, and takes no unusual letter for one.
        context.addAliasCheck((path, resource) -> true);
        setHandler(context);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("Content-Security-Policy", POLICY);
        // Ask each time whether it is still the same; the ETag makes that cheap.
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        if (!super.handle(request, response, callback)) {
            Response.writeError(request, response, callback, 404);
        }
        return true;
    }
}
