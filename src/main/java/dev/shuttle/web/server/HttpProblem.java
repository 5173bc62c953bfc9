package dev.shuttle.web.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.QuietException;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered as it is wanted; answered as problem JSON (RFC 9457). */
public final class HttpProblem extends RuntimeException implements QuietException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;
    private final @Nullable String hint;
    private final @Nullable String job;
    private final transient Map<String, String> headers;

    private HttpProblem(
            int status,
            String code,
            String detail,
            @Nullable String hint,
            @Nullable String job,
            Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.hint = hint;
        this.job = job;
        this.headers = headers;
    }

    /**
     * A problem.
     *
     * @param code stable, in capitals
     * @param detail what is wrong with this request
     * @param hint what to do
     */
    public HttpProblem(int status, String code, String detail, @Nullable String hint) {
        this(status, code, detail, hint, null, Map.of());
    }

    /** The same, of a job. */
    public HttpProblem of(String id) {
        return new HttpProblem(status, code, detail, hint, id, headers);
    }

    /** The same with more headers. */
    public HttpProblem with(Map<String, String> more) {
        return new HttpProblem(status, code, detail, hint, job, more);
    }

    /** HTTP's status. */
    public int status() {
        return status;
    }

    /** Stable, in capitals. */
    public String code() {
        return code;
    }

    /** What to do. */
    public @Nullable String hint() {
        return hint;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", HttpStatus.getMessage(status));
        members.put("status", status);
        members.put("code", code);
        members.put("detail", detail);
        if (hint != null) {
            members.put("hint", hint);
        }
        if (job != null) {
            members.put("job", job);
        }
        return members;
    }
}
