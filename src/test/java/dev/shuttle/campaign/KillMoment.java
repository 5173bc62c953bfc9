package dev.shuttle.campaign;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** When the program is killed. */
sealed interface KillMoment {
    /** Waits for the moment; it may not come within this time, and the kill is then for that time. */
    void await(ShuttleProcess run, Folder folder, Duration patience) throws InterruptedException;

    /** So long after the start, in parts of the patience. */
    record After(double part) implements KillMoment {
        @Override
        public void await(ShuttleProcess run, Folder folder, Duration patience) throws InterruptedException {
            run.awaitLine(line -> false, 1, Duration.ofMillis((long) (patience.toMillis() * part)));
        }
    }

    /** So long after the program has said something for the n-th time. */
    record Said(String word, int times, Duration later) implements KillMoment {
        @Override
        public void await(ShuttleProcess run, Folder folder, Duration patience) throws InterruptedException {
            if (run.awaitLine(line -> line.contains(" - " + word), times, patience)) {
                run.awaitLine(line -> false, 1, later);
            }
        }
    }

    /** When one more file of this name, or in a folder of this name, lies in the work folder. */
    record Seen(String name) implements KillMoment {
        @Override
        public void await(ShuttleProcess run, Folder folder, Duration patience) {
            long before = count(folder.work());
            try {
                Awaitility.await()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(3))
                        .atMost(patience)
                        .until(() -> !run.isAlive() || count(folder.work()) > before);
            } catch (ConditionTimeoutException notSeen) {
                // Then it is killed now.
            }
        }

        private long count(Path work) {
            try (Stream<Path> files = Files.exists(work) ? Files.walk(work, 3) : Stream.empty()) {
                return files.filter(file -> file.getFileName().toString().equals(name))
                        .count();
            } catch (IOException | UncheckedIOException movedMeanwhile) {
                return 0;
            }
        }
    }

    /** What the program says at each step of a job's life, and at its own start. */
    List<String> WORDS = List.of(
            "watching",
            "recovered",
            "admitted",
            "submitting",
            "submitted",
            "found in the task list",
            "the lost submit was never accepted",
            "task ended",
            "downloaded",
            "takes the local road",
            "converted",
            "done");

    /** What appears in the work folder between them: the claim, the cloud's picture, the engine's files. */
    List<String> FILES = List.of("inbox", "cloud.png", "out");

    /** So many moments: every named one as often as any other, in any order, and as many at random. */
    static List<KillMoment> of(int kills, Random random) {
        List<KillMoment> named = new ArrayList<>();
        List<KillMoment> all = new ArrayList<>();
        while (all.size() < kills) {
            if (named.isEmpty()) {
                WORDS.forEach(word -> named.add(new Said(word, 1 + random.nextInt(3), later(random))));
                FILES.forEach(file -> named.add(new Seen(file)));
                Collections.shuffle(named, random);
            }
            all.add(random.nextInt(3) == 0 ? new After(random.nextDouble()) : named.remove(0));
        }
        return all;
    }

    /** Half at once, half within a step that takes longer. */
    private static Duration later(Random random) {
        return Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(250));
    }
}
