package dev.shuttle.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.intake.RemoteFiles;
import dev.shuttle.job.Source.Origin;
import dev.shuttle.settings.Remote;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The endpoint that a server is polled by: what is set, and what must be or should be beside it. */
public final class RemoteAddress {
    private RemoteAddress() {}

    /** The endpoint's address, without any secret; one that leads nowhere where nothing is set. */
    public static String of(Origin from, Remote remote, Path work) {
        String uri = remote.uri();
        String way = from.name().toLowerCase(Locale.ROOT);
        if (uri == null) {
            return way + ":off@localhost/off";
        }
        int query = uri.indexOf('?');
        String address = query < 0 ? uri : uri.substring(0, query);
        String set = query < 0 ? "" : uri.substring(query + 1);
        Map<String, String> options = options(from, remote);
        // What is set beats what is usual, but not what the laws rest on.
        TreeSet<String> named = Arrays.stream(set.split("&"))
                .map(option -> option.replaceAll("=.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        options.keySet().removeIf(named::contains);
        options.putAll(laws(remote, work, from, way));
        String kept = Arrays.stream(set.split("&"))
                .filter(option -> !option.isEmpty() && !options.containsKey(option.replaceAll("=.*", "")))
                .collect(Collectors.joining("&"));
        String ours = options.entrySet().stream()
                .map(option -> option.getKey() + "=" + URLEncoder.encode(option.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return address + "?" + (kept.isEmpty() ? "" : kept + "&") + ours;
    }

    private static Map<String, String> laws(Remote remote, Path work, Origin from, String way) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("filter", "#" + way);
        options.put("sorter", "#" + way);
        options.put("pollStrategy", "#" + way + "Polls");
        options.put("exceptionHandler", "#" + way + "Polls");
        options.put("onCompletionExceptionHandler", "#" + way + "Polls");
        options.put("move", remote.done());
        options.put("noop", "false");
        options.put("delete", "false");
        options.put("idempotent", "false");
        options.put("download", "true");
        options.put("readLock", "none");
        options.put("eagerMaxMessagesPerPoll", "false");
        options.put(
                "localWorkDirectory",
                RemoteFiles.staging(work, from).resolve(".fetched").toString());
        options.put("throwExceptionOnConnectFailed", "true");
        return options;
    }

    private static Map<String, String> options(Origin from, Remote remote) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("recursive", "true");
        options.put("delay", String.valueOf(remote.poll().toMillis()));
        options.put("initialDelay", "0");
        options.put("backoffMultiplier", "6");
        options.put("backoffErrorThreshold", "3");
        options.put("maxMessagesPerPoll", "200");
        options.put("maximumReconnectAttempts", "0");
        options.put("reconnectDelay", "0");
        options.put("connectTimeout", "10000");
        options.put("soTimeout", "60000");
        options.put("stepwise", "false");
        if (from == Origin.FTP) {
            options.put("passiveMode", "true");
            options.put("binary", "true");
            options.put("ftpClient.controlEncoding", "UTF-8");
            return options;
        }
        options.put("strictHostKeyChecking", "yes");
        options.put("useUserKnownHostsFile", "false");
        if (remote.knownHosts() != null) {
            options.put("knownHostsFile", remote.knownHosts().toString());
        }
        if (remote.key() != null) {
            options.put("privateKeyFile", remote.key().toString());
        }
        options.put("preferredAuthentications", remote.key() == null ? "password,keyboard-interactive" : "publickey");
        options.put("serverAliveInterval", "15000");
        return options;
    }
}
