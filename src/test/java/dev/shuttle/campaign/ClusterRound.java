package dev.shuttle.campaign;

import dev.shuttle.campaign.ClusterServers.Server;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Limits;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Three nodes, the servers they share, and a cloud; nodes are killed, and stopped for longer than their lease, at random, and each server is
 * taken away once. Ends when each picture has, or when nothing has ended for too long.
 */
final class ClusterRound {
    private static final int NODES = 3;
    private static final int SIDE = 256;
    private static final int PLACES = 8;
    private static final int SUBMIT_RATE = 10;
    private static final int POLL_RATE = 40;
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration TASK = Duration.ofMillis(1500);

    /**
     * What came of it.
     *
     * @param longest without an end, in seconds
     */
    record Result(
            KillFigures figures, ClusterLimits limits, int stops, int ownEnds, long longest, List<String> findings) {}

    /**
     * How much is done to the nodes.
     *
     * @param pause between two faults, at most
     * @param away how long a server or a killed node is, at most
     * @param stall the longest time in which nothing ends
     */
    record Plan(int jobs, int faults, Duration pause, Duration away, Duration stall, boolean inABucket) {}

    private final Path root;
    private final List<String> java;
    private final Plan plan;
    private final Random random;
    private final PrintStream out;
    private final Folder results;
    private final List<ClusterNode> nodes = new ArrayList<>();
    private final List<KillDrop> given = new ArrayList<>();
    private int kills;
    private int stops;
    private int ownEnds;
    private long lastEnd = System.nanoTime();
    private int ended;
    private long longest;

    private ClusterRound(Path root, List<String> java, Plan plan, long seed, PrintStream out) {
        this.root = root;
        this.java = java;
        this.plan = plan;
        this.random = new Random(seed);
        this.out = out;
        this.results = new Folder(root);
    }

    /** Runs it. */
    static Result run(Path root, List<String> java, Plan plan, long seed, PrintStream out) throws Exception {
        return new ClusterRound(Files.createDirectories(root), java, plan, seed, out).run(seed);
    }

    private Result run(long seed) throws Exception {
        Files.createDirectories(results.outbox());
        long began = System.nanoTime();
        try (ClusterServers servers = ClusterServers.start(root, plan.inABucket());
                Emulator cloud = Emulator.start(EmulatorSettings.defaults()
                        .withTimes(Duration.ofMillis(100), TASK.minusMillis(100))
                        .withLimits(Limits.NONE))) {
            try {
                begin(servers, cloud);
                lastEnd = System.nanoTime();
                disturb(servers);
                boolean all = until(() -> ended() == plan.jobs());
                boolean nothingLeft = all && until(() -> left(servers).isEmpty());
                List<String> findings = new ArrayList<>(nothingLeft ? List.of() : List.of(left(servers)));
                KillAudit.Result audit = KillAudit.of(given, Set.of(), results, cloud.ledger());
                findings.addAll(audit.findings());
                findings.addAll(roads(audit.figures()));
                ClusterLimits limits = ClusterLimits.of(cloud.ledger(), TASK);
                findings.addAll(limits.exceeded(PLACES, SUBMIT_RATE, POLL_RATE));
                long took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
                return new Result(audit.figures().of(seed, "", kills, took), limits, stops, ownEnds, longest, findings);
            } finally {
                for (ClusterNode node : nodes) {
                    node.close();
                }
            }
        }
    }

    private void begin(ClusterServers servers, Emulator cloud) throws IOException, InterruptedException {
        Map<String, String> shared = servers.settings();
        shared.put("shuttle.preset", "pixel_art");
        shared.put("shuttle.recover", "1s");
        shared.put("shuttle.node.lease", LEASE.toSeconds() + "s");
        shared.put("shuttle.concurrency", "1");
        shared.put("dashscope.max-in-flight", String.valueOf(PLACES));
        shared.put("dashscope.submit-rate", SUBMIT_RATE + "/s");
        shared.put("dashscope.poll-rate", POLL_RATE + "/s");
        shared.put("dashscope.poll-initial", "1s");
        shared.put("dashscope.poll-max", "2s");
        Map<String, String> environment = new HashMap<>(Rig.environment(cloud));
        environment.putAll(servers.secrets());
        for (int i = 1; i <= NODES; i++) {
            ClusterNode node = new ClusterNode(root.resolve("node-" + i), results.outbox(), java, shared, environment);
            nodes.add(node);
            node.start();
        }
        for (ClusterNode node : nodes) {
            node.awaitStart();
        }
        for (int number = 1; number <= plan.jobs(); number++) {
            KillDrop drop = new KillDrop(number, 0, SIDE);
            nodes.get(random.nextInt(NODES)).folder().drop(drop.name(), drop.bytes());
            given.add(drop);
        }
    }

