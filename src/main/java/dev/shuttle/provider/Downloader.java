package dev.shuttle.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches results.
 *
 * <p>A result's URL is signed: its query goes out as it came in, and neither the key nor any header of ours goes to that host.
 */
public final class Downloader {
    private static final Pattern BRACES = Pattern.compile("[{}]");
    private static final Pattern OSS_CODE = Pattern.compile("<Code>([^<]{1,80})</Code>");
    private static final Pattern OSS_MESSAGE = Pattern.compile("<Message>([^<]{1,300})</Message>");

    /** Bytes a second: a slower result is given up, whatever comes of it. */
    private static final long SLOWEST = 64 * 1024;

    /**
     * What may be fetched.
     *
     * @param hosts from where
     * @param maxBytes the largest result
     * @param timeout for one exchange
     */
    public record Limits(ResultHosts hosts, long maxBytes, Duration timeout) {}

    private final Limits limits;
    private final Exchanges calls;
    private final ResultHosts hosts;

    /** Fetches by these exchanges, whose key stays here. */
    public Downloader(Limits limits, Exchanges calls) {
        this.limits = limits;
        this.calls = calls;
        this.hosts = limits.hosts();
    }

    /**
     * Fetches a result and checks that it is a picture.
     *
     * @param url exactly as the service gave it
     * @throws CloudException with a code that begins with {@code RESULT_}
     */
    public ResultPicture download(String url) {
        URI uri = secured(parsed(url));
        if (!hosts.allow(uri)) {
            throw own(
                    OwnCode.RESULT_HOST_REFUSED,
                    "Results are not fetched from " + uri.getScheme() + "://" + uri.getRawAuthority(),
                    0);
        }
        return calls.repeated(() -> fetch(uri));
    }

    /**
     * Only what goes out exactly as it is checked: a fragment is never sent, and what stands in braces Camel takes for the name of
     * a setting (CVE-2026-78164).
     */
    private URI parsed(String url) {
        try {
            URI uri = new URI(url.strip());
            boolean plain = uri.getRawFragment() == null && !BRACES.matcher(url).find();
            if (uri.getHost() != null && uri.getScheme() != null && plain) {
                return new URI(uri.toASCIIString());
            }
        } catch (URISyntaxException notAnAddress) {
            // Its message would show the signed query.
        }
        throw own(OwnCode.RESULT_URL_INVALID, "The result's address is not one", 0);
    }

    /** The service has been seen to give http addresses of hosts that speak https. */
    private static URI secured(URI uri) {
        boolean plain = "http".equals(uri.getScheme().toLowerCase(Locale.ROOT)) && ResultHosts.isAliyun(uri.getHost());
        if (!plain) {
            return uri;
        }
        String rest = uri.toString().substring("http".length());
        return URI.create("https" + rest.replaceFirst("^(://[^/?#]*):80(?=[/?#]|$)", "$1"));
    }

    private ResultPicture fetch(URI uri) {
        var request = new WireRequest(
                "GET", uri, Map.of("Accept", "image/*"), null, limits.maxBytes(), limits.timeout(), SLOWEST);
        WireAnswer answer = exchange(request);
        int status = answer.status();
        if (status != 200) {
            throw refused(answer);
        }
        if (answer.body().length > limits.maxBytes()) {
            throw own(OwnCode.RESULT_TOO_LARGE, "The result has " + answer.body().length + " bytes", status);
        }
        return PictureCheck.check(answer.body());
    }

    private WireAnswer exchange(WireRequest request) {
        try {
            return calls.exchange(request, Stage.DOWNLOAD);
        } catch (CloudException failure) {
            // Fetching twice costs nothing, so it does not matter whether the request arrived.
            throw failure.error().is(OwnCode.RESULT_TOO_LARGE)
                    ? failure
                    : own(OwnCode.RESULT_UNREACHABLE, failure.error().message(), 0);
        }
    }

    private CloudException refused(WireAnswer answer) {
        String text = new String(answer.body(), 0, Math.min(4000, answer.body().length), StandardCharsets.UTF_8);
        String why = calls.masking().line(found(OSS_CODE, text) + " " + found(OSS_MESSAGE, text));
        String message = "HTTP " + answer.status() + (why.isEmpty() ? "" : ": " + why);
        int status = answer.status();
        if (status == 403) {
            return own(OwnCode.RESULT_EXPIRED, message, status);
        }
        if (status == 404 || status == 410) {
            return own(OwnCode.RESULT_MISSING, message, status);
        }
        if (status >= 300 && status < 400) {
            return own(OwnCode.RESULT_REDIRECTED, message, status);
        }
        CloudError error = calls.own(OwnCode.RESULT_UNREACHABLE, message, status, Stage.DOWNLOAD);
        boolean passing = status == 429 || status >= 500;
        return error.classed(passing ? ErrorClass.RETRY : ErrorClass.NEVER)
                .after(Exchanges.retryAfter(answer, calls.clock().instant()))
                .thrown();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private CloudException own(OwnCode code, String message, int status) {
        return calls.own(code, message, status, Stage.DOWNLOAD).thrown();
    }
}
