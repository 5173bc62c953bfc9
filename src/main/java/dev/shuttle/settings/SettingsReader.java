package dev.shuttle.settings;

import dev.shuttle.settings.Settings.Breaker;
import dev.shuttle.settings.Settings.Cloud;
import dev.shuttle.settings.Settings.Database;
import dev.shuttle.settings.Settings.Fallback;
import dev.shuttle.settings.Settings.Folders;
import dev.shuttle.settings.Settings.Http;
import dev.shuttle.settings.Settings.Intake;
import dev.shuttle.settings.Settings.Login;
import dev.shuttle.settings.Settings.Management;
import dev.shuttle.settings.Settings.Routes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From keys and their values to {@link Settings}; every key is named here once. */
final class SettingsReader {
    /** A token that is guessed is no token. */
    /** A heartbeat each second, and a database that takes one to answer. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(3);

    private static final int SHORTEST_TOKEN = 16;

    private enum WindowType {
        COUNT_BASED,
        TIME_BASED
    }

    private SettingsReader() {}

    /** @throws SettingsException naming each key whose value does not fit */
    static Settings read(Values values) {
        Settings settings = new Settings(
                folders(values),
                intake(values),
                journal(values),
                concurrency(values),
                values.duration("shuttle.convert.deadline"),
                values.duration("shuttle.recover"),
                values.choice("shuttle.fallback", Fallback.class),
                values.duration("shuttle.cloud.wait"),
                locale(values),
                cloud(values),
                breaker(values, "dashscope"),
                http(values),
                management(values),
                Remotes.read(values),
                AlertSettings.read(values),
                Service.read(values),
                Cluster.read(values),
                Broker.read(values),
                providers(values));
        values.check();
        foldersLieApart(values, settings.folders());
        onePortHasOneHost(values, settings);
        pollsComeInTime(values, settings.cloud());
        settings.cluster().check(values, settings.journal());
        idsTravelWhereJobsAre(values, settings);
        values.check();
        return settings;
    }

    private static Folders folders(Values values) {
        return new Folders(
                values.folder("shuttle.inbox"),
                values.folder("shuttle.outbox"),
                values.folder("shuttle.work"),
                routes(values),
                values.folder("shuttle.presets"),
                values.folder("shuttle.cards"),
                values.folder("shuttle.calibrations"),
                values.folder("shuttle.weaves"),
                values.folder("shuttle.machines"));
    }

    private static Routes routes(Values values) {
        return new Routes(Installation.routes(values.folder("shuttle.routes")), values.flag("shuttle.routes.reload"));
    }

    private static void foldersLieApart(Values values, Folders folders) {
        apart(values, "shuttle.inbox", folders.inbox(), "shuttle.outbox", folders.outbox());
        apart(values, "shuttle.inbox", folders.inbox(), "shuttle.work", folders.work());
        apart(values, "shuttle.outbox", folders.outbox(), "shuttle.work", folders.work());
    }

    /** A folder inside another would be taken in, or cleaned away, as its content. */
    private static void apart(Values values, String key, Path a, String otherKey, Path b) {
        if (a.startsWith(b) || b.startsWith(a)) {
            values.problem(key, a.toString(), "must lie apart from " + otherKey + "=" + b);
        }
    }

    private static void onePortHasOneHost(Values values, Settings settings) {
        Http pages = settings.http();
        Management management = settings.management();
        if (pages != null
                && management != null
                && settings.managementIsBesidePages()
                && !pages.host().equals(management.at().host())) {
            values.problem(
                    "shuttle.management.host", management.at().host(), "must be shuttle.http.host on the same port");
        }
    }

    private static Intake intake(Values values) {
        return new Intake(
                values.duration("shuttle.inbox.settle"),
                values.duration("shuttle.inbox.patience"),
                values.duration("shuttle.inbox.poll"),
                values.flag("shuttle.inbox.recursive"),
                values.text("shuttle.preset"),
                values.bytes("shuttle.max-file-size"),
                values.whole("shuttle.max-pixels", 1, Integer.MAX_VALUE),
                values.optional("shuttle.heif-program").orElse(""));
    }

