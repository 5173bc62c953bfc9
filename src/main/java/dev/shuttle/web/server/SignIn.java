package dev.shuttle.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** The form that takes the token from a person, and the way out. */
final class SignIn extends Handler.Abstract {
    static final String PATH = "/sign-in";
    static final String OUT = "/sign-out";

    private static final int MOST_FIELDS = 8;
    private static final int MOST_BYTES = 8192;

    private final @Nullable Keys keys;
    private final Guesses guesses;
    private final Duration time;
    private final String form;

    /** @param time within which the form is to be complete */
    SignIn(@Nullable Keys keys, Guesses guesses, Duration time) {
        this.keys = keys;
        this.guesses = guesses;
        this.time = time;
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

    private void answer(boolean out, Request request, Response response, Callback callback) {
        if (out) {
            if (keys != null) {
                keys.signOut(request);
            }
            Response.putCookie(response, Keys.none(request));
            redirect(response, callback, PATH);
            return;
        }
        if (request.getLength() > MOST_BYTES) {
            throw PacedRequest.tooLong(MOST_BYTES);
        }
        PacedRequest paced = PacedRequest.of(request);
        if (paced != null) {
            paced.limit(MOST_BYTES, time);
        }
        // No thread waits for who writes a token slowly.
        FormFields.onFields(request, UTF_8, MOST_FIELDS, MOST_BYTES, new Promise.Invocable<>() {
            @Override
            public void succeeded(Fields sent) {
                signIn(sent, request, response, callback);
            }

            @Override
            public void failed(Throwable failure) {
                Response.writeError(request, response, callback, unreadable(failure));
            }
        });
    }

    private static HttpProblem unreadable(Throwable failure) {
        return failure instanceof HttpProblem known
                ? known
                : new HttpProblem(400, "BAD_FORM", "the form cannot be read", "send token=… as a browser does");
    }

    private void signIn(Fields sent, Request request, Response response, Callback callback) {
        String token = sent.getValue("token");
        if (keys != null && (token == null || !keys.isToken(token.strip()))) {
            Duration wait = guesses.wrong("api", request.getConnectionMetaData().getRemoteSocketAddress());
            Gate.answerLater(request, wait, () -> show(403, request, response, callback));
            return;
        }
        if (keys != null) {
            keys.signOut(request);
            Response.putCookie(response, keys.session(request));
        }
        redirect(response, callback, local(wanted(request, sent)));
    }

    private static @Nullable String wanted(Request request, Fields sent) {
        String to = sent.getValue("to");
        return to == null ? Request.extractQueryParameters(request).getValue("to") : to;
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

    /** Only to this server: a link from elsewhere must not redirect to elsewhere. */
    private static String local(@Nullable String to) {
        boolean ours = to != null && to.matches("/(?![/\\\\])[\\x21-\\x7e]*") && to.indexOf('\\') < 0;
        return ours && to != null ? to : Pages.PATH + "/";
    }
}
