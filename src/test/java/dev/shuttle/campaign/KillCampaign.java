package dev.shuttle.campaign;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.rig.QuickStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills the real program again and again, and counts what became of the pictures. */
@Command(name = "kill", mixinStandardHelpOptions = true, showDefaultValues = true)
final class KillCampaign implements Callable<Integer> {
    @Option(names = "--kills", description = "How often the program is killed in all.")
    private int kills = 50;

    @Option(names = "--jobs", description = "How many pictures it is given in all.")
    private int jobs = 150;

    @Option(names = "--round", description = "Kills in one folder; then a new one is begun, with the next seed.")
    private int round = 50;

    @Option(names = "--seed", description = "Of the first round.")
    private long seed = 1;

    @Option(names = "--parallel", description = "Rounds at the same time.")
    private int parallel = 1;

    @Option(names = "--ledger", description = "Each round adds a line of JSON to this file.")
    private Path ledger = Path.of("target/kills.jsonl");

    @Option(names = "--sum", description = "Adds the lines of the ledger up, and does nothing else.")
    private boolean sum;

    @Option(names = "--jar", description = "The program.")
    private Path jar = Path.of("target/shuttle.jar");

    @Option(names = "--folder", description = "For the rounds; a round that found a fault stays there.")
    private Path folder = Path.of("target/kill");

    @Option(names = "--keep", description = "Every round stays there.")
    private boolean keep;

    /** Exit code 0: nothing was lost, doubled, paid twice or mixed up. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new KillCampaign()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        return sum ? summed() : campaign();
    }

    private int summed() throws IOException {
        KillFigures all = KillFigures.in(ledger).stream()
                .reduce(KillFigures::plus)
                .orElseThrow(() -> new IOException(ledger + " is empty"));
        System.out.println(all.line());
        return all.faults() == 0 ? 0 : 1;
    }

    private int campaign() throws Exception {
        String program = Disk.sha256(jar).substring(0, 12);
        List<String> java = QuickStart.of(jar, folder);
        int rounds = Math.max(1, (kills + round - 1) / round);
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<KillFigures>> running = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                int number = i;
                running.add(threads.submit(() -> round(number, rounds, program, java)));
            }
            return faults(running) == 0 ? 0 : 1;
        } finally {
            threads.shutdownNow();
        }
    }

    private static int faults(List<Future<KillFigures>> running) throws InterruptedException, ExecutionException {
        int faults = 0;
        for (Future<KillFigures> each : running) {
            faults += each.get().faults();
        }
        return faults;
    }

    private KillFigures round(int number, int rounds, String program, List<String> java)
            throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder).toAbsolutePath().resolve("seed-" + (seed + number));
        Disk.deleteTree(root);
        KillAudit.Result result =
                KillRound.run(root, java, share(kills, number, rounds), share(jobs, number, rounds), seed + number);
        KillFigures figures = result.figures()
                .of(
                        seed + number,
                        program,
                        result.figures().kills(),
                        result.figures().seconds());
        tell(figures, result.findings(), root);
        return figures;
    }

    private synchronized void tell(KillFigures figures, List<String> findings, Path root) throws IOException {
        figures.appendTo(ledger);
        System.out.println(figures.line());
        findings.forEach(finding -> System.out.println("  " + finding));
        if (figures.faults() == 0 && !keep) {
            Disk.deleteTree(root);
        }
    }

    /** Of so many in all, the part of one round. */
    private static int share(int all, int number, int rounds) {
        return all / rounds + (number < all % rounds ? 1 : 0);
    }
}
