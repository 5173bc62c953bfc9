package dev.shuttle.provider;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where results may be fetched from.
 *
 * <p>Alibaba has withdrawn its list of result hosts (qwen-image-edit API reference, FAQ), so the default allows by suffix.
 */
public final class ResultHosts {
    private static final String ALIYUN = ".aliyuncs.com";
    private static final Pattern FORM =
            Pattern.compile("(?:(https?)://)?(\\[[0-9a-f:]+]|(?:\\*\\.)?[a-z0-9.-]+)(?::(\\d{1,5}|\\*))?");

    private record Rule(String scheme, String host, String port) {
        boolean allows(URI uri) {
            return scheme.equals(lower(uri.getScheme())) && hostFits(lower(uri.getHost())) && portFits(uri.getPort());
        }

        private boolean hostFits(String asked) {
            return host.startsWith("*.") ? asked.endsWith(host.substring(1)) : asked.equals(host);
        }

        private boolean portFits(int asked) {
            int standard = scheme.equals("https") ? 443 : 80;
            return port.equals("*")
                    || String.valueOf(asked < 0 ? standard : asked).equals(port);
        }
    }

    private final List<Rule> rules;

    /**
     * @param provider whose key the patterns are of
     * @throws IllegalArgumentException if a pattern is not of a form we know
     */
    public ResultHosts(String provider, List<String> patterns) {
        rules = patterns.stream().map(pattern -> rule(provider, pattern)).toList();
    }

    private static Rule rule(String provider, String pattern) {
        Matcher parts = FORM.matcher(lower(pattern.strip()));
        if (!parts.matches()) {
            throw new IllegalArgumentException(provider + ".result-hosts: '" + pattern
                    + "' is not of the form *.aliyuncs.com, host or http://127.0.0.1:*");
        }
        String scheme = parts.group(1) == null ? "https" : parts.group(1);
        String standard = scheme.equals("https") ? "443" : "80";
        return new Rule(scheme, parts.group(2), parts.group(3) == null ? standard : parts.group(3));
    }

    /** Whether a result may be fetched from here. A user in the address is refused: it only serves to mislead. */
    public boolean allow(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && rules.stream().anyMatch(rule -> rule.allows(uri));
    }

    /** Whether this is a host of Alibaba Cloud. */
    public static boolean isAliyun(String host) {
        return lower(host).endsWith(ALIYUN);
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
