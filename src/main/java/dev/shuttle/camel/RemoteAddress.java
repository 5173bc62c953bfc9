package dev.shuttle.camel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.pipeline.intake.RemoteFiles;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.settings.Remote;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The endpoint of a server: what is set, what is usual where it is not set, and what the laws rest on. */
public final class RemoteAddress {
    private RemoteAddress() {}

    /** Where files are fetched from, without any secret; an address that leads nowhere where nothing is set. */
    public static String from(Origin from, Remote remote, Path work) {
        String way = from.name().toLowerCase(Locale.ROOT);
        if (!remote.isOn()) {
            return way + ":off@localhost/off";
        }
        Map<String, String> usual = connection(remote, from == Origin.FTP);
        usual.put("recursive", "true");
        usual.put("delay", String.valueOf(remote.poll().toMillis()));
        usual.put("initialDelay", "0");
        usual.put("backoffMultiplier", "6");
        usual.put("backoffErrorThreshold", "3");
        usual.put("maxMessagesPerPoll", "200");
        Path fetched = RemoteFiles.staging(work, from).resolve(".fetched");
        return joined(remote, usual, fetching(way, remote.done(), fetched));
    }

    /** Where files are sent to; the same where nothing is set. */
    public static String to(Remote remote) {
        if (!remote.isOn()) {
            return "sftp:off@localhost/off";
        }
        Map<String, String> laws = new LinkedHashMap<>();
        laws.put("fileExist", "Ignore");
        laws.put("tempPrefix", ".sending-");
        laws.put("fastExistsCheck", "true");
        laws.put("disconnect", "false");
        return joined(remote, connection(remote, false), laws);
    }

    private static Map<String, String> fetching(String way, String done, Path fetched) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("filter", "#" + way);
        options.put("sorter", "#" + way);
        options.put("pollStrategy", "#" + way + "Polls");
        options.put("exceptionHandler", "#" + way + "Polls");
        options.put("onCompletionExceptionHandler", "#" + way + "Polls");
        options.put("move", done);
        options.put("noop", "false");
        options.put("delete", "false");
        options.put("idempotent", "false");
        options.put("download", "true");
        options.put("readLock", "none");
        options.put("eagerMaxMessagesPerPoll", "false");
        options.put("localWorkDirectory", fetched.toString());
        options.put("throwExceptionOnConnectFailed", "true");
        return options;
    }

    private static Map<String, String> connection(Remote remote, boolean isFtp) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("maximumReconnectAttempts", "0");
        options.put("reconnectDelay", "0");
        options.put("connectTimeout", "10000");
        options.put("soTimeout", "60000");
        options.put("stepwise", "false");
        if (isFtp) {
            options.put("passiveMode", "true");
            options.put("binary", "true");
            options.put("ftpClient.controlEncoding", remote.charset() == null ? "UTF-8" : remote.charset());
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

    /** What is set beats what is usual, but not what the laws rest on. */
    private static String joined(Remote remote, Map<String, String> usual, Map<String, String> laws) {
        String uri = String.valueOf(remote.uri());
        Map<String, String> ours = new LinkedHashMap<>(usual);
        List<String> options = new ArrayList<>();
        for (String set : uri.substring(remote.address().length())
                .replaceFirst("^\\?", "")
                .split("&", -1)) {
            String name = set.replaceAll("=.*", "");
            if (!name.isEmpty() && !laws.containsKey(name)) {
                options.add(set);
                ours.remove(name);
            }
        }
        ours.putAll(laws);
        ours.forEach((name, value) -> options.add(name + "=" + URLEncoder.encode(value, UTF_8)));
        return remote.address() + "?" + String.join("&", options);
    }
}
