package dev.shuttle.web.api;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.report.outcome.Json;
import dev.shuttle.web.server.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is committed to the journal, sent to whoever listens. Keeps the last thousand for those who were away a moment. */
public final class Events {
    private static final int KEPT = 1000;
    private static final String JOB = "job";

    private final Outbox outbox;
    private final String run;
    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
    private final @Nullable String node;
    private final Deque<Event> kept = new ArrayDeque<>();
    private long count;

    private record Event(String id, JobId job, String data) {}

    @FunctionalInterface
    private interface Listener {
        void committed(Job job, Event event);
    }

    /**
     * Events of jobs whose results are in this outbox.
     *
     * @param run names this start of the program: events of another are not known here
     * @param node whose commits they are; null where one program has the journal
     */
    public Events(Outbox outbox, String run, @Nullable String node) {
        this.outbox = outbox;
        this.run = run;
        this.node = node;
    }

    /** A job was committed; never waits for a listener. */
    public synchronized void committed(Job job) {
        Event event = new Event(run + "-" + ++count, job.id(), Json.line(JobView.of(job, outbox, node)));
        kept.addLast(event);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        listeners.forEach(listener -> listener.committed(job, event));
    }

    /** Every job's events, after that one where it is still known. */
    Answer.Feed all(@Nullable String after) {
        return sink -> {
            Listener listener = (job, event) -> sink.send(event.id(), JOB, event.data());
            synchronized (this) {
                missed(after)
                        .ifPresentOrElse(
                                events -> events.forEach(event -> sink.send(event.id(), JOB, event.data())),
                                () -> sink.send(run + "-" + count, "reset", "{}"));
                listeners.add(listener);
            }
            return () -> listeners.remove(listener);
        };
    }

    private java.util.Optional<List<Event>> missed(@Nullable String after) {
        if (after == null || after.equals(run + "-" + count)) {
            return java.util.Optional.of(List.of());
        }
        List<Event> events = new ArrayList<>();
        boolean found = false;
        for (Event event : kept) {
            if (found) {
                events.add(event);
            }
            found |= event.id().equals(after);
        }
        return found ? java.util.Optional.of(events) : java.util.Optional.empty();
    }

    /**
     * One job's events, from how it is now to its end; their ids are the journal's versions.
     *
     * @param now looks it up
     */
    Answer.Feed of(JobId id, Function<JobId, Job> now) {
        return sink -> {
            JobSink listener = new JobSink(id, sink);
            listeners.add(listener);
            listener.send(now.apply(id));
            return () -> listeners.remove(listener);
        };
    }

    /** Nobody gets an older state after a newer one, whichever thread comes first. */
    private final class JobSink implements Listener {
        private final JobId id;
        private final Answer.Feed.Sink sink;
        private int last = -1;

        JobSink(JobId id, Answer.Feed.Sink sink) {
            this.id = id;
            this.sink = sink;
        }

        @Override
        public void committed(Job job, Event event) {
            if (job.id().equals(id)) {
                send(job);
            }
        }

        synchronized void send(Job job) {
            if (job.version() <= last) {
                return;
            }
            last = job.version();
            sink.send(String.valueOf(last), JOB, Json.line(JobView.of(job, outbox)));
            if (job.isFinal()) {
                listeners.remove(this);
                sink.end();
            }
        }
    }
}
