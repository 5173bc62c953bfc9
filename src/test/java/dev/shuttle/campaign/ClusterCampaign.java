package dev.shuttle.campaign;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.rig.QuickStart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Three nodes on PostgreSQL, Artemis and a store, while nodes are killed and stopped and each server is restarted. */
@Command(name = "cluster", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ClusterCampaign implements Callable<Integer> {
    @Option(names = "--jobs", description = "Pictures in all.")
    private int jobs = 500;

    @Option(names = "--faults", description = "How often a node is killed or stopped; 0: once for ten pictures.")
    private int faults;

    @Option(names = "--seed", description = "Of what is done when, and to whom.")
    private long seed = 1;

    @Option(names = "--pause", paramLabel = "SECONDS", description = "Between two faults, at most.")
    private int pause = 8;

    @Option(names = "--away", paramLabel = "SECONDS", description = "How long a server or a killed node is, at most.")
    private int away = 5;

    @Option(names = "--stall", paramLabel = "SECONDS", description = "Nothing ends for so long: it is given up.")
    private int stall = 240;

    @Option(names = "--store", description = "folder, or s3: the server of docs/cluster/s3.")
    private String store = "folder";

    @Option(names = "--jar", description = "The program.")
    private Path jar = Path.of("target/shuttle.jar");

    @Option(names = "--folder", description = "For the nodes; where a fault was found, it stays.")
    private Path folder = Path.of("target/cluster");

    /** Exit code 0: each picture ended once as itself, was paid once at most, and no limit was exceeded. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ClusterCampaign()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path root = folder.toAbsolutePath().resolve("seed-" + seed);
        Disk.deleteTree(root);
        ClusterRound.Plan plan = new ClusterRound.Plan(
                jobs,
                faults == 0 ? Math.max(2, jobs / 10) : faults,
                Duration.ofSeconds(pause),
                Duration.ofSeconds(away),
                Duration.ofSeconds(stall),
                store.equals("s3"));
        ClusterRound.Result result = ClusterRound.run(root, QuickStart.of(jar, folder), plan, seed, System.out);
        System.out.println(table(result));
        result.findings().forEach(finding -> System.out.println("  " + finding));
        boolean isWell = result.findings().isEmpty() && result.figures().faults() == 0;
        if (isWell) {
            Disk.deleteTree(root);
        }
        System.out.println(isWell ? "all well" : "FAILED; what the nodes said lies in " + root);
        return isWell ? 0 : 1;
    }

    private static String table(ClusterRound.Result result) {
        KillFigures figures = result.figures();
        return "| seed | pictures | kills | stops | ended by themselves | lost | doubled | paid twice | wrong | failed | cloud"
                + " | uncertain | in flight | submits in 10 s | polls in 10 s | longest silence | seconds |\n"
                + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n| "
                + String.join(
                        " | ",
                        java.util.stream.Stream.of(
                                        figures.seed(),
                                        figures.jobs(),
                                        figures.kills(),
                                        result.stops(),
                                        result.ownEnds(),
                                        figures.lost(),
                                        figures.doubled(),
                                        figures.paidTwice(),
                                        figures.wrong(),
                                        figures.failed(),
                                        figures.cloud(),
                                        figures.uncertain(),
                                        result.limits().inFlight(),
                                        result.limits().submits(),
                                        result.limits().polls(),
                                        result.longest(),
                                        figures.seconds())
                                .map(String::valueOf)
                                .toList())
                + " |";
    }
}
