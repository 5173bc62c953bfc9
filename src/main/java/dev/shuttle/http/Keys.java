package dev.shuttle.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.settings.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * The token, and the cookie a browser has in its place: the time it ends, signed with the token. So a restart signs nobody
 * out, and another token signs everybody out.
 */
final class Keys {
    static final String COOKIE = "shuttle";
    static final Duration HOLDS = Duration.ofHours(12);
    private static final String BEARER = "bearer ";

    private final Secret token;
    private final InstantSource clock;

    Keys(Secret token, InstantSource clock) {
        this.token = token;
        this.clock = clock;
    }

    boolean fit(Request request) {
        String sent = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (sent != null && sent.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return isToken(sent.substring(BEARER.length()).strip());
        }
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .anyMatch(cookie -> isSession(cookie.getValue()));
    }

    /** Compared in a time that tells nothing of how much of it fits. */
    boolean isToken(String sent) {
        return MessageDigest.isEqual(signed(sent), signed(token.get()));
    }

    /** A cookie for who has shown the token. */
    HttpCookie session() {
        String until = String.valueOf(clock.instant().plus(HOLDS).getEpochSecond());
        return cookie(until + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signed("session " + until)))
                .maxAge(HOLDS.toSeconds())
                .build();
    }

    /** What takes the cookie away. */
    static HttpCookie none() {
        return cookie("").maxAge(0).build();
    }

    private static HttpCookie.Builder cookie(String value) {
        return HttpCookie.build(COOKIE, value).path("/").httpOnly(true).sameSite(HttpCookie.SameSite.STRICT);
    }

    private boolean isSession(String value) {
        int dot = value.indexOf('.');
        if (dot < 1) {
            return false;
        }
        String until = value.substring(0, dot);
        try {
            byte[] signature = Base64.getUrlDecoder().decode(value.substring(dot + 1));
            return MessageDigest.isEqual(signature, signed("session " + until))
                    && clock.instant().getEpochSecond() < Long.parseLong(until);
        } catch (IllegalArgumentException forged) {
            return false;
        }
    }

    private byte[] signed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.get().getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
