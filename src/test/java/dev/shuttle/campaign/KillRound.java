package dev.shuttle.campaign;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One folder, one cloud, many lives of the program: each life ends by SIGKILL, the last one when all is done. The cloud
 * is in this process and outlives the kills.
 */
final class KillRound {
    /** Beyond so many unfinished pictures nothing more is given. */
    private static final int MOST_OPEN = 20;

    private static final Duration LAST_LIFE = Duration.ofMinutes(15);
    /** What one more life waits for a moment, of the time that a start takes. */
    private static final int PATIENCE = 3;

    private final Folder folder;
    private final List<String> java;
    private final Random random;
    private final Deque<KillDrop> toGive = new ArrayDeque<>();
    private final List<KillDrop> given = new ArrayList<>();
    private final Map<Integer, CompletableFuture<HttpResponse<byte[]>>> uploads = new TreeMap<>();
    private final Set<Integer> unanswered = new TreeSet<>();
    private Duration start = Duration.ofSeconds(2);
    private int kills;

    private KillRound(Folder folder, List<String> java, int jobs, long seed) {
        this.folder = folder;
        this.java = java;
        this.random = new Random(seed);
        for (int number = 1; number <= jobs; number++) {
            toGive.add(KillDrop.of(number, random));
        }
    }

    /**
     * Runs a round.
     *
     * @param java how the program is started, see {@link ShuttleProcess#start}
     */
    static KillAudit.Result run(Path root, List<String> java, int kills, int jobs, long seed)
            throws IOException, InterruptedException {
        KillRound round = new KillRound(new Folder(root), java, jobs, seed);
        Files.createDirectories(round.folder.inbox());
        long began = System.nanoTime();
        try (Emulator cloud = round.cloud()) {
            List<KillMoment> moments = KillMoment.of(kills, round.random);
            for (int life = 0; life < kills; life++) {
                round.live(moments.get(life), kills - life, cloud);
            }
            cloud.faults().clear();
            round.give(round.toGive.size());
            round.lastLife(cloud);
            KillAudit.Result result = KillAudit.of(round.given, round.unanswered, round.folder, cloud.ledger());
            long took = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            return new KillAudit.Result(result.figures().of(seed, "", round.kills, took), result.findings());
        }
    }

    /** One that takes as long for a task as a quick start of the program, or much longer; a few tasks at a time. */
    private Emulator cloud() {
        int run = List.of(150, 700, 2500).get(random.nextInt(3));
        return Emulator.start(EmulatorSettings.defaults()
                .withTimes(Duration.ofMillis(50), Duration.ofMillis(run))
                .withLimits(Limits.uniform(1000, 2 + random.nextInt(3), 1000)));
    }

    private void live(KillMoment moment, int livesLeft, Emulator cloud) throws IOException, InterruptedException {
        int share = Math.min((int) Math.ceil((double) toGive.size() / livesLeft), MOST_OPEN - open());
        boolean served = random.nextInt(4) == 0;
        boolean late = random.nextInt(3) == 0;
        if (!served && !late) {
            give(share);
        }
        KillFaults.arm(cloud.faults(), random);
        int port = served ? freePort() : 0;
        long began = System.nanoTime();
        try (ShuttleProcess run = start(cloud, port, "run")) {
            if ((served || late) && run.awaitLine(line -> line.contains(served ? "pages and REST" : "watching"), 1)) {
                start = Duration.ofNanos(System.nanoTime() - began);
                if (served) {
                    upload(share, new Http("127.0.0.1", port));
                } else {
                    give(share);
                }
            }
            moment.await(run, folder, start.multipliedBy(PATIENCE));
            end(run, port, moment);
        }
    }

    private void end(ShuttleProcess run, int port, KillMoment moment) throws IOException {
        boolean alive = run.isAlive();
        run.kill();
        log(run, String.valueOf(moment));
        if (alive) {
            kills++;
        } else if (port == 0) {
            throw new AssertionError("the program ended by itself:\n" + run.output());
        }
        uploads.forEach((number, answer) -> {
            if (!accepted(answer)) {
                unanswered.add(number);
            }
        });
        uploads.clear();
    }

    private static boolean accepted(CompletableFuture<HttpResponse<byte[]>> answer) {
        return answer.handle((got, cut) -> cut == null && got.statusCode() == 202)
                .completeOnTimeout(false, 10, TimeUnit.SECONDS)
                .join();
    }

    private void lastLife(Emulator cloud) throws IOException, InterruptedException {
        try (ShuttleProcess last = start(cloud, 0, "run", "--once")) {
            last.exitCode(LAST_LIFE);
            log(last, "the end");
        }
    }

    private ShuttleProcess start(Emulator cloud, int port, String... args) {
        Map<String, String> settings = new LinkedHashMap<>(folder.settings());
        settings.put("shuttle.preset", "faithful");
        settings.put("shuttle.http.port", String.valueOf(port));
        settings.put("dashscope.max-in-flight", String.valueOf(1 + random.nextInt(4)));
        return ShuttleProcess.start(java, settings, Rig.environment(cloud), args);
    }

    /** Into the inbox, a ticket first. */
    private void give(int count) {
        for (int i = 0; i < count && !toGive.isEmpty(); i++) {
            KillDrop drop = toGive.remove();
            if (drop.colours() > 0) {
                folder.drop(
                        drop.name() + ".yaml", ("colours: " + drop.colours() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            folder.drop(drop.name(), drop.bytes());
            given.add(drop);
        }
    }

    private void upload(int count, Http http) {
        for (int i = 0; i < count && !toGive.isEmpty(); i++) {
            KillDrop drop = toGive.remove();
            Map<String, String> fields =
                    drop.colours() == 0 ? Map.of() : Map.of("color_count", String.valueOf(drop.colours()));
            uploads.put(drop.number(), http.composing(drop.name(), drop.bytes(), fields, "Prefer", "respond-async"));
            given.add(drop);
        }
    }

    private int open() {
        return given.size() - folder.results().size();
    }

    private void log(ShuttleProcess run, String moment) throws IOException {
        Files.writeString(
                folder.root().resolve("shuttle.log"),
                run.output() + "\n======== killed at " + moment + ", " + open() + " pictures open\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
