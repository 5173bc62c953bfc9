package dev.shuttle.settings;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An FTP or SFTP server.
 *
 * @param uri a Camel endpoint without a password; null: off
 * @param password null where a key, or nothing, is used
 * @param key the private key's file, for SFTP
 * @param knownHosts the file with the server's key, for SFTP
 * @param charset in which an FTP server names files; null for SFTP, whose endpoint has its own option
 * @param done where a fetched file goes on the server, a Camel file expression; empty where results go
 * @param poll how often the server, or what is owed to it, is looked at
 */
public record Remote(
        @Nullable String uri,
        @Nullable Secret password,
        @Nullable Path key,
        @Nullable Path knownHosts,
        @Nullable String charset,
        String done,
        Duration poll) {
    private static final List<String> SECRET_OPTIONS =
            List.of("password=", "privatekeypassphrase=", "privatekey=", "keypair=", "account=");

    static Remote sftp(Values values) {
        Path home = Path.of(System.getProperty("user.home", ""));
        Path knownHosts = values.optional("shuttle.sftp.known-hosts")
                .map(set -> values.folder("shuttle.sftp.known-hosts"))
                .orElse(home.resolve(".ssh").resolve("known_hosts"));
        return new Remote(
                uri(values, "shuttle.sftp.uri", List.of("sftp:")),
                values.secret("shuttle.sftp.password"),
                values.optional("shuttle.sftp.key")
                        .map(set -> values.file("shuttle.sftp.key"))
                        .orElse(null),
                knownHosts,
                null,
                values.text("shuttle.sftp.done"),
                values.duration("shuttle.sftp.poll"));
    }

    static Remote ftp(Values values) {
        return new Remote(
                uri(values, "shuttle.ftp.uri", List.of("ftp:", "ftps:")),
                values.secret("shuttle.ftp.password"),
                null,
                null,
                charset(values),
                values.text("shuttle.ftp.done"),
                values.duration("shuttle.ftp.poll"));
    }

    private static String charset(Values values) {
        String name = values.text("shuttle.ftp.charset");
        try {
            return Charset.forName(name).name();
        } catch (IllegalArgumentException unknown) {
            values.problem("shuttle.ftp.charset", name, "must be a character set, such as UTF-8, GBK or GB18030");
            return "UTF-8";
        }
    }

    /** Where results go; the keys of the server that pictures come from are offered too, its password is not. */
    static Remote out(Values values, Remote sftp) {
        Secret password = values.secret("shuttle.sftp.out.password");
        boolean hasKey = values.optional("shuttle.sftp.out.key").isPresent();
        boolean hasHosts = values.optional("shuttle.sftp.out.known-hosts").isPresent();
        Path shared = password == null ? sftp.key() : null;
        return new Remote(
                uri(values, "shuttle.sftp.out.uri", List.of("sftp:")),
                password,
                hasKey ? values.file("shuttle.sftp.out.key") : shared,
                hasHosts ? values.folder("shuttle.sftp.out.known-hosts") : sftp.knownHosts(),
                null,
                "",
                values.duration("shuttle.sftp.out.poll"));
    }

    /** Whether there is a server. */
    public boolean isOn() {
        return uri != null;
    }

    /** Its address without the options, which do not distinguish two servers; empty where there is none. */
    public String address() {
        return uri == null ? "" : uri.replaceAll("\\?.*", "");
    }

    Remote off() {
        return new Remote(null, null, null, null, null, done, poll);
    }

    private static @Nullable String uri(Values values, String key, List<String> schemes) {
        String uri = values.optional(key).orElse(null);
        if (uri == null) {
            return null;
        }
        String lower = uri.toLowerCase(Locale.ROOT);
        if (schemes.stream().noneMatch(lower::startsWith)) {
            values.problem(key, "…", "must begin with " + String.join(" or ", schemes) + "//");
        }
        int query = lower.indexOf('?');
        String address = query < 0 ? lower : lower.substring(0, query);
        String options = query < 0 ? "" : lower.substring(query + 1);
        boolean inAddress = address.matches("[a-z]+:(//)?[^/@]*:[^/]*@.*");
        if (inAddress || SECRET_OPTIONS.stream().anyMatch(option -> ("&" + options).contains("&" + option))) {
            // It would stand in logs, in JMX and on command lines.
            values.problem(key, "…", "must hold no password and no key; see docs/ftp.md");
        }
        if (!address.matches("[a-z]+:(//)?[^/]+/.+")) {
            // Camel would look for the done folder at the root of the server's disk.
            values.problem(key, "…", "must name a folder, such as sftp:mill@host:22/pictures");
        }
        return uri;
    }
}
