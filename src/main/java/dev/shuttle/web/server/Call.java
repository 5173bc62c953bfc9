package dev.shuttle.web.server;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** One request, until it is answered. */
public final class Call {
    private final Request request;
    private final Writer writer;
    private final Map<String, String> parameters;
    private final AtomicBoolean answered = new AtomicBoolean();

    Call(Request request, Writer writer, Map<String, String> ofThePath) {
        this.request = request;
        this.writer = writer;
        this.parameters = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            parameters.put(field.getName(), String.join(",", field.getValues()));
        }
        parameters.putAll(ofThePath);
    }

    /** GET, POST … */
    public String method() {
        return request.getMethod();
    }

    /** The decoded path. */
    public String path() {
        return Request.getPathInContext(request);
    }

    /** The query as it was sent. */
    public @Nullable String query() {
        return request.getHttpURI().getQuery();
    }

    /** Parameters of path and query; the path's are stronger. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** One of them. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** One that the path has. */
    public String required(String name) {
        return java.util.Objects.requireNonNull(parameters.get(name), name);
    }

    /** All headers, each once. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        request.getHeaders().forEach(field -> headers.merge(field.getName(), field.getValue(), (a, b) -> a + ", " + b));
        return headers;
    }

    /** A header's values, comma separated. */
    public @Nullable String header(String name) {
        java.util.List<String> values = request.getHeaders().getValuesList(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** The content, for who reads it as it is. */
    public InputStream content() {
        return Content.Source.asInputStream(request);
    }

    /** The content as a form with a file; fails with an {@link HttpProblem}. */
    public CompletableFuture<Upload> upload(Upload.Rules rules) {
        return writer.uploads().open(new UploadReader(request, rules).read());
    }

    /** Answers; only the first answer counts. */
    public void answer(Answer answer) {
        if (answered.compareAndSet(false, true)) {
            writer.write(answer);
        }
    }
}
