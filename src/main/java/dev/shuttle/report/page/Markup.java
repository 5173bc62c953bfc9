package dev.shuttle.report.page;

import com.samskivert.mustache.Escapers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes hostile data, file names above all, into harmless text, links and colours. */
public final class Markup {
    /** What neither HTML nor XML can hold, and the marks that turn the reading direction of what follows. */
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\x{d800}-\\x{dfff}\\x{fffe}\\x{ffff}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String UNRESERVED = "-._~";

    private Markup() {}

    /** Text for an element or a quoted attribute; what cannot be shown becomes U+FFFD. */
    public static String escape(String text) {
        return Escapers.HTML.escape(UNPRINTABLE.matcher(text).replaceAll("\ufffd"));
    }

    /** A relative link to a file of the folder: every segment percent-encoded as UTF-8 (RFC 3986), {@code /} kept. */
    public static String href(String path) {
        StringBuilder link = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c == '/' || isUnreserved(c)) {
                link.append(c);
            } else {
                link.append(String.format("%%%02X", (int) c));
            }
        }
        return "./" + link;
    }

    /** The colour where it is one, else {@code transparent}: nothing else may reach a style. */
    public static String colour(String rgb) {
        return COLOUR.matcher(rgb).matches() ? rgb : "transparent";
    }

    private static boolean isUnreserved(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || UNRESERVED.indexOf(c) >= 0;
    }
}
