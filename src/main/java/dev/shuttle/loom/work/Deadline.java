package dev.shuttle.loom.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When long work has to end, and whether it is still wanted. Every long loop calls {@link #check} now and then; no thread
 * is interrupted for it. May be shared by workers.
 */
public final class Deadline {
    /** Work without an end. */
    public static final Deadline NONE = new Deadline(InstantSource.system(), null, () -> false);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final @Nullable Instant end;
    private final BooleanSupplier cancelled;
    private volatile Instant nextLook;

    private Deadline(InstantSource clock, @Nullable Instant end, BooleanSupplier cancelled) {
        this.clock = clock;
        this.end = end;
        this.cancelled = cancelled;
        this.nextLook = end == null ? Instant.MAX : clock.instant();
    }

    /**
     * The work may take {@code time} from now on.
     *
     * @param cancelled whether nobody wants it any more; called at most once a second
     */
    public static Deadline after(Duration time, InstantSource clock, BooleanSupplier cancelled) {
        return new Deadline(clock, clock.instant().plus(time), cancelled);
    }

    /** Ends the work where its time is over or it was cancelled; cheap enough for every row of a picture. */
    public void check() {
        if (end == null) {
            return;
        }
        Instant now = clock.instant();
        if (now.isAfter(end)) {
            throw new WorkStoppedException(false);
        }
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK);
            if (cancelled.getAsBoolean()) {
                throw new WorkStoppedException(true);
            }
        }
    }
}
