package dev.shuttle.web.server;

import dev.shuttle.report.outcome.Json;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The server's own errors as problem JSON; nothing of the inside is in them. */
final class Problems implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        if (cause == null && response.getStatus() < 400) {
            // Not modified, for one: the server takes this way with what has no content.
            callback.succeeded();
            return true;
        }
        HttpProblem problem = cause instanceof HttpProblem known ? known : problem(response.getStatus(), cause);
        problem.headers().forEach(response.getHeaders()::put);
        response.setStatus(problem.status());
        if (HttpStatus.hasNoBody(problem.status())) {
            callback.succeeded();
            return true;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        byte[] content = request.getMethod().equals("HEAD") ? new byte[0] : Json.bytes(problem.members());
        Drain.write(request, response, ByteBuffer.wrap(content), callback);
        return true;
    }

    private static HttpProblem problem(int set, Object cause) {
        int status = cause instanceof HttpException known ? known.getCode() : set >= 400 ? set : 500;
        String code =
                HttpStatus.getMessage(status).toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z]+", "_");
        String said = cause instanceof HttpException known && known.getReason() != null
                ? known.getReason()
                : HttpStatus.getMessage(status);
        if (status == 503) {
            // The server takes nothing new while it stops.
            return new HttpProblem(503, "STOPPING", "the program stops", "try again in a while")
                    .with(Map.of("Retry-After", "30"));
        }
        return new HttpProblem(status, code, said, status >= 500 ? "the log tells more" : null);
    }
}
