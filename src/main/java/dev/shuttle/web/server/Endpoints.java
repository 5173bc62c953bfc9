package dev.shuttle.web.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives each request to the route that takes it. */
final class Endpoints extends Handler.Abstract {
    private final Router router;
    private final Request.Handler files;
    private final Streams streams;

    Endpoints(Router router, Request.Handler files, Streams streams) {
        this.router = router;
        this.files = files;
        this.streams = streams;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Router.Found found = router.find(request.getMethod(), Request.getPathInContext(request));
        // A picture may take minutes; that the connection is silent meanwhile is no fault.
        request.addIdleTimeoutListener(idle -> false);
        found.handler()
                .accept(new Call(request, new Writer(request, response, callback, files, streams), found.parameters()));
        return true;
    }
}
