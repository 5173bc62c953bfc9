package dev.shuttle.campaign;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Many pictures at once, many of them in the cloud at the same time: no task ends before all that may be there are there.
 *
 * @param idle what the program holds before the first picture
 * @param full what it holds with all of them in flight
 * @param later the same after its tasks were polled for a while
 * @param mostThreads ever seen
 * @param filled from the first picture until all were in flight
 * @param total until all had ended
 * @param faults empty where each picture came from the cloud once
 */
record Crowd(Held idle, Held full, Held later, int mostThreads, Duration filled, Duration total, List<String> faults) {
    /** With everything in the program's own process. */
    static Crowd of(Path root, int files, int inFlight, IntFunction<byte[]> picture, boolean woven, Duration polled) {
        return of(root, files, inFlight, picture, woven, polled, Map.of());
    }

    /**
     * The same with more settings.
     *
     * @param woven whether the loom engine, which takes most of the time, is to be waited for
     * @param polled so long all of them are polled before they end
     */
    static Crowd of(
            Path root,
            int files,
            int inFlight,
            IntFunction<byte[]> picture,
            boolean woven,
            Duration polled,
            Map<String, String> more) {
        StandingClock clock = new StandingClock();
        new Folder(root).drop("first.png", Pictures.png(-1));
        Map<String, String> settings = new HashMap<>(more);
        if (!woven) {
            settings.put("camel.main.autoStartupExcludePattern", "convert");
        }
        settings.put("dashscope.max-in-flight", String.valueOf(inFlight));
        try (Mill mill = Mill.start(root, clock, settings)) {
            mill.until(() -> mill.accepted() == 1);
            Held idle = mill.held();
            Instant start = Instant.now();
            for (int i = 1; i < files; i++) {
                mill.folder().drop("p" + i + ".png", picture.apply(i));
            }
            int most = Math.min(files, inFlight);
            mill.until(() -> mill.accepted() >= most);
            Duration filled = Duration.between(start, Instant.now());
            Held full = mill.held();
            Instant wait = Instant.now().plus(polled);
            mill.until(() -> Instant.now().isAfter(wait));
            Held later = mill.held();
            clock.letGo();
            mill.until(() -> (woven ? mill.ended() : mill.fetched()) >= files);
            List<String> faults = new ArrayList<>(mill.faults(files));
            if (woven) {
                faults.addAll(mill.faultsOfResults(files));
            }
            return new Crowd(
                    idle, full, later, mill.mostThreads(), filled, Duration.between(start, Instant.now()), faults);
        }
    }

    /** A picture that is quickly made, sent and woven; each seed another one. */
    static byte[] tiny(int seed) {
        return Pictures.encoded(Pictures.picture(seed, 64, 64), "png");
    }

    @Override
    public String toString() {
        return "in flight after " + filled.toSeconds() + " s, all ended after " + total.toSeconds() + " s"
                + "\n  idle   " + idle + "\n  full   " + full + "\n  later  " + later
                + "\n  most threads " + mostThreads + "\n  faults " + faults;
    }
}
