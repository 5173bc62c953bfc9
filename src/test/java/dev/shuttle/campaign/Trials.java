package dev.shuttle.campaign;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The trials of a campaign that does harm of several kinds: each begins with pictures in the inbox of an empty folder, and is held against
 * the laws in its kind's tally.
 */
final class Trials<K extends Enum<K>> {
    /** So long no run says nothing, on whatever machine; how long it takes altogether is the machine's affair. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    private final int jobs;
    private final Map<K, Tally> tallies = new TreeMap<>();

    Trials(int jobs) {
        this.jobs = jobs;
    }

    /** A trial's folder, and what was dropped there. */
    record Trial(Folder folder, List<byte[]> pictures) {}

    /** Empties the place. */
    Trial begin(Path place, int seed) throws IOException {
        Disk.deleteTree(place);
        Folder folder = new Folder(place);
        List<byte[]> pictures = IntStream.range(0, jobs)
                .mapToObj(i -> Pictures.png(1000 * seed + i))
                .toList();
        IntStream.range(0, jobs).forEach(i -> folder.drop("picture " + i + ".png", pictures.get(i)));
        return new Trial(folder, pictures);
    }

    int jobs() {
        return jobs;
    }

    Tally tally(K kind) {
        return tallies.computeIfAbsent(kind, each -> new Tally());
    }

    /** A trial that breaks is one broken law of its own; the others are tried all the same. */
    void attempt(K kind, String name, Attempt trial) throws Exception {
        try {
            trial.run();
        } catch (AssertionError stuck) {
            tally(kind).law(false, name + ": " + stuck.getMessage());
        }
    }

    /** One trial. */
    interface Attempt {
        void run() throws Exception;
    }

    List<String> broken() {
        return tallies.values().stream()
                .flatMap(tally -> tally.broken().stream())
                .toList();
    }

    /** Says what came of so many trials of a kind. */
    void print(K kind, int trials) {
        Tally tally = tally(kind);
        System.out.println(kind + ": " + trials + " trials, " + tally.ends() + ", broken " + tally.broken());
    }
}
