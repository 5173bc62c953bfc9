package dev.shuttle.pipeline.store;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.pipeline.job.LostMessages;
import dev.shuttle.pipeline.job.OpenIntent;
import dev.shuttle.pipeline.job.Taken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A journal that enters no state before the store has what the next stage needs: so whichever node takes a job over finds its files. A
 * kill between the two leaves files that no row asks for, which are put there again or swept away.
 */
public final class KeepingJournal implements Journal {
    private final Journal journal;
    private final HandedOn files;

    /** Keeps what is committed to that journal. */
    public KeepingJournal(Journal journal, HandedOn files) {
        this.journal = journal;
        this.files = files;
    }

    private void keep(JobId id) {
        try {
            files.keep(id);
        } catch (IOException away) {
            throw JournalException.notKept(id, away);
        }
    }

    @Override
    public Job admit(Job job) {
        keep(job.id());
        return journal.admit(job);
    }

    @Override
    public List<Job> admitAll(List<Job> jobs) {
        jobs.forEach(job -> keep(job.id()));
        return journal.admitAll(jobs);
    }

    @Override
    public Job record(Job job) {
        if (!job.isFinal()) {
            keep(job.id());
            return journal.record(job);
        }
        return ended(journal.record(job));
    }

    @Override
    public Job intend(Job job) {
        keep(job.id());
        return journal.intend(job);
    }

    /** It may be another node's, whose files are not here. */
    @Override
    public Job settle(Job job) {
        return journal.settle(job);
    }

    @Override
    public List<Job> overwrite(List<Job> jobs) {
        List<Job> committed = journal.overwrite(jobs);
        committed.stream().filter(Job::isFinal).forEach(this::ended);
        return committed;
    }

    private Job ended(Job job) {
        files.forget(job.id());
        return job;
    }

    @Override
    public Taken take(JobId id) {
        return journal.take(id);
    }

    @Override
    public void release(JobId id) {
        journal.release(id);
        files.letGo(id);
    }

    /** Who receives it may be another node. */
    @Override
    public Job handOn(Job job, Duration due, Duration again) {
        keep(job.id());
        Job handedOn = journal.handOn(job, due, again);
        files.letGo(job.id());
        return handedOn;
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
