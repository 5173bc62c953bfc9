package dev.shuttle.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The fault matrix: every documented error and every way in which a connection misbehaves, at submits, polls and downloads,
 * against the real program. {@code run.sh faults [--only TEXT] [--processes N]}; the exit code is 1 where an outcome was
 * another than the documented one.
 */
public final class FaultsCampaign {
    private FaultsCampaign() {}

    /** Runs it. */
    public static void main(String... args) throws Exception {
        String only = option(args, "--only", "");
        int processes = Integer.parseInt(option(args, "--processes", "2"));
        Predicate<FaultCase> wanted = each -> each.name().contains(only);
        List<FaultCase> cases = FaultCase.all().stream().filter(wanted).toList();
        Path root = Files.createTempDirectory("shuttle-faults-");
        List<FaultMatrix> parts = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int part = 0; part < processes; part++) {
            int mine = part;
            List<FaultCase> share = java.util.stream.IntStream.range(0, cases.size())
                    .filter(i -> i % processes == mine)
                    .mapToObj(cases::get)
                    .toList();
            FaultMatrix matrix = new FaultMatrix(root.resolve("part-" + part), share, System.out);
            parts.add(matrix);
            Thread thread = new Thread(matrix, "part-" + part);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        parts.add(again(root.resolve("again"), parts));
        System.exit(summed(parts, cases.size()) ? 0 : 1);
    }

    /**
     * What ended otherwise is tried once more, nothing beside it: with a deadline of 2 s for an exchange, a machine that stands still for as
     * long is a fault of its own, which is met as documented for that one.
     */
    private static FaultMatrix again(Path root, List<FaultMatrix> parts) {
        List<FaultCase> left =
                parts.stream().flatMap(part -> part.left().stream()).toList();
        parts.stream().flatMap(part -> part.wrong().stream()).forEach(System.out::println);
        System.out.println(left.size() + " cases once more by themselves");
        FaultMatrix again = new FaultMatrix(root, left, System.out);
        if (!left.isEmpty()) {
            again.run();
        }
        return again;
    }

    private static boolean summed(List<FaultMatrix> parts, int cases) throws IOException {
        List<String> wrong = Stream.concat(
                        parts.stream().flatMap(part -> part.broken().stream()),
                        parts.get(parts.size() - 1).wrong().stream())
                .distinct()
                .toList();
        double slowest = parts.stream().mapToDouble(FaultMatrix::slowest).max().orElse(0);
        double other =
                parts.stream().mapToDouble(FaultMatrix::slowestOther).max().orElse(0);
        System.out.printf(
                "%d cases: %d other than documented; slowest struck %.1f s, slowest other %.1f s%n",
                cases, wrong.size(), slowest, other);
        wrong.forEach(System.out::println);
        return wrong.isEmpty();
    }

    private static String option(String[] args, String name, String otherwise) {
        int at = List.of(args).indexOf(name);
        return at < 0 || at + 1 == args.length ? otherwise : args[at + 1];
    }
}
