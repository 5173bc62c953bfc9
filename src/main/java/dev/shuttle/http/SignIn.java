package dev.shuttle.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The form that takes the token from a person, and the way out. */
final class SignIn extends Handler.Abstract {
    static final String PATH = "/sign-in";
    static final String OUT = "/sign-out";

    private final @Nullable Keys keys;
    private final String form;

    SignIn(@Nullable Keys keys) {
        this.keys = keys;
        try (InputStream in = SignIn.class.getResourceAsStream("/http/sign-in.html")) {
            this.form = new String(Objects.requireNonNull(in, "sign-in.html").readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program is damaged: sign-in.html", e);
        }
    }

    static String addressFor(String wanted) {
        return PATH + "?to=" + URLEncoder.encode(wanted, UTF_8);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean out = Request.getPathInContext(request).equals(OUT);
        String method = request.getMethod();
        if (method.equals("POST")) {
            answer(out, request, response, callback);
        } else if (!out && (method.equals("GET") || method.equals("HEAD"))) {
            show(200, request, response, callback);
        } else {
            response.getHeaders().put(HttpHeader.ALLOW, out ? "POST" : "GET, HEAD, POST");
            Response.writeError(request, response, callback, 405);
        }
        return true;
    }

    private void answer(boolean out, Request request, Response response, Callback callback) throws Exception {
        if (out) {
            Response.putCookie(response, Keys.none());
            redirect(response, callback, PATH);
            return;
        }
        Fields sent = Request.getParameters(request);
        String token = sent.getValue("token");
        if (keys != null && (token == null || !keys.isToken(token.strip()))) {
            show(403, request, response, callback);
            return;
        }
        if (keys != null) {
            Response.putCookie(response, keys.session());
        }
        redirect(response, callback, local(sent.getValue("to")));
    }

    private void show(int status, Request request, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        response.getHeaders()
                .put(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
                                + " frame-ancestors 'none'");
        String page = form.replace("{{wrong}}", status == 200 ? "hidden" : "");
        boolean head = request.getMethod().equals("HEAD");
        Drain.write(request, response, ByteBuffer.wrap(head ? new byte[0] : page.getBytes(UTF_8)), callback);
    }

    private static void redirect(Response response, Callback callback, String to) {
        response.setStatus(303);
        response.getHeaders().put(HttpHeader.LOCATION, to);
        callback.succeeded();
    }

    /** Only to this server: a link from elsewhere must not lead on to elsewhere. */
    private static String local(@Nullable String to) {
        boolean ours = to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e]*") && to.indexOf('\\') < 0;
        return ours && to != null ? to : Pages.PATH + "/";
    }
}
