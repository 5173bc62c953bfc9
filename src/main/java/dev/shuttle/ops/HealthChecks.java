package dev.shuttle.ops;

import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.store.Store;
import dev.shuttle.pipeline.store.StoreException;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** What Camel's health shows of this program: the journal, the cloud's client, the folders. */
public final class HealthChecks {
    /**
     * How the client is.
     *
     * @param used connections on which a request is under way
     * @param waiting calls that wait for a connection
     * @param rebuilt how often the connections had to be made anew after an error of the program
     * @param overdue calls that go on although their deadline is over
     */
    public record ClientCondition(int used, int waiting, int rebuilt, int overdue) {}

    private HealthChecks() {}

    /** Whether the journal answers. Without it no picture is taken, and those under way wait. */
    static final class JournalCheck extends AbstractHealthCheck {
        private final Journal journal;

        JournalCheck(Journal journal) {
            super("shuttle", "journal");
            this.journal = journal;
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            try {
                journal.counts().forEach(builder::detail);
                builder.up();
            } catch (JournalException e) {
                builder.message(e.getMessage()).down();
            }
        }

        /** A restart does not bring a database back. */
        @Override
        public boolean isLiveness() {
            return false;
        }
    }

    /** Whether what is handed on can be read. Without it jobs wait. */
    static final class StoreCheck extends AbstractHealthCheck {
        private final Store store;

        StoreCheck(Store store) {
            super("shuttle", "store");
            this.store = store;
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            builder.detail("place", store.place());
            try {
                store.read("health/none");
                builder.up();
            } catch (StoreException e) {
                builder.message(e.getMessage() + "; " + e.hint()).down();
            }
        }

        /** A restart does not bring a store back. */
        @Override
        public boolean isLiveness() {
            return false;
        }
    }

    /** Whether the HTTP client of the cloud works: its connections are alive, and no call outlasts its deadline. */
    static final class ClientCheck extends AbstractHealthCheck {
        private final Supplier<ClientCondition> client;

        ClientCheck(Supplier<ClientCondition> client) {
            super("shuttle", "cloud-client");
            this.client = client;
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            try {
                ClientCondition now = client.get();
                builder.detail("connections_used", now.used());
                builder.detail("calls_waiting", now.waiting());
                builder.detail("rebuilt", now.rebuilt());
                if (now.overdue() > 0) {
                    builder.message(now.overdue() + " calls to the cloud outlast their deadline; restart the program")
                            .down();
                } else {
                    builder.up();
                }
            } catch (RuntimeException dead) {
                builder.message("the client of the cloud cannot be made: " + dead.getMessage())
                        .down();
            }
        }

        /** Pictures are made without the cloud, too. */
        @Override
        public boolean isLiveness() {
            return false;
        }
    }

    /** Whether a folder can be written to and its disk has room. */
    static final class FolderCheck extends AbstractHealthCheck {
        private final Path folder;
        private final long room;

        /** @param room bytes that must be free */
        FolderCheck(String name, Path folder, long room) {
            super("shuttle", name);
            this.folder = folder;
            this.room = room;
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            builder.detail("folder", folder);
            try {
                long free = Files.getFileStore(folder).getUsableSpace();
                builder.detail("free_bytes", free);
                if (!Files.isWritable(folder)) {
                    builder.message(folder + " cannot be written to; check the rights")
                            .down();
                } else if (free < room) {
                    builder.message(folder + " has " + (free >> 20) + " MB left; make room, jobs wait for it")
                            .down();
                } else {
                    builder.up();
                }
            } catch (IOException e) {
                builder.message(folder + " cannot be looked at: " + FileErrors.reason(e))
                        .down();
            }
        }

        @Override
        public boolean isLiveness() {
            return false;
        }
    }
}