    /** Faults of nodes, as long as there is something to do, and each server's once, when a part of the pictures has ended. */
    private void disturb(ClusterServers servers) throws IOException, InterruptedException {
        List<Server> toTake = new ArrayList<>(List.of(Server.values()));
        Collections.shuffle(toTake, random);
        int servings = toTake.size() + 1;
        int fault = 0;
        while (isGoingOn() && (fault < plan.faults() || !toTake.isEmpty())) {
            rest(Duration.ofMillis(500 + random.nextLong(plan.pause().toMillis())));
            revive();
            int part = servings - toTake.size();
            if (!toTake.isEmpty() && (ended() * servings >= plan.jobs() * part || fault >= plan.faults())) {
                outage(servers, toTake.remove(0));
            } else if (fault < plan.faults()) {
                fault++;
                strike(nodes.get(random.nextInt(NODES)), fault == 1 || (fault != 2 && random.nextBoolean()));
            }
        }
    }

    private void outage(ClusterServers servers, Server server) throws IOException, InterruptedException {
        tell("the " + server.name().toLowerCase(Locale.ROOT) + " goes away");
        servers.take(server);
        rest(away());
        servers.giveBack(server);
        tell("it is back");
    }

    private void strike(ClusterNode node, boolean byKill) throws IOException, InterruptedException {
        if (byKill) {
            tell(node.folder().root().getFileName() + " is killed");
            kills++;
            node.kill();
            rest(away());
            node.start();
        } else {
            tell(node.folder().root().getFileName() + " is stopped");
            stops++;
            node.stop();
            rest(LEASE.plus(Duration.ofSeconds(2)).plus(away()));
            node.goOn();
        }
    }

    private Duration away() {
        return Duration.ofMillis(500 + random.nextLong(plan.away().toMillis()));
    }

    private void rest(Duration time) throws InterruptedException, IOException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            ended();
        }
    }

    private interface Reached {
        boolean isReached() throws IOException;
    }

    /** Whoever ended by itself, since a server was away at its start, is started again. */
    private void revive() throws IOException {
        for (ClusterNode node : nodes) {
            if (!node.isAlive()) {
                ownEnds++;
                tell(node.folder().root().getFileName() + " has ended by itself, and is started again");
                node.start();
            }
        }
    }

    /** False where nothing ends for too long. */
    private boolean until(Reached goal) throws IOException, InterruptedException {
        lastEnd = System.nanoTime();
        while (!goal.isReached()) {
            if (!isGoingOn() && silence().compareTo(plan.stall()) > 0) {
                return false;
            }
            revive();
            rest(Duration.ofMillis(500));
            if (silence().compareTo(plan.stall()) > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isGoingOn() {
        return ended() < plan.jobs() && silence().compareTo(plan.stall()) < 0;
    }

    private Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastEnd);
    }

    private int ended() {
        int now = results.results().size();
        if (now > ended) {
            longest = Math.max(longest, silence().toSeconds());
            ended = now;
            lastEnd = System.nanoTime();
        }
        return now;
    }

    /** What is still open, in the journal or on a disk; empty where nothing is. */
    private String left(ClusterServers servers) {
        List<String> left = new ArrayList<>();
        try (var connection = DriverManager.getConnection(servers.journal(), servers.user(), null);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, state, holder, due, send_at, unsettled FROM job WHERE open = 1")) {
            while (rows.next()) {
                left.add("job " + rows.getString(1) + " " + rows.getString(2) + " of session " + rows.getString(3)
                        + ", due " + rows.getString(4) + ", sent at " + rows.getString(5) + ", sending "
                        + rows.getString(6));
            }
        } catch (SQLException away) {
            left.add("the journal: " + away.getMessage());
        }
        for (ClusterNode node : nodes) {
            if (Files.isDirectory(node.folder().work())) {
                Folder.children(node.folder().work())
                        .filter(file -> JobId.isOne(file.getFileName().toString()))
                        .forEach(file -> left.add("left: " + root.relativize(file)));
            }
        }
        return String.join("; ", left);
    }

    /** Who may have been sent by a stopped node goes the local road, unpaid or paid once; nobody else does. */
    private static List<String> roads(KillFigures figures) {
        int unexplained = figures.local() - figures.uncertain();
        return unexplained == 0
                ? List.of()
                : List.of("local: " + unexplained + " without the cloud, for no fault of its");
    }

    private void tell(String what) {
        out.printf(
                "%6d s  %d of %d ended: %s%n",
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - START), ended, plan.jobs(), what);
    }

    private static final long START = System.nanoTime();
}
