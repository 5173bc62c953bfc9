package dev.shuttle.pipeline.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journal of a single command whose pictures stay where they are: nothing in it need outlive the process. */
public final class MemoryJournal implements Journal {
    private static final Comparator<Job> NEWEST_FIRST = Comparator.comparing(Job::admittedAt)
            .thenComparing(job -> job.id().value())
            .reversed();

    private final Map<JobId, List<Job>> versions = new HashMap<>();
    private final Set<JobId> canceled = new HashSet<>();

    @Override
    public synchronized Job admit(Job job) {
        return last(versions.computeIfAbsent(job.id(), id -> new ArrayList<>(List.of(job))));
    }

    @Override
    public synchronized Job record(Job job) {
        List<Job> known = versions.getOrDefault(job.id(), List.of());
        if (known.isEmpty() || last(known).version() != job.version()) {
            throw RefusedWriteException.late(job.id(), job.version());
        }
        known.add(job.committed());
        return last(known);
    }

    @Override
    public synchronized List<Job> overwrite(List<Job> jobs) {
        return jobs.stream().map(this::overwrite).toList();
    }

    private Job overwrite(Job job) {
        List<Job> known = versions.computeIfAbsent(job.id(), id -> new ArrayList<>());
        known.add(known.isEmpty() ? job : job.atVersion(last(known).version() + 1));
        return last(known);
    }

    @Override
    public synchronized Map<JobId, Optional<Job>> find(Collection<JobId> ids) {
        return ids.stream().filter(versions::containsKey).collect(Collectors.toMap(id -> id, this::find));
    }

    @Override
    public synchronized List<JobId> unfinishedIds() {
        return unfinished().stream().map(Job::id).toList();
    }

    @Override
    public boolean isShared() {
        return false;
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
        return all().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    @Override
    public synchronized List<Job> page(Set<String> states, @Nullable JobId before, int limit) {
        Optional<Job> from = before == null ? Optional.empty() : find(before);
        if (before != null && from.isEmpty()) {
            return List.of();
        }
        return all().sorted(NEWEST_FIRST)
                .filter(job -> states.isEmpty() || states.contains(job.state().name()))
                .filter(job -> from.isEmpty() || NEWEST_FIRST.compare(job, from.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<String, Long> counts() {
        return all().collect(Collectors.groupingBy(job -> job.state().name(), Collectors.counting()));
    }

    @Override
    public synchronized List<Transition> history(JobId id) {
        return versions.getOrDefault(id, List.of()).stream()
                .map(job -> new Transition(job.state().name(), job.state().since()))
                .toList();
    }

    @Override
    public synchronized Set<String> taskIdsSince(Instant from) {
        return versions.values().stream()
                .flatMap(List::stream)
                .filter(job -> !job.state().since().isBefore(from))
                .map(Job::cloud)
                .filter(Objects::nonNull)
                .map(CloudTask::taskId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<Job> intendedBetween(Instant from, Instant to) {
        return all().filter(job -> versions.getOrDefault(job.id(), List.of()).stream()
                        .map(Job::state)
                        .filter(JobState.Submitting.class::isInstance)
                        .anyMatch(state ->
                                !state.since().isBefore(from) && !state.since().isAfter(to)))
                .toList();
    }

    @Override
    public synchronized Optional<JobId> arrived(String identity) {
        return all().filter(job -> identity.equals(job.source().arrival()))
                .map(Job::id)
                .findFirst();
    }

    @Override
    public synchronized void requestCancel(JobId id) {
        find(id).filter(job -> !job.isFinal()).ifPresent(job -> canceled.add(id));
    }

    @Override
    public synchronized boolean isCancelRequested(JobId id) {
        return canceled.contains(id);
    }

    @Override
    public synchronized Set<JobId> cancelRequested() {
        return canceled.stream()
                .filter(id -> find(id).filter(job -> !job.isFinal()).isPresent())
                .collect(Collectors.toSet());
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
