package dev.shuttle.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, checked once at start; no code reads a property later.
 *
 * @param concurrency jobs in the loom engine at once
 * @param recover how often jobs that wait are taken up again
 * @param fallback where a job goes when the cloud fails it
 * @param locale language of reports and messages
 */
public record Settings(
        Folders folders,
        Intake intake,
        Database journal,
        int concurrency,
        Duration recover,
        Fallback fallback,
        Locale locale,
        Cloud cloud,
        Breaker breaker,
        Remote ftp,
        Remote sftp) {

    /** Absolute, normalised folders. */
    public record Folders(Path inbox, Path outbox, Path work, Path routes, Path presets, Path cards) {}

    /**
     * What may come in.
     *
     * @param settle how long a file's size and mtime must rest
     * @param poll how often the inbox is looked at
     * @param recursive whether folders in it are looked into
     * @param preset name of the preset where no folder names one
     * @param maxFileSize bytes
     */
    public record Intake(
            Duration settle, Duration poll, boolean recursive, String preset, long maxFileSize, long maxPixels) {}

    /** The journal's database. */
    public record Database(
            String url, @Nullable String user, @Nullable Secret password) {}

    /** Where a job goes when the cloud fails it. */
    public enum Fallback {
        /** The loom engine works on the source. */
        LOCAL,
        /** The job waits in the journal until the cloud is back. */
        HOLD,
        /** The job fails. */
        FAIL
    }

    /**
     * The DashScope account and how it may be used.
     *
     * @param key the API key; null: the cloud is off
     * @param submitRate per second
     * @param pollRate per second
     * @param maxResultSize bytes
     */
    public record Cloud(
            URI baseUrl,
            @Nullable Secret key,
            @Nullable String workspace,
            List<String> models,
            String function,
            String prompt,
            double strength,
            int seed,
            int maxInFlight,
            int submitRate,
            int pollRate,
            Duration connectTimeout,
            Duration requestTimeout,
            Duration pollInitial,
            Duration pollMax,
            Duration deadline,
            int retries,
            Duration retryBackoff,
            List<String> resultHosts,
            long maxResultSize) {

        /** The same account, asked of other models. */
        Cloud withModels(List<String> others) {
            return at(baseUrl, key, workspace, others, resultHosts);
        }

        /** Another service, used in the same way. */
        public Cloud at(URI base, Secret otherKey, List<String> hosts) {
            return at(base, otherKey, null, models, hosts);
        }

        private Cloud at(
                URI base,
                @Nullable Secret otherKey,
                @Nullable String otherWorkspace,
                List<String> otherModels,
                List<String> hosts) {
            return new Cloud(
                    base,
                    otherKey,
                    otherWorkspace,
                    otherModels,
                    function,
                    prompt,
                    strength,
                    seed,
                    maxInFlight,
                    submitRate,
                    pollRate,
                    connectTimeout,
                    requestTimeout,
                    pollInitial,
                    pollMax,
                    deadline,
                    retries,
                    retryBackoff,
                    hosts,
                    maxResultSize);
        }
    }

    /** The circuit breaker round the submit; names and meaning are resilience4j's. */
    public record Breaker(
            boolean timeBased,
            int slidingWindowSize,
            int minimumNumberOfCalls,
            float failureRateThreshold,
            Duration waitDurationInOpenState,
            int permittedNumberOfCallsInHalfOpenState) {}

    private enum WindowType {
        COUNT_BASED,
        TIME_BASED
    }

    /**
     * Reads and checks every value.
     *
     * @throws SettingsException naming each key whose value does not fit
     */
    public static Settings of(Configuration configuration) {
        Values values = new Values(configuration);
        Settings settings = new Settings(
                folders(values),
                intake(values),
                journal(values),
                concurrency(values),
                values.duration("shuttle.recover"),
                values.choice("shuttle.fallback", Fallback.class),
                locale(values),
                cloud(values),
                breaker(values),
                Remote.ftp(values),
                Remote.sftp(values));
        values.check();
        foldersLieApart(values, settings.folders());
        pollsComeInTime(values, settings.cloud());
        values.check();
        return settings;
    }

    /** The same settings with another cloud, such as the emulator's. */
    public Settings withCloud(Cloud other) {
        return new Settings(
                folders, intake, journal, concurrency, recover, fallback, locale, other, breaker, ftp, sftp);
    }

    /** The same settings with an outbox, and a work folder with a journal in it, of its own. */
    public Settings withFolders(Path work, Path outbox) {
        Folders own = new Folders(folders.inbox(), outbox, work, folders.routes(), folders.presets(), folders.cards());
        Database beside = journal.url().startsWith("jdbc:sqlite:")
                ? new Database("jdbc:sqlite:" + work.resolve("journal.db"), null, null)
                : journal;
        return new Settings(own, intake, beside, concurrency, recover, fallback, locale, cloud, breaker, ftp, sftp);
    }

    /** The same settings with another way out of a cloud's failure. */
    public Settings withFallback(Fallback other) {
        return new Settings(folders, intake, journal, concurrency, recover, other, locale, cloud, breaker, ftp, sftp);
    }

    /** The same settings with only the first model, for those who cannot wait for all to fail. */
    public Settings withOneModel() {
        return withCloud(cloud.withModels(cloud.models().subList(0, 1)));
    }

    /** Whether a key is there to call the cloud with. */
    public boolean cloudIsOn() {
        return cloud.key() != null;
    }

    private static Folders folders(Values values) {
        return new Folders(
                values.folder("shuttle.inbox"),
                values.folder("shuttle.outbox"),
                values.folder("shuttle.work"),
                Installation.routes(values.folder("shuttle.routes")),
                values.folder("shuttle.presets"),
                values.folder("shuttle.cards"));
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

    private static Intake intake(Values values) {
        return new Intake(
                values.duration("shuttle.inbox.settle"),
                values.duration("shuttle.inbox.poll"),
                values.flag("shuttle.inbox.recursive"),
                values.text("shuttle.preset"),
                values.bytes("shuttle.max-file-size"),
                values.whole("shuttle.max-pixels", 1, Integer.MAX_VALUE));
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
        return new Database(
                url,
                values.optional("shuttle.journal.user").orElse(null),
                values.optional("shuttle.journal.password").map(Secret::new).orElse(null));
    }

    private static int concurrency(Values values) {
        return values.optional("shuttle.concurrency")
                .map(set -> values.whole("shuttle.concurrency", 1, 1024))
                .orElse(Runtime.getRuntime().availableProcessors());
    }

    private static Locale locale(Values values) {
        Locale asked =
                values.optional("shuttle.locale").map(Locale::forLanguageTag).orElse(Locale.getDefault());
        boolean chinese = asked.getLanguage().equals("zh");
        if (!chinese && !asked.getLanguage().equals("en")) {
            values.optional("shuttle.locale")
                    .ifPresent(other -> values.problem("shuttle.locale", other, "must be zh-CN or en"));
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

    private static Cloud cloud(Values values) {
        return new Cloud(
                values.uri("dashscope.base-url"),
                values.secret("dashscope.api-key"),
                values.optional("dashscope.workspace").orElse(null),
                values.list("dashscope.models"),
                values.text("dashscope.function"),
                values.text("dashscope.prompt"),
                values.number("dashscope.strength", 0, 1),
                values.whole("dashscope.seed", 0, Integer.MAX_VALUE),
                values.whole("dashscope.max-in-flight", 1, 1000),
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

    private static Breaker breaker(Values values) {
        return new Breaker(
                values.choice("dashscope.breaker.sliding-window-type", WindowType.class) == WindowType.TIME_BASED,
                values.whole("dashscope.breaker.sliding-window-size", 1, 10_000),
                values.whole("dashscope.breaker.minimum-number-of-calls", 1, 10_000),
                (float) values.number("dashscope.breaker.failure-rate-threshold", 1, 100),
                values.duration("dashscope.breaker.wait-duration-in-open-state"),
                values.whole("dashscope.breaker.permitted-number-of-calls-in-half-open-state", 1, 1000));
    }
}
