package dev.shuttle.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The journal of a single command whose pictures stay where they are: nothing in it need outlive the process. */
public final class MemoryJournal implements Journal {
    private final Map<JobId, List<Job>> versions = new HashMap<>();

    @Override
    public synchronized Job admit(Job job) {
        return versions.computeIfAbsent(job.id(), id -> new ArrayList<>(List.of(job)))
                .get(0);
    }

    @Override
    public synchronized Job record(Job job) {
        List<Job> known = versions.getOrDefault(job.id(), List.of());
        if (known.isEmpty() || last(known).version() != job.version()) {
            throw JournalException.conflict(job.id(), job.version());
        }
        known.add(job.committed());
        return last(known);
    }

    @Override
    public synchronized Optional<Job> find(JobId id) {
        return Optional.ofNullable(versions.get(id)).map(MemoryJournal::last);
    }

    @Override
    public synchronized List<Job> unfinished() {
        return all().filter(job -> !job.isFinal()).toList();
    }

    @Override
    public synchronized List<Job> newest(int limit) {
        return all().sorted(Comparator.comparing(Job::admittedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Transition> history(JobId id) {
        return versions.getOrDefault(id, List.of()).stream()
                .map(job -> new Transition(job.state().name(), job.state().since()))
                .toList();
    }

    /** Such a command submits nothing. */
    @Override
    public Set<String> taskIdsSince(Instant from) {
        return Set.of();
    }

    /** Such a command is given up by ending it. */
    @Override
    public void requestCancel(JobId id) {}

    @Override
    public boolean isCancelRequested(JobId id) {
        return false;
    }

    @Override
    public void close() {}

    private java.util.stream.Stream<Job> all() {
        return versions.values().stream().map(MemoryJournal::last).sorted(Comparator.comparing(Job::admittedAt));
    }

    private static Job last(List<Job> known) {
        return known.get(known.size() - 1);
    }
}
