package dev.shuttle.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The program in a process of its own, which can be killed. */
public final class ShuttleProcess implements AutoCloseable {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private ShuttleProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "shuttle-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts {@code shuttle <args> --set …}, with the environment's keys replaced by these. */
    public static ShuttleProcess start(Map<String, String> settings, Map<String, String> environment, String... args) {
        return start(compiled(), settings, environment, args);
    }

    /** The same with these words for Java, which end in the class or the jar. */
    public static ShuttleProcess start(
            List<String> java, Map<String, String> settings, Map<String, String> environment, String... args) {
        return start(List.of(), java, settings, environment, args);
    }

    /** The words for Java that start the program as it was compiled for the tests. */
    public static List<String> compiled() {
        return QuickStart.compiled();
    }

    /** Whether a process can be started that has no more rights than an ordinary user. */
    public static boolean canDropRights() {
        return !isRoot() || Files.isExecutable(SETPRIV);
    }

    /** The same, without the rights that root has over files of any mode. */
    public static ShuttleProcess startWithoutRights(
            Map<String, String> settings, Map<String, String> environment, String... args) {
        List<String> without = List.of(SETPRIV.toString(), "--bounding-set=-all", "--inh-caps=-all", "--");
        return start(isRoot() ? without : List.of(), compiled(), settings, environment, args);
    }

    /** The same, whose new files have all rights that are not taken away by this umask. */
    public static ShuttleProcess startUnderUmask(
            String umask, Map<String, String> settings, Map<String, String> environment, String... args) {
        List<String> shell = List.of("/bin/sh", "-c", "umask " + umask + "; exec \"$@\"", "sh");
        return start(shell, compiled(), settings, environment, args);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static ShuttleProcess start(
            List<String> before,
            List<String> java,
            Map<String, String> settings,
            Map<String, String> environment,
            String... args) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(List.of(args));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(SHUTTLE|DASHSCOPE|TONGYI)_.*"));
        builder.environment().putAll(environment);
        try {
            return new ShuttleProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process has printed such a line, or ended. */
    public boolean awaitLine(Predicate<String> wanted, int times) throws InterruptedException {
        return awaitLine(wanted, times, Duration.ofMinutes(1));
    }

    /** The same for at most so long. */
    public synchronized boolean awaitLine(Predicate<String> wanted, int times, Duration atMost)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        while (lines.stream().filter(wanted).count() < times && !ended && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        return lines.stream().filter(wanted).count() >= times;
    }

    /** The same as long as it prints anything: a busy machine makes it slow, not silent. */
    public boolean awaitLineWhileItGoesOn(Predicate<String> wanted, int times, Duration silence)
            throws InterruptedException {
        long printed = -1;
        while (printed != size()) {
            printed = size();
            long before = printed;
            if (awaitLine(wanted, times, Duration.ZERO) || hasEnded()) {
                return awaitLine(wanted, times, Duration.ZERO);
            }
            awaitMoreThan(before, silence);
        }
        return false;
    }

    /** Waits for its end as long as it prints anything, and gives its exit code; where it falls silent, its threads are in the output. */
    public int exitCodeWhileItGoesOn(Duration silence) throws InterruptedException {
        long printed = -1;
        while (process.isAlive() && printed != size()) {
            printed = size();
            awaitMoreThan(printed, silence);
        }
        // Its last line may be long printed before it is gone.
        if (!hasEnded() && !process.waitFor(1, TimeUnit.SECONDS)) {
            signalThreadDump();
            throw new AssertionError("silent for " + silence + ":\n" + output());
        }
        return exitCode(silence);
    }

    private void signalThreadDump() throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(pid())).start().waitFor();
            process.waitFor(3, TimeUnit.SECONDS);
        } catch (IOException noSuchCommand) {
            // Then without.
        }
    }

    private synchronized long size() {
        return lines.size();
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void awaitMoreThan(long printed, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis();
                lines.size() <= printed && !ended && left > 0;
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and gives its exit code. */
    public int exitCode() throws InterruptedException {
        return exitCode(Duration.ofMinutes(2));
    }

    /** The same for at most so long. */
    public int exitCode(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running:\n" + output());
        }
        return process.exitValue();
    }

    /** Everything printed so far. */
    public synchronized String output() {
        return String.join("\n", lines);
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** In how many lines that it has printed so far these words are. */
    public synchronized long count(String words) {
        return lines.stream().filter(line -> line.contains(words)).count();
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM, as systemd does. */
    public void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException killed) {
            // Its output ends with it.
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
