package dev.shuttle.campaign;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.MinaFtp;
import dev.shuttle.rig.OpenSsh;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.ProFtpd;
import dev.shuttle.rig.RemoteServer;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills the program and the server it fetches from, again and again at random moments, while pictures are uploaded; then counts:
 * each picture is done once, from its very bytes, and moved on the server.
 *
 * <p>Arguments: {@code [sftp|ftp|mina] [pictures] [kills] [seed]}; {@code sftp} is OpenSSH, {@code ftp} ProFTPD.
 */
public final class RemoteCampaign {
    private final RemoteServer server;
    private final Folder mill;
    private final Random random;

    private RemoteCampaign(RemoteServer server, Folder mill, long seed) {
        this.server = server;
        this.mill = mill;
        this.random = new Random(seed);
    }

    /** What came of a run. */
    public record Outcome(int pictures, int lost, int doubled, int wrong, int leftOnTheServer) {
        /** Whether nothing went wrong. */
        public boolean isClean() {
            return lost + doubled + wrong + leftOnTheServer == 0;
        }
    }

    /** Runs it; exit code 1 where anything was lost, doubled or mixed up. */
    public static void main(String[] args) throws Exception {
        String kind = args.length > 0 ? args[0] : "mina";
        int pictures = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int kills = args.length > 2 ? Integer.parseInt(args[2]) : 40;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
        Path root = Files.createTempDirectory("shuttle-remote-campaign");
        Outcome outcome = run(server(kind, root), root.resolve("mill"), pictures, kills, seed);
        System.out.println(kind + " seed " + seed + ", " + kills + " kills: " + outcome);
        System.exit(outcome.isClean() ? 0 : 1);
    }

    private static RemoteServer server(String kind, Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("remote"));
        return switch (kind) {
            case "sftp" -> new OpenSsh(folder);
            case "ftp" -> new ProFtpd(folder);
            case "mina" -> new MinaFtp(folder);
            default -> throw new IllegalArgumentException(kind + ": sftp, ftp or mina");
        };
    }

    /** Runs it with a server that is prepared and not started. */
    public static Outcome run(RemoteServer server, Path mill, int pictures, int kills, long seed) throws Exception {
        try (server) {
            return new RemoteCampaign(server, new Folder(mill), seed).run(pictures, kills);
        }
    }

    private Outcome run(int pictures, int kills) throws Exception {
        server.start();
        Map<String, String> uploaded = new HashMap<>();
        int next = 0;
        for (int i = 0; i < kills; i++) {
            int until = pictures * (i + 1) / kills;
            try (ShuttleProcess program = program()) {
                for (; next < until; next++) {
                    byte[] picture = Pictures.encoded(Pictures.picture(next, 40, 40), "png");
                    String name = "picture " + next + ".png";
                    server.upload(name, picture);
                    uploaded.put(name, Disk.sha256(picture));
                }
                pause(random.nextInt(3000));
                if (random.nextBoolean()) {
                    server.stop();
                    pause(random.nextInt(500));
                    server.start();
                    pause(random.nextInt(2000));
                }
                program.kill();
            }
        }
        try (ShuttleProcess last = program()) {
            Instant end = Instant.now().plus(Duration.ofMinutes(10));
            while (Instant.now().isBefore(end) && (names().size() < pictures || left() > 0)) {
                pause(500);
            }
            last.terminate();
            last.exitCode();
        }
        return counted(uploaded);
    }

    private ShuttleProcess program() {
        Map<String, String> settings = new HashMap<>(mill.settings());
        settings.putAll(server.settings());
        settings.put("shuttle.preset", "faithful");
        return ShuttleProcess.start(settings, server.environment(), "run");
    }

    private List<String> names() {
        return mill.reports().stream().map(report -> report.source().name()).toList();
    }

    private int left() throws IOException {
        return (int) Folder.children(server.folder())
                .filter(file -> file.toString().endsWith(".png"))
                .count();
    }

    private Outcome counted(Map<String, String> uploaded) throws IOException {
        List<Report> reports = mill.reports();
        Set<String> seen = new HashSet<>();
        List<String> doubled = new ArrayList<>();
        int wrong = 0;
        for (Report report : reports) {
            String name = report.source().name();
            if (!seen.add(name)) {
                doubled.add(name);
            }
            if (report.state() != State.DONE
                    || !String.valueOf(uploaded.get(name))
                            .equals(report.source().sha256())) {
                wrong++;
            }
        }
        return new Outcome(uploaded.size(), uploaded.size() - seen.size(), doubled.size(), wrong, left());
    }

    private static void pause(int milliseconds) throws InterruptedException {
        new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS);
    }
}
