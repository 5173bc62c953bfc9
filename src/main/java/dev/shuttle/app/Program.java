package dev.shuttle.app;

import dev.shuttle.app.Idleness.Standing;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.SettingsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running program: the routes from disk, the parts they ask, the lock on the work folder. */
public final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    /** Of the time for a stop, what the servers may take, and what follows after the routes. */
    private static final Duration AROUND_THE_ROUTES = Duration.ofSeconds(5);

    private final Settings settings;
    private final Wiring wiring;
    private final FileChannel lockFile;
    private final Main main;
    private final Ports ports;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private boolean closed;

    private Program(Settings settings, Wiring wiring, FileChannel lockFile, Main main, Ports ports) {
        this.settings = settings;
        this.wiring = wiring;
        this.lockFile = lockFile;
        this.main = main;
        this.ports = ports;
    }

    /**
     * Starts everything; returns when the routes run.
     *
     * @param watching whether the ways in are open
     * @param events announces what happens to jobs from the start on
     * @throws SettingsException where the configuration cannot be used
     * @throws StartException where a folder or a route cannot
     */
    public static Program start(Settings settings, Configuration configuration, boolean watching, JobEvents events) {
        return start(settings, configuration, watching, false, events);
    }

    /**
     * The same, with pages and programs served where the settings say so.
     *
     * @throws StartException where the port is taken, too; nothing has begun then
     */
    public static Program serve(Settings settings, Configuration configuration, JobEvents events) {
        return start(settings, configuration, true, true, events);
    }

    private static Program start(
            Settings wanted, Configuration configuration, boolean watching, boolean serving, JobEvents events) {
        Settings settings = serving ? wanted : wanted.withoutManagement();
        CloudWiring.check(settings);
        warnOfLocale();
        // Every picture is in memory anyway; a cache on disk would only be left behind by a kill.
        ImageIO.setUseCache(false);
        Path routes = routes(settings.folders().routes().folder());
        FileChannel lock = prepareFolders(settings.folders());
        Wiring wiring = null;
        Ports ports = Ports.NONE;
        try {
            keepApart(settings.folders(), watching);
            wiring = Wiring.open(settings, events);
            ports = serving ? wiring.ports() : Ports.NONE;
            Main main = camel(settings, configuration, routes, wiring, watching);
            Program program = new Program(settings, wiring, lock, main, ports);
            main.start();
            wiring.started(main.getCamelContext(), program.stopAsked::countDown);
            ports.start();
            return program;
        } catch (Exception e) {
            close(ports);
            close(wiring);
            close(lock);
            throw because(e);
        }
    }

    /** Providers read their settings while the routes are made, and Camel wraps what they say. */
    private static RuntimeException because(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingsException wrong) {
                return wrong;
            }
        }
        return StartException.because(failure);
    }

    /** The port that is served; empty where none is. */
    public OptionalInt port() {
        return ports.pages();
    }

    /** The port where operators are; empty where they are nowhere. */
    public OptionalInt managementPort() {
        return ports.management();
    }

    Journal journal() {
        return wiring.journal();
    }

    public Outbox outbox() {
        return new Outbox(settings.folders().outbox());
    }

    public Admission admission() {
        return wiring.admission();
    }

    public Claim claim() {
        return wiring.claim();
    }

    public CamelContext context() {
        return main.getCamelContext();
    }

    public Standing standing() {
        return idleness().standing();
    }

    /** What is left undone, a line each, for people: files that cannot be taken, jobs that cannot go on. */
    public List<String> undone() {
        return idleness().undone();
    }

    private Idleness idleness() {
        return new Idleness(settings.folders().work(), wiring);
    }

    /** Waits until another program asks this node to stop, and nothing is left for it to do. */
    public void awaitStop() throws InterruptedException {
        stopAsked.await();
    }

    /**
     * Stops: the ways in first; what is in flight is in the journal. Who comes second waits until the first has done it: the
     * command's end and a signal may meet here, and the process ends when either returns.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        wiring.shutdown().begin();
        close(ports);
        main.stop();
        close(wiring);
        close(lockFile);
    }

    private static Main camel(
            Settings settings, Configuration configuration, Path routes, Wiring wiring, boolean watching) {
        Map<String, String> placeholders = Placeholders.of(settings, configuration);
        placeholders.putAll(wiring.queues(placeholders));
        Main main = CamelMain.of("shuttle", ProviderRoutes.beside(routes, settings), placeholders, context -> {
            wiring.bindTo(context);
            context.addRoutePolicyFactory(ClosedRoutes.of(watching, settings));
        });
        main.configure().withRoutesReloadEnabled(settings.folders().routes().reload());
        main.configure().withRoutesReloadDirectory(routes.toString());
        main.configure().withRoutesReloadPattern("*.camel.yaml");
        // Otherwise one file with a fault would take every route away, and none came back: Camel finds their ids taken.
        main.configure().withRoutesReloadRemoveAllRoutes(false);
        main.configure().withShutdownTimeout((int)
                Math.max(1, settings.service().stop().minus(AROUND_THE_ROUTES).toSeconds()));
        main.configure().withInflightRepositoryBrowseEnabled(true);
        // A route's consumer has a health check of its own.
        main.configure().health().withRoutesEnabled(false);
        main.configure().withJmxEnabled(settings.management() != null);
        return main;
    }

    /** The folder itself: Camel does not look behind a symbolic link. */
    private static Path routes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.noneMatch(file -> file.getFileName().toString().endsWith(".camel.yaml"))) {
                throw new SettingsException(List.of("shuttle.routes=" + folder + ": holds no *.camel.yaml"));
            }
            return folder.toRealPath();
        } catch (IOException e) {
            throw new SettingsException(
                    List.of("shuttle.routes=" + folder + ": cannot be read; start where the folder routes/ lies"));
        }
    }

    /** Java names files by the locale's encoding; under a plain C or POSIX locale 牡丹.jpg cannot even be opened. */
    private static void warnOfLocale() {
        String encoding = String.valueOf(System.getProperty("sun.jnu.encoding"));
        if (!encoding.toUpperCase(Locale.ROOT).startsWith("UTF")) {
            LOG.warn("file names beyond {} cannot be read under this locale; start with LC_ALL=C.UTF-8", encoding);
        }
    }

    private static FileChannel prepareFolders(Settings.Folders folders) {
        for (Path folder : List.of(folders.inbox(), folders.outbox(), folders.work())) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new StartException(
                        folder + " cannot be made: " + FileErrors.of(e), "check the rights and the disk");
            }
        }
        return WorkLock.take(folders.work());
    }

    /** By a link one folder can lie in another whatever their names say. */
    private static void keepApart(Settings.Folders folders, boolean watching) throws IOException {
        if (!watching) {
            return;
        }
        Path inbox = folders.inbox().toRealPath();
        for (Path own : List.of(folders.outbox(), folders.work())) {
            Path real = own.toRealPath();
            if (inbox.startsWith(real) || real.startsWith(inbox) || Files.isSameFile(inbox, real)) {
                throw new SettingsException(List.of(
                        "shuttle.inbox=" + folders.inbox() + ": leads to " + inbox + ", which must lie apart from "
                                + own + " (" + real + "): results would be taken as pictures"));
            }
        }
    }

    private static void close(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            LOG.warn("a part of the program did not close well: {}", FileErrors.of(e));
        }
    }
}
