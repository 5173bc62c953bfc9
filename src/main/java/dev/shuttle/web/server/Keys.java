package dev.shuttle.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.settings.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The token, and the cookie a browser has in its place. */
final class Keys {
    static final String COOKIE = "shuttle";
    private static final String BEARER = "bearer ";

    private final Secret token;
    private final Sessions sessions;

    /** What a request shows. */
    enum Shown {
        NOTHING,
        /** A token that is not ours: somebody guesses. */
        WRONG,
        RIGHT
    }

    Keys(Secret token, Sessions sessions) {
        this.token = token;
        this.sessions = sessions;
    }

    Shown shown(Request request) {
        String sent = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (sent != null && sent.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return isToken(sent.substring(BEARER.length()).strip()) ? Shown.RIGHT : Shown.WRONG;
        }
        return cookies(request).stream().anyMatch(sessions::knows) ? Shown.RIGHT : Shown.NOTHING;
    }

    /** Compared in a time that does not depend on how much of it fits. */
    boolean isToken(String sent) {
        return MessageDigest.isEqual(hash(sent), hash(token.get()));
    }

    /** A cookie for who has shown the token; always a new one. */
    HttpCookie session(Request request) {
        return cookie(request, sessions.begin())
                .maxAge(Sessions.HOLDS.toSeconds())
                .build();
    }

    /** Ends what a browser has, wherever a copy of its cookie may be. */
    void signOut(Request request) {
        cookies(request).forEach(sessions::end);
    }

    /** What takes the cookie away. */
    static HttpCookie none(Request request) {
        return cookie(request, "").maxAge(0).build();
    }

    private static List<String> cookies(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .toList();
    }

    private static HttpCookie.Builder cookie(Request request, String value) {
        return HttpCookie.build(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(HttpCookie.SameSite.STRICT);
    }

    /** A proxy says so; who says it untruly keeps the cookie from itself alone. */
    static boolean isSecure(Request request) {
        String proto = String.valueOf(request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO));
        return request.isSecure() || proto.toLowerCase(Locale.ROOT).startsWith("https");
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
