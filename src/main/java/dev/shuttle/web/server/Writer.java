package dev.shuttle.web.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;

/** Writes one answer. */
final class Writer {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Request.Handler files;
    private final Streams streams;

    Writer(Request request, Response response, Callback callback, Request.Handler files, Streams streams) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.files = files;
        this.streams = streams;
    }

    Streams.Uploads uploads() {
        return streams.uploads();
    }

    void write(Answer answer) {
        try {
            answer.headers().forEach(response.getHeaders()::put);
            if (answer instanceof Answer.Bytes bytes) {
                bytes(bytes);
            } else if (answer instanceof Answer.Content content) {
                content(content);
            } else if (answer instanceof Answer.Page page) {
                HttpURI address = HttpURI.build(request.getHttpURI(), URIUtil.encodePath(page.address()));
                files.handle(Request.serveAs(request, address), response, callback);
            } else {
                streams.open(((Answer.Events) answer).feed(), request, response, callback);
            }
        } catch (HttpProblem problem) {
            write(Answer.problem(problem));
        } catch (Exception e) {
            callback.failed(e);
        }
    }

    private void bytes(Answer.Bytes answer) {
        response.setStatus(answer.status());
        if (!answer.type().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.bytes().length);
        ByteBuffer content = ByteBuffer.wrap(request.getMethod().equals("HEAD") ? new byte[0] : answer.bytes());
        Drain.write(request, response, content, callback);
    }

    private void content(Answer.Content answer) throws java.io.IOException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, java.nio.file.Files.size(answer.file()));
        ByteBufferPool.Sized buffers =
                new ByteBufferPool.Sized(request.getComponents().getByteBufferPool());
        org.eclipse.jetty.io.Content.copy(
                org.eclipse.jetty.io.Content.Source.from(buffers, answer.file()), response, callback);
    }
}
