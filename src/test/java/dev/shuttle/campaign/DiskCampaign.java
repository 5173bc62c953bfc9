package dev.shuttle.campaign;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Takes the room or the right to write away at each step of a job's life, gives it back, and sees what comes of the jobs: options
 * {@code --small DIR} (a file system of some 20 MB, made beforehand; without it only rights are taken away), {@code --trials N},
 * {@code --jobs N}, {@code --seed N}, {@code --lack NAME} (only this one), {@code --folder DIR}. To be run by an ordinary user: root may write everywhere.
 */
public final class DiskCampaign {
    private static final int MISSING_MS = 2000;
    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r-xr-xr-x");
    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rwx------");

    /** The step right after which it goes. */
    static final List<String> MOMENTS =
            List.of("admitted", "submitting", "submitted", "task ended", "downloaded", "converted", "done");

    /** What is taken away. */
    enum Lack {
        ROOM,
        RIGHT_IN_WORK,
        RIGHT_IN_OUTBOX,
        RIGHT_IN_INBOX
    }

    private final Path root;
    private final Trials<Lack> trials;

    DiskCampaign(Path root, int jobs) {
        this.root = root;
        this.trials = new Trials<>(jobs);
    }

    /** Runs the campaign; exit code 1 where a law was broken. */
    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        String small = options.text("small", "");
        int trials = options.number("trials", 1);
        int seed = options.number("seed", 1);
        String only = options.text("lack", "");
        boolean whole = true;
        for (Lack lack : Lack.values()) {
            boolean isWanted = only.isEmpty() || lack.name().equals(only);
            if (!isWanted || (lack == Lack.ROOM && small.isEmpty())) {
                continue;
            }
            Path root = Path.of(lack == Lack.ROOM ? small : options.text("folder", "/tmp/disk-trials"));
            DiskCampaign campaign = new DiskCampaign(root, options.number("jobs", 4));
            for (String moment : MOMENTS) {
                for (int i = 0; i < trials; i++) {
                    int each = seed + i;
                    campaign.trials.attempt(
                            lack,
                            lack + " after " + moment + " seed " + each,
                            () -> campaign.trial(lack, moment, each));
                }
            }
            campaign.trials.print(lack, MOMENTS.size() * trials);
            whole &= campaign.trials.broken().isEmpty();
        }
        System.exit(whole ? 0 : 1);
    }

    Tally tally(Lack lack) {
        return trials.tally(lack);
    }

    void trial(Lack lack, String moment, int seed) throws Exception {
        String name = lack + " after " + moment + " seed " + seed;
        Path place = root.resolve("trial");
        Trials.Trial trial = trials.begin(place, seed);
        Folder folder = trial.folder();
        Map<String, String> settings = folder.settings();
        // `run --once` tries five times, and is to try still when the right is back.
        settings.put("shuttle.recover", "1s");
        try (Emulator cloud = TestCloud.start();
                ShuttleProcess run = ShuttleProcess.start(settings, Rig.environment(cloud), "run", "--once")) {
            run.awaitLineWhileItGoesOn(line -> line.contains(" - " + moment), 1, Duration.ofMinutes(1));
            take(lack, folder);
            new CountDownLatch(1).await(MISSING_MS, TimeUnit.MILLISECONDS);
            give(lack, folder);
            int code = run.exitCodeWhileItGoesOn(Trials.SILENCE);
            tally(lack).law(code == 0, name + ": exit code " + code + ": " + run.output());
            if (code == 2) {
                try (ShuttleProcess again = ShuttleProcess.start(settings, Rig.environment(cloud), "run", "--once")) {
                    again.exitCodeWhileItGoesOn(Trials.SILENCE);
                }
            }
            tally(lack).count(name, folder, trial.pictures(), cloud, Set.of());
        }
        Disk.deleteTree(place);
    }

    private void take(Lack lack, Folder folder) throws IOException {
        switch (lack) {
            case ROOM -> fill();
            case RIGHT_IN_WORK -> rights(folder.work(), READ_ONLY);
            case RIGHT_IN_OUTBOX -> rights(folder.outbox(), READ_ONLY);
            case RIGHT_IN_INBOX -> rights(folder.inbox(), READ_ONLY);
        }
    }

    private void give(Lack lack, Folder folder) throws IOException {
        switch (lack) {
            case ROOM -> Files.delete(root.resolve("ballast"));
            case RIGHT_IN_WORK -> rights(folder.work(), USUAL);
            case RIGHT_IN_OUTBOX -> rights(folder.outbox(), USUAL);
            case RIGHT_IN_INBOX -> rights(folder.inbox(), USUAL);
        }
    }

    /** Until not one byte more can be written. */
    private void fill() throws IOException {
        byte[] piece = new byte[4096];
        try (var out = Files.newOutputStream(root.resolve("ballast"))) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // That was wanted.
        }
    }

    /** Of every folder below, too: a folder that comes and goes meanwhile is no matter. */
    private static void rights(Path folder, Set<PosixFilePermission> rights) throws IOException {
        Files.setPosixFilePermissions(folder, USUAL);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(each, rights);
            }
        } catch (java.nio.file.NoSuchFileException | UncheckedIOException gone) {
            Files.setPosixFilePermissions(folder, rights);
        }
    }
}
