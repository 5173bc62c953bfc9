package dev.shuttle.web.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The outermost handler: bounds what each request sends, and how slowly its client sends and reads. */
final class PaceHandler extends Handler.Wrapper {
    private final Connections connections;
    private final ClientLimits limits;
    private final long mostContent;

    /** @param mostContent bytes of the longest body that is taken anywhere */
    PaceHandler(Connections connections, ClientLimits limits, long mostContent, Handler inside) {
        super(inside);
        this.connections = connections;
        this.limits = limits;
        this.mostContent = mostContent;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        PacedRequest paced = new PacedRequest(request, mostContent, limits.upload());
        PacedResponse pacedResponse = new PacedResponse(paced, response);
        paced.writing(pacedResponse);
        ClientConnection link = connections.of(request.getConnectionMetaData().getConnection());
        if (link != null) {
            link.begin(paced, Connections.now());
            Request.addCompletionListener(request, failure -> link.end(Connections.now()));
        }
        try {
            return super.handle(paced, pacedResponse, callback);
        } catch (Exception e) {
            Response.writeError(paced, pacedResponse, callback, e);
            return true;
        }
    }
}
