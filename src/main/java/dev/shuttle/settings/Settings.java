package dev.shuttle.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set, checked once at start; no code reads a property later.
 *
 * @param concurrency jobs in the loom engine at once
 * @param convertDeadline how long a picture may be decoded and converted
 * @param recover how often jobs that wait are taken up again
 * @param fallback where a job goes when the cloud fails it
 * @param cloudWait how long a job queues for the cloud before it goes the way of the fallback; held jobs queue on
 * @param locale language of reports and messages
 * @param http where browsers and programs are served; null: nowhere
 * @param management where operators are; null: nowhere
 * @param remotes servers that pictures are fetched from and results go to
 * @param alerts what operators are alerted to, and where
 * @param service how the program behaves as a service
 * @param cluster what it shares with others
 * @param broker by which the stages of several nodes are joined; null: they are this program's
 * @param providers accounts with others than DashScope, by their names
 */
public record Settings(
        Folders folders,
        Intake intake,
        Database journal,
        int concurrency,
        Duration convertDeadline,
        Duration recover,
        Fallback fallback,
        Duration cloudWait,
        Locale locale,
        Cloud cloud,
        Breaker breaker,
        @Nullable Http http,
        @Nullable Management management,
        Remotes remotes,
        AlertSettings alerts,
        Service service,
        Cluster cluster,
        @Nullable Broker broker,
        Map<String, ProviderSettings> providers) {

    /** Absolute, normalised folders. */
    public record Folders(
            Path inbox,
            Path outbox,
            Path work,
            Routes routes,
            Path presets,
            Path cards,
            Path calibrations,
            Path weaves,
            Path machines) {}

    /**
     * Where the routes lie.
     *
     * @param reload whether a route is taken up again when its file changes; for those who write routes
     */
    public record Routes(Path folder, boolean reload) {}

    /**
     * What may come in.
     *
     * @param settle how long a file's size and mtime must rest
     * @param patience how long a file that looks cut short must rest before it is judged
     * @param poll how often the inbox is looked at
     * @param recursive whether folders in it are looked into
     * @param preset name of the preset where no folder names one
     * @param maxFileSize bytes
     * @param heifProgram what decodes HEIC and AVIF pictures; empty: nothing
     */
    public record Intake(
            Duration settle,
            Duration patience,
            Duration poll,
            boolean recursive,
            String preset,
            long maxFileSize,
            long maxPixels,
            String heifProgram) {}

    /**
     * The journal's database, and who this program is in it where it is a server's.
     *
     * @param node null: named after the host
     * @param lease how long a node counts as there after it was last heard of
     */
    public record Database(
            String url,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable String node,
            Duration lease) {}

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
     * @param account what limits are shared by, between nodes; null: the key
     * @param submitRate per second
     * @param pollRate per second
     * @param maxResultSize bytes
     */
    public record Cloud(
            URI baseUrl,
            @Nullable Secret key,
            @Nullable String account,
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

        /** DashScope's own among the models; where there is none, its first, for tickets that name one. */
        public List<String> ownModels() {
            List<String> own =
                    models.stream().filter(model -> model.indexOf(':') < 0).toList();
            return own.isEmpty() ? List.of("wanx2.1-imageedit") : own;
        }

        /** The same account with other models. */
        Cloud withModels(List<String> others) {
            return at(baseUrl, key, account, workspace, others, resultHosts);
        }

        /** Another service, used in the same way. */
        public Cloud at(URI base, Secret otherKey, List<String> hosts) {
            return at(base, otherKey, null, null, models, hosts);
        }

        private Cloud at(
                URI base,
                @Nullable Secret otherKey,
                @Nullable String otherAccount,
                @Nullable String otherWorkspace,
                List<String> otherModels,
                List<String> hosts) {
            return new Cloud(
                    base,
                    otherKey,
                    otherAccount,
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

    /**
     * Where browsers and programs are served.
     *
     * @param port 0: any that is free
     * @param token what they have to show; null: nothing
     */
    public record Http(String host, int port, @Nullable Secret token) {
        /** Whether only this machine reaches it. */
        public boolean isLoopback() {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }

    /**
     * Where operators look: Hawtio, health and metrics.
     *
     * @param at may be the same host and port as the pages'
     * @param operator may stop routes and cancel jobs; without a password of its own one is made at the first start
     * @param viewer may look; null: there is none
     * @param roomLow bytes; with less left on a disk the program is not well
     */
    public record Management(
            Http at, Login operator, @Nullable Login viewer, long roomLow) {}

    /** A name and its password. */
    public record Login(String user, @Nullable Secret password) {}

    /**
     * Reads and checks every value.
     *
     * @throws SettingsException naming each key whose value does not fit
     */
    public static Settings of(Configuration configuration) {
        return SettingsReader.read(new Values(configuration));
    }

    /** The same settings with another cloud, such as the emulator's. */
    public Settings withCloud(Cloud other) {
        return with(folders, journal, fallback, other, http, management, remotes, alerts);
    }

    /** The same settings without servers to fetch from, deliver to or post alerts to. */
    public Settings withoutRemotes() {
        return with(folders, journal, fallback, cloud, http, management, remotes.off(), alerts.unposted());
    }

    /** The same settings without a place for operators. */
    public Settings withoutManagement() {
        return with(folders, journal, fallback, cloud, http, null, remotes, alerts);
    }

    /** The same settings with an outbox, and a work folder with a journal in it, of its own; in a server's journal, as another node. */
    public Settings withFolders(Path work, Path outbox) {
        Folders own = new Folders(
                folders.inbox(),
                outbox,
                work,
                folders.routes(),
                folders.presets(),
                folders.cards(),
                folders.calibrations(),
                folders.weaves(),
                folders.machines());
        Database beside = journal.url().startsWith("jdbc:sqlite:")
                ? new Database("jdbc:sqlite:" + work.resolve("journal.db"), null, null, journal.node(), journal.lease())
                : new Database(journal.url(), journal.user(), journal.password(), null, journal.lease());
        return with(own, beside, fallback, cloud, http, management, remotes, alerts, Cluster.ALONE);
    }

    /** The same settings with another way out of a cloud's failure. */
    public Settings withFallback(Fallback other) {
        return with(folders, journal, other, cloud, http, management, remotes, alerts);
    }

    /** The same settings, served on any free ports. */
    public Settings onAnyPort() {
        Management operators = management == null
                ? null
                : new Management(
                        anyPort(management.at()), management.operator(), management.viewer(), management.roomLow());
        return with(folders, journal, fallback, cloud, anyPort(http), operators, remotes, alerts);
    }

    private static Http anyPort(@Nullable Http http) {
        return new Http("127.0.0.1", 0, http == null ? null : http.token());
    }

    private Settings with(
            Folders where,
            Database database,
            Fallback policy,
            Cloud account,
            @Nullable Http pages,
            @Nullable Management operators,
            Remotes servers,
            AlertSettings alerts) {
        return with(where, database, policy, account, pages, operators, servers, alerts, cluster);
    }

    private Settings with(
            Folders where,
            Database database,
            Fallback policy,
            Cloud account,
            @Nullable Http pages,
            @Nullable Management operators,
            Remotes servers,
            AlertSettings alerts,
            Cluster nodes) {
        return new Settings(
                where,
                intake,
                database,
                concurrency,
                convertDeadline,
                recover,
                policy,
                cloudWait,
                locale,
                account,
                breaker,
                pages,
                operators,
                servers,
                alerts,
                service,
                nodes,
                broker,
                providers);
    }

    /** Whether pages and operators are served on one port. */
    public boolean managementIsBesidePages() {
        return http != null
                && management != null
                && http.port() != 0
                && http.port() == management.at().port();
    }

    /** The same settings with only the first model, for those who cannot wait for all to fail. */
    public Settings withOneModel() {
        return withCloud(cloud.withModels(cloud.models().subList(0, 1)));
    }

    /** Whether any of the models can be asked: DashScope's where there is a key, another provider's where that wants none or has one. */
    public boolean cloudIsOn() {
        return cloud.key() != null
                || providers.values().stream().anyMatch(each -> !each.models().isEmpty() && each.isUsable());
    }
}
