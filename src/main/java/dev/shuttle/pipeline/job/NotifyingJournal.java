package dev.shuttle.pipeline.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A journal that announces each commit, once it is safe. */
public final class NotifyingJournal implements Journal {
    private final Journal journal;
    private final JobEvents events;

    /** Announces what is committed to that journal. */
    public NotifyingJournal(Journal journal, JobEvents events) {
        this.journal = journal;
        this.events = events;
    }

    @Override
    public Job admit(Job job) {
        return notified(journal.admit(job));
    }

    @Override
    public List<Job> admitAll(List<Job> jobs) {
        List<Job> admitted = journal.admitAll(jobs);
        admitted.forEach(events::committed);
        return admitted;
    }

    @Override
    public Job record(Job job) {
        return notified(journal.record(job));
    }

    @Override
    public Job intend(Job job) {
        return notified(journal.intend(job));
    }

    @Override
    public Job settle(Job job) {
        return notified(journal.settle(job));
    }

    @Override
    public Taken take(JobId id) {
        return journal.take(id);
    }

    @Override
    public void release(JobId id) {
        journal.release(id);
    }

    @Override
    public Job handOn(Job job, Duration due, Duration again) {
        return journal.handOn(job, due, again);
    }

    @Override
    public Taken receive(JobId id) {
        return journal.receive(id);
    }

    @Override
    public List<JobId> unsent(int limit) {
        return journal.unsent(limit);
    }

    @Override
    public Taken reclaim(JobId id) {
        return journal.reclaim(id);
    }

    @Override
    public LostMessages lostMessages() {
        return journal.lostMessages();
    }

    @Override
    public List<JobId> abandoned(int limit) {
        return journal.abandoned(limit);
    }

    @Override
    public List<OpenIntent> openIntents() {
        return journal.openIntents();
    }

    @Override
    public List<KnownNode> knownNodes() {
        return journal.knownNodes();
    }

    @Override
    public Map<JobId, String> nodes(Collection<JobId> ids) {
        return journal.nodes(ids);
    }

    @Override
    public List<Job> overwrite(List<Job> jobs) {
        List<Job> committed = journal.overwrite(jobs);
        committed.forEach(events::committed);
        return committed;
    }

    private Job notified(Job job) {
        events.committed(job);
        return job;
    }

    @Override
    public Set<JobId> others(Collection<JobId> ids) {
        return journal.others(ids);
    }

    @Override
    public Optional<Job> find(JobId id) {
        return journal.find(id);
    }

    @Override
    public Map<JobId, Optional<Job>> find(Collection<JobId> ids) {
        return journal.find(ids);
    }

    @Override
    public List<JobId> unfinishedIds() {
        return journal.unfinishedIds();
    }

    @Override
    public boolean isShared() {
        return journal.isShared();
    }

    @Override
    public Optional<JobId> arrived(String identity) {
        return journal.arrived(identity);
    }

    @Override
    public List<Job> unfinished() {
        return journal.unfinished();
    }

    @Override
    public List<Job> newest(int limit) {
        return journal.newest(limit);
    }

    @Override
    public List<Job> page(Set<String> states, @Nullable JobId before, int limit) {
        return journal.page(states, before, limit);
    }

    @Override
    public Map<String, Long> counts() {
        return journal.counts();
    }

    @Override
    public List<Transition> history(JobId id) {
        return journal.history(id);
    }

    @Override
    public Set<String> taskIdsSince(Instant from) {
        return journal.taskIdsSince(from);
    }

    @Override
    public List<Job> intendedBetween(Instant from, Instant to) {
        return journal.intendedBetween(from, to);
    }

    @Override
    public void requestCancel(JobId id) {
        journal.requestCancel(id);
    }

    @Override
    public boolean isCancelRequested(JobId id) {
        return journal.isCancelRequested(id);
    }

    @Override
    public Set<JobId> cancelRequested() {
        return journal.cancelRequested();
    }

    @Override
    public void close() {
        journal.close();
    }
}
