package dev.shuttle.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One picture after the other for a long time: what the program holds must not grow.
 *
 * @param files how many went through
 * @param samples a sample each half minute, from the second minute on
 */
record Soak(int files, List<Held> samples, List<String> faults) {
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(30);
    private static final int WARM_UP = 3;
    private static final int AT_ONCE = 8;

    static Soak of(Path root, Duration length) {
        Instant end = Instant.now().plus(length);
        List<Held> samples = new ArrayList<>();
        int files = 0;
        try (Mill mill = Mill.start(root, InstantSource.system(), Map.of("dashscope.max-in-flight", "50"))) {
            Instant next = Instant.now().plus(BETWEEN_SAMPLES);
            while (Instant.now().isBefore(end)) {
                int dropped = files;
                mill.until(() -> dropped - mill.ended() < AT_ONCE);
                mill.folder().drop("p" + files + ".png", Crowd.tiny(files));
                files++;
                if (Instant.now().isAfter(next)) {
                    samples.add(mill.held());
                    System.out.println("  " + files + " files  " + samples.get(samples.size() - 1));
                    next = next.plus(BETWEEN_SAMPLES);
                }
            }
            int all = files;
            mill.until(() -> mill.ended() >= all);
            List<String> faults = new ArrayList<>(mill.faults(files));
            faults.addAll(mill.faultsOfResults(files));
            faults.addAll(growth(samples));
            return new Soak(files, samples.stream().skip(WARM_UP).toList(), faults);
        }
    }

    /** The last third beside the first, each by its smallest, for what is under way just then differs. */
    static List<String> growth(List<Held> all) {
        List<Held> samples = all.stream().skip(WARM_UP).toList();
        int third = samples.size() / 3;
        if (third == 0) {
            return List.of();
        }
        Held first = smallest(samples.subList(0, third));
        Held last = smallest(samples.subList(samples.size() - third, samples.size()));
        boolean grown = last.heapMb() > first.heapMb() * 1.1 + 8
                || last.threads() > first.threads() + 4
                || last.files() > first.files() + 8;
        return grown ? List.of("grows: " + first + " → " + last) : List.of();
    }

    private static Held smallest(List<Held> some) {
        return new Held(
                some.stream().mapToLong(Held::heapMb).min().orElseThrow(),
                some.stream().mapToInt(Held::threads).min().orElseThrow(),
                some.stream().mapToInt(Held::files).min().orElseThrow());
    }
}
