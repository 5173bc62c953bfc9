package dev.shuttle.ops.alert;

import dev.shuttle.provider.FailureWords;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean of the route {@code alert}: which alerts are to be posted, and what became of them. Every alert is a line in the log, too. */
public final class Alerting {
    private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** A stop waits no longer for alerts to arrive. */
    private static final Duration LAST = Duration.ofSeconds(3);

    private final Alerts alerts;
    private final Mailbox mailbox;
    private final DiskSpace room;
    private final InstantSource clock;
    private Instant nextLook = Instant.MIN;

    /**
     * Begins to look.
     *
     * @param folders whose disks need room
     * @param roomLow bytes
     * @param posted whether there is a webhook
     * @param listener gets each alert
     * @param made makes the alerts for a consumer
     */
    public Alerting(
            List<Path> folders,
            long roomLow,
            boolean posted,
            InstantSource clock,
            Consumer<Alert> listener,
            Function<Consumer<Alert>, Alerts> made) {
        this.mailbox = new Mailbox(clock);
        this.clock = clock;
        this.room = new DiskSpace(folders, roomLow, Alerting::free);
        this.alerts = made.apply(alert -> {
            say(alert);
            listener.accept(alert);
            if (posted) {
                mailbox.put(alert);
            }
        });
    }

    private static long free(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private static void say(Alert alert) {
        String hint = alert.hint() == null ? "" : " " + alert.hint();
        if (alert.severity().equals("info")) {
            LOG.info("{}: {}", alert.title(), alert.message());
        } else {
            LOG.warn("{}: {}{}", alert.title(), alert.message(), hint);
        }
    }

    /** Takes events. */
    public Alerts alerts() {
        return alerts;
    }

    /** Looks at what causes no event: the disks, and what was gathered. */
    public void look() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK);
            room.look(alerts);
        }
        alerts.sendGathered(false);
    }

    /** The alert to be posted now, if any. */
    public List<Alert> due() {
        return mailbox.due();
    }

    /** It has arrived. */
    public void sent() {
        mailbox.sent();
    }

    /** It has not; it is posted again later, or given up. */
    public void failed(Exception failure) {
        mailbox.failed(FailureWords.of(failure, "the chat's server"));
    }

    /** How many wait to be posted. */
    public int waiting() {
        return mailbox.waiting();
    }

    /** How many never arrived. */
    public long lost() {
        return mailbox.lost();
    }

    /**
     * The program ends: what was gathered and what waits is posted now.
     *
     * @return false where something is still under way
     */
    public boolean finish() {
        alerts.sendGathered(true);
        return mailbox.finish(LAST);
    }

    /** Whether the disks have enough room; enough again is a tenth more, so that nothing flutters. */
    static final class DiskSpace {
        /** How much is free where a folder lies. */
        @FunctionalInterface
        interface Free {
            long bytes(Path folder) throws IOException;
        }

        private final List<Path> folders;
        private final long wanted;
        private final Free free;
        private @Nullable Path low;

        DiskSpace(List<Path> folders, long wanted, Free free) {
            this.folders = folders;
            this.wanted = wanted;
            this.free = free;
        }

        /** Looks, and raises or ends the alert. A folder that cannot be looked at is health's business. */
        void look(Alerts alerts) {
            for (Path folder : folders) {
                try {
                    look(folder, free.bytes(folder), alerts);
                } catch (IOException unknown) {
                    LOG.debug("{}: {}", folder, FileErrors.reason(unknown));
                }
            }
        }

        private void look(Path folder, long bytes, Alerts alerts) {
            if (bytes < wanted && (low == null || low.equals(folder))) {
                low = folder;
                alerts.roomLow(folder.toString(), bytes, wanted);
            } else if (folder.equals(low) && bytes >= wanted + wanted / 10) {
                low = null;
                alerts.roomEnough(folder.toString(), bytes);
            }
        }
    }
}
