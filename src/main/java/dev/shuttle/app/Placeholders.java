package dev.shuttle.app;

import dev.shuttle.camel.RemoteAddress;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Remote;
import dev.shuttle.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The values that routes may name as {@code {{key}}}, and Camel's own settings. Never a secret. */
final class Placeholders {
    private Placeholders() {}

    static Map<String, String> of(Settings settings, Configuration configuration) {
        Map<String, String> values = new HashMap<>(http(settings));
        values.putAll(configuration.placeholders());
        // It may name the password of a trust store.
        values.remove("shuttle.broker.url");
        Settings.Folders folders = settings.folders();
        values.put("shuttle.inbox", folders.inbox().toString());
        values.put("shuttle.outbox", folders.outbox().toString());
        values.put("shuttle.work", folders.work().toString());
        values.put("shuttle.concurrency", String.valueOf(settings.concurrency()));
        values.put("shuttle.inbox.poll", String.valueOf(settings.intake().poll().toMillis()));
        values.put("shuttle.recover", String.valueOf(settings.recover().toMillis()));
        remote(values, "ftp", Origin.FTP, settings.remotes().ftp(), folders);
        remote(values, "sftp", Origin.SFTP, settings.remotes().sftp(), folders);
        Remote out = settings.remotes().out();
        values.put("shuttle.sftp.out.to", RemoteAddress.to(out));
        values.put("shuttle.sftp.out.poll", String.valueOf(out.poll().toMillis()));
        values.put("shuttle.alert.to", settings.alerts().host());
        values.put("dashscope.base-url", settings.cloud().baseUrl().toString());
        return values;
    }

    private static void remote(
            Map<String, String> values, String way, Origin from, Remote remote, Settings.Folders folders) {
        values.put("shuttle." + way + ".from", RemoteAddress.from(from, remote, folders.work()));
    }

    private static Duration longest(Settings.Cloud cloud) {
        Duration whole =
                cloud.deadline().compareTo(cloud.requestTimeout()) > 0 ? cloud.deadline() : cloud.requestTimeout();
        return whole.plusMinutes(5);
    }

    /** Both of camel-http's components: the emulator is plain http. httpclient5 would repeat a POST by itself. */
    private static Map<String, String> http(Settings settings) {
        Map<String, String> values = new HashMap<>();
        for (String component : new String[] {"http", "https"}) {
            String prefix = "camel.component." + component + ".";
            values.put(prefix + "automatic-retries-disabled", "true");
            values.put(prefix + "cookie-management-disabled", "true");
            values.put(prefix + "follow-redirects", "false");
            values.put(prefix + "connections-per-route", "32");
            values.put(
                    prefix + "connect-timeout",
                    String.valueOf(settings.cloud().connectTimeout().toMillis()));
            // The wire cuts each exchange off at its own time; these only end what even that cannot.
            String longest = String.valueOf(longest(settings.cloud()).toMillis());
            values.put(prefix + "connection-request-timeout", longest);
            values.put(prefix + "response-timeout", longest);
            values.put(prefix + "so-timeout", longest);
        }
        return values;
    }
}
