package dev.shuttle.ops.doctor;

import dev.shuttle.pipeline.job.ExistingJournal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.pipeline.store.Store;
import dev.shuttle.pipeline.store.StoreException;
import dev.shuttle.pipeline.store.Stores;
import dev.shuttle.report.page.Text;
import dev.shuttle.settings.Broker;
import dev.shuttle.settings.Settings;
import dev.shuttle.settings.StoreSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What several nodes share. */
final class ClusterChecks {
    private ClusterChecks() {}

    /**
     * Whether the broker is there, and keeps messages until they are due.
     *
     * @param delays asks it
     */
    record BrokerCheck(@Nullable Broker broker, @Nullable BooleanSupplier delays) implements Check {
        @Override
        public String name() {
            return "broker";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            if (broker == null || delays == null) {
                return List.of(words.ok("broker.none"));
            }
            try {
                return List.of(
                        delays.getAsBoolean()
                                ? words.ok("broker", broker.shown())
                                : words.warn("broker.delays", broker.shown()));
            } catch (IllegalStateException away) {
                return List.of(words.fail("broker.away", String.valueOf(away.getMessage())));
            }
        }
    }

    /** Whether something can be put into the store, read again and removed. */
    record StoreCheck(StoreSettings settings) implements Check {
        @Override
        public String name() {
            return "store";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            if (!settings.isOn()) {
                return List.of(words.ok("store.none"));
            }
            try (Store store = Stores.open(settings).orElseThrow()) {
                store.probe("doctor/" + UUID.randomUUID());
                return List.of(words.ok("store", store.place()));
            } catch (StoreException e) {
                return List.of(
                        words.hinted(Finding.Level.FAIL, Text.plain(e.hint()), "said", String.valueOf(e.getMessage())));
            }
        }
    }

    /** Which nodes are there, which have fallen silent with jobs, and whose clock is off. */
    record NodesCheck(Settings.Database database) implements Check {
        private static final Duration OFF = Duration.ofSeconds(30);

        @Override
        public String name() {
            return "nodes";
        }

        @Override
        public Set<String> needs() {
            return Set.of("journal");
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            try (ExistingJournal journal = ExistingJournal.open(database.url(), database.user(), database.password())
                    .orElse(null)) {
                List<KnownNode> nodes = journal == null ? List.of() : journal.nodes();
                return nodes.isEmpty()
                        ? List.of(words.ok("nodes.none"))
                        : nodes.stream().map(node -> found(words, node)).toList();
            } catch (JournalException e) {
                return List.of(
                        words.hinted(Finding.Level.FAIL, Text.plain(e.hint()), "said", String.valueOf(e.getMessage())));
            }
        }

        private static Finding found(Words words, KnownNode node) {
            if (!node.isThere()) {
                return words.warn("nodes.silent", node.name(), node.jobs());
            }
            if (node.ahead().abs().compareTo(OFF) > 0) {
                return words.warn("nodes.clock", node.name(), node.ahead().toSeconds());
            }
            String text = switch (node.standing()) {
                case DRAINING -> "nodes.draining";
                case DRAINED -> "nodes.drained";
                case THERE, SILENT -> "nodes";
            };
            return words.ok(
                    text, node.name(), node.program(), node.jobs(), node.ahead().toMillis(), node.roles());
        }
    }
}