    private static Database journal(Values values) {
        String url = values.text("shuttle.journal.url");
        if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
            values.problem("shuttle.journal.url", url, "must begin with jdbc:sqlite: or jdbc:postgresql:");
        }
        if (url.contains("password=")) {
            // The address stands in messages and on command lines.
            values.problem("shuttle.journal.url", "…", "must hold no password; that is shuttle.journal.password");
        }
        if (url.matches("(?i).*[?&]preferQueryMode=simple.*")) {
            // The driver then writes values into the statement's text: CVE-2026-134842.
            values.problem("shuttle.journal.url", url, "must not choose preferQueryMode=simple");
        }
        return new Database(
                url,
                values.optional("shuttle.journal.user").orElse(null),
                values.hidden("shuttle.journal.password"),
                name(values, "shuttle.node"),
                lease(values));
    }

    /** Names stand in lists, logs and the database. */
    private static @Nullable String name(Values values, String key) {
        String name = values.optional(key).orElse(null);
        if (name != null && !name.matches("[\\p{Alnum}._-]{1,64}")) {
            values.problem(key, name, "must be 1 to 64 letters, digits, dots, hyphens or underscores");
        }
        return name;
    }

    private static Duration lease(Values values) {
        Duration lease = values.duration("shuttle.node.lease");
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            values.problem("shuttle.node.lease", values.text("shuttle.node.lease"), "must be 3s or more");
        }
        return lease;
    }

    private static int concurrency(Values values) {
        boolean isSet = values.optional("shuttle.concurrency").isPresent();
        return isSet
                ? values.whole("shuttle.concurrency", 1, 1024)
                : Runtime.getRuntime().availableProcessors();
    }

    private static Locale locale(Values values) {
        Optional<String> set = values.optional("shuttle.locale");
        Locale wanted = set.isPresent() ? Locale.forLanguageTag(set.get()) : Locale.getDefault();
        boolean chinese = wanted.getLanguage().equals("zh");
        if (set.isPresent() && !chinese && !wanted.getLanguage().equals("en")) {
            values.problem("shuttle.locale", set.get(), "must be zh-CN or en");
        }
        return chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static void pollsComeInTime(Values values, Cloud cloud) {
        if (cloud.pollInitial().compareTo(cloud.deadline()) >= 0) {
            values.problem(
                    "dashscope.poll-initial",
                    cloud.pollInitial().toString(),
                    "must be shorter than dashscope.deadline");
        }
    }

    /** Who takes an id from the broker looks for its job in the journal. */
    private static void idsTravelWhereJobsAre(Values values, Settings settings) {
        if (settings.broker() != null && !settings.journal().url().startsWith("jdbc:postgresql:")) {
            values.problem(
                    "shuttle.broker.url",
                    settings.broker().shown(),
                    "needs a journal that all nodes share: shuttle.journal.url=jdbc:postgresql:…");
        }
    }

    /** {@code shuttle.models}, or, where it is empty, what it was called before. Bare names are DashScope's. */
    private static List<String> models(Values values) {
        List<String> named = values.optional("shuttle.models").isPresent()
                ? values.list("shuttle.models")
                : values.list("dashscope.models");
        return named.stream()
                .map(name -> name.startsWith("dashscope:") ? name.substring("dashscope:".length()) : name)
                .toList();
    }

    private static Map<String, ProviderSettings> providers(Values values) {
        Map<String, ProviderSettings> providers = new TreeMap<>();
        values.providers().forEach(name -> providers.put(name, provider(values, name)));
        return Collections.unmodifiableMap(providers);
    }

    private static ProviderSettings provider(Values values, String name) {
        String prefix = name + ":";
        return new ProviderSettings(
                name,
                values.uri(name + ".base-url"),
                values.secret(name + ".api-key"),
                models(values).stream()
                        .filter(model -> model.startsWith(prefix))
                        .map(model -> model.substring(prefix.length()))
                        .toList(),
                values.whole(name + ".max-in-flight", 1, 10_000),
                values.rate(name + ".submit-rate"),
                values.rate(name + ".poll-rate"),
                values.duration(name + ".connect-timeout"),
                values.duration(name + ".request-timeout"),
                values.duration(name + ".poll-initial"),
                values.duration(name + ".poll-max"),
                values.duration(name + ".deadline"),
                values.whole(name + ".retries", 0, 20),
                values.duration(name + ".retry-backoff"),
                values.optional(name + ".result-hosts").isPresent() ? values.list(name + ".result-hosts") : List.of(),
                values.bytes(name + ".max-result-size"),
                breaker(values, name),
                values.own(name));
    }

    private static Cloud cloud(Values values) {
        return new Cloud(
                values.uri("dashscope.base-url"),
                values.secret("dashscope.api-key"),
                name(values, "dashscope.account"),
                values.optional("dashscope.workspace").orElse(null),
                models(values),
                values.text("dashscope.function"),
                values.text("dashscope.prompt"),
                values.number("dashscope.strength", 0, 1),
                values.whole("dashscope.seed", 0, Integer.MAX_VALUE),
                values.whole("dashscope.max-in-flight", 1, 10_000),
                values.rate("dashscope.submit-rate"),
                values.rate("dashscope.poll-rate"),
                values.duration("dashscope.connect-timeout"),
                values.duration("dashscope.request-timeout"),
                values.duration("dashscope.poll-initial"),
                values.duration("dashscope.poll-max"),
                values.duration("dashscope.deadline"),
                values.whole("dashscope.retries", 0, 20),
                values.duration("dashscope.retry-backoff"),
                values.list("dashscope.result-hosts"),
                values.bytes("dashscope.max-result-size"));
    }

    private static @Nullable Secret token(Values values) {
        Secret token = values.hidden("shuttle.api.token");
        if (token != null && token.get().length() < SHORTEST_TOKEN) {
            values.problem("shuttle.api.token", "…", "must have " + SHORTEST_TOKEN + " characters or more");
        }
        return token;
    }

    private static @Nullable Http http(Values values) {
        return server(values, "shuttle.http", token(values));
    }

    private static @Nullable Http server(Values values, String prefix, @Nullable Secret token) {
        int port = values.whole(prefix + ".port", 0, 65_535);
        if (port == 0) {
            return null;
        }
        Http http = new Http(values.text(prefix + ".host"), port, token);
        if (token == null && !http.isLoopback()) {
            values.problem(
                    prefix + ".host",
                    http.host(),
                    "must be 127.0.0.1 or another loopback address, unless shuttle.api.token is set");
        }
        return http;
    }

    private static @Nullable Management management(Values values) {
        Http at = server(values, "shuttle.management", values.hidden("shuttle.api.token"));
        Login operator = new Login(values.text("shuttle.hawtio.user"), values.hidden("shuttle.hawtio.password"));
        Optional<String> name = values.optional("shuttle.hawtio.viewer");
        Secret password = values.hidden("shuttle.hawtio.viewer-password");
        if (name.isPresent() && password == null) {
            values.problem("shuttle.hawtio.viewer", name.get(), "needs shuttle.hawtio.viewer-password");
        }
        if (name.isPresent() && name.get().equals(operator.user())) {
            values.problem("shuttle.hawtio.viewer", name.get(), "must be another than shuttle.hawtio.user");
        }
        Login viewer = name.map(user -> new Login(user, password)).orElse(null);
        long roomLow = values.bytes("shuttle.management.room-low");
        return at == null ? null : new Management(at, operator, viewer, roomLow);
    }

    private static Breaker breaker(Values values, String provider) {
        return new Breaker(
                values.choice(provider + ".breaker.sliding-window-type", WindowType.class) == WindowType.TIME_BASED,
                values.whole(provider + ".breaker.sliding-window-size", 1, 10_000),
                values.whole(provider + ".breaker.minimum-number-of-calls", 1, 10_000),
                (float) values.number(provider + ".breaker.failure-rate-threshold", 1, 100),
                values.duration(provider + ".breaker.wait-duration-in-open-state"),
                values.whole(provider + ".breaker.permitted-number-of-calls-in-half-open-state", 1, 1000));
    }
}
