package dev.shuttle.campaign;

import static org.awaitility.Awaitility.await;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import dev.shuttle.report.Report;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The real program in its own process with 512 MB, and an emulated cloud in this one. */
final class Mill implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Folder folder;
    private final Emulator cloud;
    private final Map<String, String> settings;
    private final ShuttleProcess program;
    private int mostThreads;

    private Mill(Folder folder, Emulator cloud, Map<String, String> settings) {
        this.folder = folder;
        this.cloud = cloud;
        this.settings = settings;
        this.program = ShuttleProcess.start(settings, Rig.environment(cloud), "run");
    }

    /** Starts both. */
    static Mill start(java.nio.file.Path root, InstantSource clock, Map<String, String> more) {
        Folder folder = new Folder(root);
        Map<String, String> settings = folder.settings();
        settings.put("shuttle.preset", "pixel_art");
        // Pages and operators are served too, for their threads count.
        settings.put("shuttle.http.port", String.valueOf(free()));
        settings.put("shuttle.management.port", String.valueOf(free()));
        settings.put("dashscope.submit-rate", "1000/s");
        settings.put("dashscope.deadline", "6h");
        settings.put("shuttle.cloud.wait", "1d");
        settings.putAll(more);
        Emulator cloud = Emulator.start(EmulatorSettings.defaults()
                .withClock(clock)
                .withTimes(Duration.ofMillis(200), Duration.ofSeconds(2))
                .withLimits(Limits.NONE));
        return new Mill(folder, cloud, settings);
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder folder() {
        return folder;
    }

    int accepted() {
        return cloud.ledger().accepted();
    }

    Held held() {
        return Held.by(program.pid());
    }

    /** The most threads that {@link #until} has seen. */
    int mostThreads() {
        return mostThreads;
    }

    /** Waits, and counts the threads meanwhile. */
    void until(Callable<Boolean> reached) {
        await().atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (!program.isAlive()) {
                        throw new AssertionError("the program has ended: " + lastWords());
                    }
                    mostThreads = Math.max(mostThreads, Held.threads(program.pid()));
                    return reached.call();
                });
    }

    /** How many jobs have ended. */
    int ended() {
        return (int) folders(folder.outbox()) + (int) folders(folder.outbox().resolve("failed"));
    }

    private static long folders(java.nio.file.Path parent) {
        if (!Files.isDirectory(parent)) {
            return 0;
        }
        // Their names hold the job's id; the gallery and the folders of failed jobs have none.
        try (Stream<java.nio.file.Path> all = Files.list(parent)) {
            return all.filter(each -> each.getFileName().toString().matches(".*-\\d{6}-\\d{6}-[0-9a-z]{6}"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many pictures of the cloud lie ready for the loom. */
    int fetched() {
        try (Stream<java.nio.file.Path> jobs = Files.list(folder.work())) {
            return (int)
                    jobs.filter(job -> Files.exists(job.resolve("cloud.png"))).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What went wrong on the way to the outbox; empty where each picture there is the cloud's. */
    List<String> faultsOfResults(int files) {
        List<Report> reports = folder.reports();
        long cloudMade = reports.stream()
                .filter(report -> report.path() == Road.EMULATED)
                .count();
        return Stream.of(wrong("results", reports.size(), files), wrong("made by the cloud", cloudMade, files))
                .flatMap(List::stream)
                .toList();
    }

    /** What went wrong with the cloud; empty where each picture was sent once. */
    List<String> faults(int files) {
        return Stream.of(
                        wrong("tasks", accepted(), files),
                        wrong("paid twice", cloud.ledger().paidTwice(), 0),
                        wrong("errors in the log", program.count("OutOfMemoryError"), 0))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> wrong(String what, long is, long wanted) {
        return is == wanted ? List.of() : List.of(what + ": " + is + " instead of " + wanted);
    }

    private String lastWords() {
        List<String> lines = program.output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    @Override
    public void close() {
        program.close();
        cloud.close();
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
