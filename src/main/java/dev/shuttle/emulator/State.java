package dev.shuttle.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that an emulator remembers, on disk before any answer that depends on it. */
final class State implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(State.class);

    private final Path folder;
    private final boolean temporary;
    private final Journal journal;
    private final Tasks tasks;
    private final Ledger ledger;
    private final Shelf pictures;
    private final ResultStore results;
    private final Inputs inputs;

    private State(Path folder, boolean temporary, EmulatorSettings settings, IntSupplier port) throws IOException {
        this.folder = folder;
        this.temporary = temporary;
        this.journal = Journal.open(folder.resolve("journal.jsonl"));
        this.tasks = new Tasks(model -> running(model, settings.limits()));
        this.ledger = new Ledger(tasks, settings.clock(), journal);
        this.pictures = new Shelf(folder.resolve("pictures"));
        this.results = new ResultStore(pictures, new Shelf(folder.resolve("results")));
        this.inputs = new Inputs(pictures, tasks, results, port);
        try {
            restore(journal.events());
        } catch (IOException damaged) {
            journal.close();
            throw damaged;
        }
    }

    /** Opens what was there before, or begins anew. */
    static State open(EmulatorSettings settings, IntSupplier port) {
        Path kept = settings.stateDirectory();
        try {
            Path folder = kept == null
                    ? Files.createTempDirectory("shuttle-emulator")
                    : Files.createDirectories(kept, OwnersOnly.folder(kept));
            return new State(folder, kept == null, settings, port);
        } catch (IOException unusable) {
            throw new EmulatorException(
                    EmulatorException.Code.STATE_UNUSABLE,
                    "the emulator's state cannot be kept in " + kept + ": " + unusable.getMessage(),
                    "Give it a directory that can be written, or delete a damaged one.",
                    unusable);
        }
    }

    private static int running(String model, Limits limits) {
        return Catalogue.model(model)
                .map(each -> Catalogue.quota(each, limits).running())
                .orElse(limits.running());
    }

    private void restore(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Accepted accepted) {
                tasks.add(accepted.task());
            } else if (event instanceof Event.Cancelled cancelled) {
                tasks.cancel(cancelled.taskId(), cancelled.at());
            } else if (event instanceof Event.Uploaded uploaded) {
                inputs.uploaded(uploaded);
            } else if (event instanceof Event.Polled polled) {
                ledger.restorePoll(polled.taskId());
            } else if (event instanceof Event.Requested requested) {
                ledger.restore(requested.request());
            }
        }
    }

    /** From here on the task exists, whatever happens to this process. */
    void accept(Task task) {
        journal.write(new Event.Accepted(task), true);
        tasks.add(task);
    }

    void cancel(Task task, Instant now) {
        journal.write(new Event.Cancelled(task.id(), now), true);
        tasks.cancel(task.id(), now);
    }

    void upload(String key, String model, byte[] file, Instant now) {
        Event.Uploaded upload = new Event.Uploaded(key, model, pictures.put(file), now);
        journal.write(upload, true);
        inputs.uploaded(upload);
    }

    Tasks tasks() {
        return tasks;
    }

    Ledger ledger() {
        return ledger;
    }

    Shelf pictures() {
        return pictures;
    }

    ResultStore results() {
        return results;
    }

    Inputs inputs() {
        return inputs;
    }

    @Override
    public void close() {
        try {
            journal.close();
            if (temporary) {
                delete(folder);
            }
        } catch (IOException leftBehind) {
            LOG.warn("state left behind in {}: {}", folder, leftBehind.toString());
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
