package dev.shuttle.campaign;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.rig.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Much at once: many files, many tasks in flight, large pictures, a long time. The program has 512 MB. */
@Command(name = "load", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class LoadCampaign implements Callable<Integer> {
    private static final int MOST_THREADS = 63;
    /** Qpid JMS has some for each connection and session. */
    private static final int MOST_THREADS_BY_BROKER = 127;

    private static final int LARGE_SIDE = 1860;

    @Option(names = "--files", description = "tiny pictures dropped at once")
    private int files = 10_000;

    @Option(
            names = "--in-flight",
            description = "dashscope.max-in-flight, and so many wait in the cloud at the same time")
    private int inFlight = 2000;

    @Option(names = "--large", description = "pictures of 10 MB dropped at once")
    private int large = 100;

    @Option(names = "--soak", paramLabel = "MINUTES", description = "one picture after the other; 0: not")
    private int soak;

    @Option(
            names = "--without-loom",
            description = "pictures are fetched from the cloud and not woven, which is quicker")
    private boolean withoutLoom;

    @Option(names = "--cluster", description = "the stages by Artemis, the journal in PostgreSQL, both started for it")
    private boolean cluster;

    @Option(names = "--folder", description = "where the program works; emptied afterwards")
    private @Nullable Path folder;

    private Map<String, String> transports = Map.of();

    /** Runs it; the exit code is 1 where something failed. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new LoadCampaign()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path root = folder == null ? Files.createTempDirectory("shuttle-load") : Files.createDirectories(folder);
        if (!cluster) {
            return load(root);
        }
        try (ClusterServers servers = ClusterServers.start(root.resolve("servers"), false)) {
            transports = servers.settings();
            transports.remove("shuttle.store");
            return load(root);
        }
    }

    private int load(Path root) throws IOException {
        List<String> faults = new ArrayList<>();
        if (files > 0) {
            faults.addAll(crowd(root, files + " tiny files, " + inFlight + " in flight", files, inFlight, Crowd::tiny));
        }
        if (large > 0) {
            faults.addAll(crowd(root, large + " files of 10 MB", large, large, LoadCampaign::large));
        }
        if (soak > 0) {
            System.out.println("a soak of " + soak + " minutes");
            Soak soaked = Soak.of(Files.createDirectories(root.resolve("soak")), Duration.ofMinutes(soak));
            System.out.println("  " + soaked.files() + " files, faults " + soaked.faults());
            faults.addAll(soaked.faults());
        }
        Disk.deleteTree(root);
        System.out.println(faults.isEmpty() ? "all well" : "FAILED: " + faults);
        return faults.isEmpty() ? 0 : 1;
    }

    private List<String> crowd(Path root, String title, int files, int inFlight, IntFunction<byte[]> picture)
            throws IOException {
        System.out.println(title);
        Path own = Files.createDirectories(root.resolve("crowd"));
        Crowd crowd = Crowd.of(own, files, inFlight, picture, !withoutLoom, Duration.ofSeconds(20), transports);
        System.out.println(crowd);
        Disk.deleteTree(own);
        List<String> faults = new ArrayList<>(crowd.faults());
        if (crowd.mostThreads() > (cluster ? MOST_THREADS_BY_BROKER : MOST_THREADS)) {
            faults.add(crowd.mostThreads() + " threads");
        }
        return faults;
    }

    /** Noise does not compress: three bytes a pixel, 10 MB. */
    private static byte[] large(int seed) {
        BufferedImage image = new BufferedImage(LARGE_SIDE, LARGE_SIDE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < LARGE_SIDE; y++) {
            for (int x = 0; x < LARGE_SIDE; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return Pictures.encoded(image, "png");
    }
}
