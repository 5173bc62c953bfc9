package dev.shuttle.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes keys, signatures and pictures out of text that will be shown. All strings of the service's answers pass an instance,
 * which knows the configured key, before they are kept anywhere.
 */
public final class Masking {
    private static final Pattern DATA_URL = Pattern.compile("data:[^;,\\s]{0,60};base64,[A-Za-z0-9+/=_-]*");
    private static final Pattern BARE_BASE64 = Pattern.compile("[A-Za-z0-9+/]{200,}={0,2}");
    private static final Pattern KEY = Pattern.compile("\\b(sk-)[A-Za-z0-9._-]{4,}|((?i:bearer) )\\S+");
    /** Control characters, those that turn the direction of text or are not seen, and halves of characters. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}]+");

    private static final int LONGEST = 500;
    private static final int LONGEST_WORD = 128;
    private static final int READ = 20_000;
    /** A shorter key would mask words. */
    private static final int SHORTEST_KEY = 6;

    private static final String INSTEAD = "***";

    private final Supplier<String> key;

    /** @param key the configured one; empty for none */
    public Masking(Supplier<String> key) {
        this.key = key;
    }

    /** A text of the service as one line of at most 500 characters, without the configured key. */
    public String line(String text) {
        return of(withoutKey(head(text)));
    }

    /** A code, an id or a name of the service: at most 128 characters, without the configured key. */
    public String word(String text) {
        return name(withoutKey(head(text)));
    }

    /** Whether a text of the service may be used as it is, as an id must that goes into an address. */
    public boolean isClean(String text) {
        return word(text).equals(text);
    }

    /** Whether the configured key is in it. */
    public boolean holdsKey(String text) {
        return !withoutKey(text).equals(text);
    }

    private String withoutKey(String text) {
        String secret = key.get().strip();
        String instead = secret.startsWith("sk-") ? "sk-" + INSTEAD : INSTEAD;
        return secret.length() < SHORTEST_KEY
                ? text
                : text.replace(secret, instead).replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), instead);
    }

    private static String head(String text) {
        return text.length() > READ ? text.substring(0, READ) : text;
    }

    /** One line of at most 500 characters that holds no key and no picture, however the service echoed them. */
    public static String of(String text) {
        return safe(text, LONGEST);
    }

    /** The same of at most 128 characters. */
    public static String name(String text) {
        return safe(text, LONGEST_WORD);
    }

    /** The same; null for null. */
    public static @Nullable String nameOrNull(@Nullable String text) {
        return text == null ? null : name(text);
    }

    private static String safe(String text, int longest) {
        String safe = DATA_URL.matcher(head(text)).replaceAll("data:***");
        safe = BARE_BASE64.matcher(safe).replaceAll(INSTEAD);
        safe = KEY.matcher(safe).replaceAll("$1$2***");
        safe = CONTROL.matcher(safe).replaceAll(" ").strip();
        return safe.codePointCount(0, safe.length()) <= longest
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, longest)) + "…";
    }

    /** A URI as far as it may be shown: whoever holds the signed query can fetch the picture. */
    public static String withoutQuery(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query) + "?***";
    }
}
