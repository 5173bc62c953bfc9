package dev.shuttle.dashscope;

import java.net.URI;
import java.util.regex.Pattern;

/** Takes keys, signatures and pictures out of text that will be shown. */
final class Masking {
    private static final Pattern DATA_URL = Pattern.compile("data:[^;,\\s]{0,60};base64,[A-Za-z0-9+/=_-]*");
    private static final Pattern BARE_BASE64 = Pattern.compile("[A-Za-z0-9+/]{200,}={0,2}");
    private static final Pattern KEY = Pattern.compile("\\b(sk-)[A-Za-z0-9._-]{4,}|((?i:bearer) )\\S+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST = 500;

    private Masking() {}

    /** One line of at most 500 characters that holds no key and no picture, however the service echoed them. */
    static String of(String text) {
        String head = text.length() > 20_000 ? text.substring(0, 20_000) : text;
        String safe = DATA_URL.matcher(head).replaceAll("data:***");
        safe = BARE_BASE64.matcher(safe).replaceAll("***");
        safe = KEY.matcher(safe).replaceAll("$1$2***");
        safe = CONTROL.matcher(safe).replaceAll(" ").strip();
        return safe.codePointCount(0, safe.length()) <= LONGEST
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** A URI as far as it may be shown: whoever holds the signed query can fetch the picture. */
    static String withoutQuery(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query) + "?***";
    }
}
