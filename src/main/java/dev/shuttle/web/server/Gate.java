package dev.shuttle.web.server;

import dev.shuttle.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Who may come in: the right name, no other site's page, the token where there is one. */
final class Gate extends Handler.Wrapper {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** What does something by a GET: no link from elsewhere is followed to it. */
    private static final Pattern UNLINKED = Pattern.compile("/(auth|jolokia)(/|$)");

    private final Settings.Http settings;
    private final @Nullable Keys keys;
    private final Guesses guesses;
    private final List<Mount> mounts;

    Gate(Settings.Http settings, @Nullable Keys keys, Guesses guesses, List<Mount> mounts, Handler inside) {
        super(inside);
        this.settings = settings;
        this.keys = keys;
        this.guesses = guesses;
        this.mounts = List.copyOf(mounts);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        boolean guardsItself = mounts.stream().anyMatch(mount -> mount.has(path));
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (!guardsItself) {
            headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        }
        checkName(request);
        checkSite(request, guardsItself);
        Keys.Shown shown = guardsItself || isOpen(request) || keys == null ? Keys.Shown.RIGHT : keys.shown(request);
        if (shown == Keys.Shown.RIGHT) {
            return super.handle(request, response, callback);
        }
        if (isPage(request)) {
            headers.put(
                    HttpHeader.LOCATION, SignIn.addressFor(request.getHttpURI().getPathQuery()));
            response.setStatus(303);
            callback.succeeded();
            return true;
        }
        HttpProblem problem = new HttpProblem(
                        401, "TOKEN_MISSING", "this needs the token", "send Authorization: Bearer …, or sign in")
                .with(Map.of("WWW-Authenticate", "Bearer realm=\"shuttle\""));
        Duration wait = shown == Keys.Shown.WRONG
                ? guesses.wrong("api", request.getConnectionMetaData().getRemoteSocketAddress())
                : Duration.ZERO;
        answerLater(request, wait, () -> Response.writeError(request, response, callback, problem));
        return true;
    }

    /** Another site's name that was pointed to this machine must not make a browser read from here. */
    private void checkName(Request request) {
        String name = String.valueOf(Request.getServerName(request)).toLowerCase(Locale.ROOT);
        if (settings.isLoopback() && !LOOPBACK_NAMES.contains(name) && !name.equals(settings.host())) {
            throw new HttpProblem(421, "OTHER_HOST", "this server is not " + name, "use localhost or 127.0.0.1");
        }
    }

    /**
     * Browsers say where a request comes from; programs have no reason to. What only looks is the same for other sites, who read
     * nothing of it; a mount may do more with a GET than look.
     */
    private static void checkSite(Request request, boolean mount) {
        boolean harmless = HARMLESS.contains(request.getMethod());
        if (harmless && !mount) {
            return;
        }
        String fetch = request.getHeaders().get("Sec-Fetch-Site");
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean otherSite = fetch != null && !fetch.equals("same-origin") && !fetch.equals("none");
        if (harmless && otherSite && isLink(request)) {
            return;
        }
        if (otherSite || (origin != null && !isSame(origin, request))) {
            throw new HttpProblem(403, "OTHER_SITE", "another site's page sent this", "use the pages of this server");
        }
    }

    /** Somebody follows a link from elsewhere to a page that is shown in the browser's own window. */
    private static boolean isLink(Request request) {
        HttpFields headers = request.getHeaders();
        return "navigate".equals(headers.get("Sec-Fetch-Mode"))
                && "document".equals(headers.get("Sec-Fetch-Dest"))
                && !headers.contains(HttpHeader.ORIGIN)
                && !UNLINKED.matcher(Request.getPathInContext(request)).find();
    }

    private static boolean isSame(String origin, Request request) {
        try {
            URI site = URI.create(origin);
            int usual = "https".equals(site.getScheme()) ? 443 : 80;
            String host =
                    String.valueOf(request.getHeaders().get(HttpHeader.HOST)).toLowerCase(Locale.ROOT);
            String own = host.endsWith(":" + usual) ? host.substring(0, host.lastIndexOf(':')) : host;
            return String.valueOf(site.getHost())
                    .toLowerCase(Locale.ROOT)
                    .concat(site.getPort() < 0 || site.getPort() == usual ? "" : ":" + site.getPort())
                    .equals(own);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isOpen(Request request) {
        return Request.getPathInContext(request).equals(SignIn.PATH);
    }

    private static boolean isPage(Request request) {
        String accept = String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT));
        String path = Request.getPathInContext(request);
        return request.getMethod().equals("GET")
                && accept.contains("text/html")
                && (path.equals("/") || path.startsWith(Pages.PATH));
    }

    /** Answers after this wait, without a thread until then. */
    static void answerLater(Request request, Duration wait, Runnable answer) {
        if (wait.isZero()) {
            answer.run();
        } else {
            request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> request.getComponents().getExecutor().execute(answer),
                            wait.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }
}
