package dev.shuttle.campaign;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * One process of the program, in 512 MB, led through some cases: for each, a picture that meets the fault and one of another
 * model that does not.
 */
final class FaultMatrix implements Runnable {
    private static final String STRUCK = "wanx2.1-imageedit";
    private static final String OTHER = "wan2.5-i2i-preview";
    /** The longest a documented outcome takes with these settings, and room for a machine that is busy otherwise. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final Folder folder;
    private final List<FaultCase> cases;
    private final PrintStream log;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final Set<FaultCase> good = new HashSet<>();
    private double slowest;
    private double slowestOther;

    FaultMatrix(Path root, List<FaultCase> cases, PrintStream log) {
        this.folder = new Folder(root);
        this.cases = cases;
        this.log = log;
    }

    /** What did not end as documented, and what must never happen. */
    List<String> wrong() {
        return Stream.concat(broken.stream(), wrong.stream()).toList();
    }

    /** What must never happen, however busy the machine is: memory that runs out, a picture paid twice, a key that leaks. */
    List<String> broken() {
        return broken;
    }

    /** The cases that did not end as documented, or were not tried. */
    List<FaultCase> left() {
        return cases.stream().filter(each -> !good.contains(each)).toList();
    }

    /** Seconds that the slowest struck picture took. */
    double slowest() {
        return slowest;
    }

    /** Seconds that the slowest picture beside one took. */
    double slowestOther() {
        return slowestOther;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = folder.settings();
        settings.put("shuttle.preset", "faithful");
        settings.put("dashscope.request-timeout", "2s");
        settings.put("dashscope.deadline", "8s");
        settings.put("dashscope.retries", "1");
        settings.put("dashscope.breaker.minimum-number-of-calls", "1000");
        settings.put("dashscope.breaker.sliding-window-size", "1000");
        settings.put("dashscope.breaker.wait-duration-in-open-state", "1s");
        return settings;
    }

    @Override
    public void run() {
        try (Emulator cloud = TestCloud.start();
                ShuttleProcess program = ShuttleProcess.start(settings(), Rig.environment(cloud), "run")) {
            if (!program.awaitLineWhileItGoesOn(line -> line.contains("watching"), 1, Trials.SILENCE)) {
                wrong.add("the program did not start: " + program.output());
                return;
            }
            for (int number = 0; number < cases.size(); number++) {
                tried(cloud, cases.get(number), number);
            }
            program.terminate();
            program.exitCodeWhileItGoesOn(Trials.SILENCE);
            requireWhole(cloud, program.output());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireWhole(Emulator cloud, String output) {
        if (output.contains("OutOfMemoryError") || output.contains("memory ran out")) {
            broken.add("memory ran out in " + folder.root());
        }
        if (cloud.ledger().paidTwice() > 0) {
            broken.add(cloud.ledger().paidTwice() + " pictures were paid twice in " + folder.root());
        }
        if (cloud.ledger().leaks() > 0) {
            broken.add("the key went to the storage in " + folder.root());
        }
    }

    private void tried(Emulator cloud, FaultCase each, int number) {
        cloud.faults().clear();
        cloud.faults().add(When.every(each.call()).ofModel(STRUCK), each.fault());
        long start = System.nanoTime();
        drop("struck" + number, STRUCK, 2 * number);
        drop("other" + number, OTHER, 2 * number + 1);
        int before = wrong.size();
        String other = judged(result("other" + number, start), each, false, start);
        String struck = judged(result("struck" + number, start), each, true, start);
        log.printf(Locale.ROOT, "%-40s %-45s | beside it: %s%n", each.name(), struck, other);
        if (wrong.size() == before) {
            good.add(each);
        }
        cloud.faults().clear();
        if (each.concernsAll()) {
            awaitTheBreaker(number);
        }
    }

    /** A refused account opens it, and the next case is to begin with it closed. */
    private void awaitTheBreaker(int number) {
        for (int probe = 0; probe < 20; probe++) {
            String stem = "probe" + number + "x" + probe;
            drop(stem, OTHER, 100_000 + 100 * number + probe);
            Optional<Report> found = result(stem, System.nanoTime());
            if (found.filter(report -> report.path() == dev.shuttle.report.outcome.Road.EMULATED)
                    .isPresent()) {
                return;
            }
        }
    }

    private void drop(String stem, String model, int seed) {
        String ticket = "models: [" + model + "]\noutputs: [bmp]\n";
        folder.drop(stem + ".png.yaml", ticket.getBytes(StandardCharsets.UTF_8));
        folder.drop(stem + ".png", Pictures.encoded(Pictures.picture(seed, 96, 64), "png"));
    }

    private Optional<Report> result(String stem, long start) {
        while (System.nanoTime() - start < PATIENCE) {
            Optional<Path> found = folder.results().stream()
                    .filter(path -> path.getFileName().toString().startsWith(stem + "-"))
                    .findFirst();
            if (found.isPresent()) {
                return Optional.of(Folder.report(found.get()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return Optional.empty();
    }

    private String judged(Optional<Report> found, FaultCase each, boolean struck, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        slowest = struck ? Math.max(slowest, seconds) : slowest;
        slowestOther = struck ? slowestOther : Math.max(slowestOther, seconds);
        String outcome =
                found.map(FaultMatrix::outcome).orElse("nothing") + String.format(Locale.ROOT, " %.1fs", seconds);
        boolean good =
                found.filter(report -> isDocumented(report, each, struck)).isPresent();
        if (!good) {
            wrong.add(each.name() + (struck ? "" : " (beside it)") + ": " + outcome + ", not of " + each.reasons());
        }
        return outcome;
    }

    private static String outcome(Report report) {
        String reason = report.reason() == null ? "" : " " + report.reason();
        return report.state() + " " + report.path() + reason;
    }

    private static boolean isDocumented(Report report, FaultCase each, boolean struck) {
        if (report.state() != State.DONE) {
            return false;
        }
        boolean cloud = report.path() == dev.shuttle.report.outcome.Road.EMULATED;
        String reason = Objects.requireNonNullElse(report.reason(), "");
        if (!struck) {
            return cloud || (each.concernsAll() && reason.equals("BREAKER_OPEN"));
        }
        boolean mayPass = each.reasons().isEmpty() || each.fault() instanceof Fault.Refuse;
        return cloud ? mayPass : each.reasons().contains(reason);
    }
}
