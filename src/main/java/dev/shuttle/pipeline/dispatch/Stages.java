package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.StoppedException;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.RefusedWriteException;
import dev.shuttle.pipeline.job.Taken;
import dev.shuttle.pipeline.job.UnreadableRowException;
import dev.shuttle.report.outcome.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands jobs from stage to stage. Only a job's id travels: within one program its record waits here until the stage takes it, between
 * programs it waits in the journal, where nobody has it until somebody takes it. A stage goes by the name of its route.
 */
public final class Stages {
    private static final Logger LOG = LoggerFactory.getLogger(Stages.class);
    private static final int MOST_AT_ONCE = 200;
    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);
    /** Where the picture lies with another node, its turn comes by chance. */
    private static final Duration NOT_REACHED = Duration.ofSeconds(1);

    private record Place(String stage, String id) {}

    private final Journal journal;
    private final Transport transport;
    private final Predicate<Job> reached;
    private final Function<Job, Duration> nextPoll;
    private final InstantSource clock;
    private final Shutdown shutdown;
    private final Map<Place, Job> here = new ConcurrentHashMap<>();

    /**
     * Hands on by this transport.
     *
     * @param reached whether a job's picture can be had by this program
     * @param nextPoll how long a job's task is not to be asked for
     */
    public Stages(
            Journal journal,
            Transport transport,
            Predicate<Job> reached,
            Function<Job, Duration> nextPoll,
            InstantSource clock,
            Shutdown shutdown) {
        this.journal = journal;
        this.transport = transport;
        this.reached = reached;
        this.nextPoll = nextPoll;
        this.clock = clock;
        this.shutdown = shutdown;
    }

    /**
     * Hands a job on: from now on it is the stage's.
     *
     * @return the message, a text; anything else where there is none to be sent, because it is due later
     */
    public Object handOn(Job job, String stage) {
        if (!transport.byBroker()) {
            here.put(new Place(stage, job.id().value()), job);
            return job.id().value();
        }
        return handedOn(job, due(job));
    }

    private Object handedOn(Job job, Duration due) {
        boolean carried = transport.carries(due);
        journal.handOn(job, due, carried ? due.plus(transport.patience()) : due);
        return carried ? job.id().value() : job.id();
    }

    /** Whether a job that has ended is not to travel: its record is in the journal once it is published, and not before. */
    public boolean endsHere(Job job) {
        return transport.byBroker() && job.isFinal();
    }

    /** The job of an id that did not arrive where it was handed on to; anything else as it is. */
    public @Nullable Object returned(@Nullable Object travelling) {
        if (transport.byBroker() || !(travelling instanceof String id)) {
            return travelling;
        }
        return here.keySet().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .<Object>map(here::remove)
                .orElse(id);
    }

    /** Whether that is an id whose job has arrived in its stage. */
    public boolean isGoneOn(@Nullable Object returned) {
        return !transport.byBroker() && returned instanceof String;
    }

    /** Whether that is a message to be sent. */
    public boolean isMessage(Object handedOn) {
        return handedOn instanceof String;
    }

    /** The queue, for the message of a job whose task is not to be asked for at once. */
    public String whenDue(Job job, String queue) {
        return transport.byBroker() ? transport.endpoint(queue, due(job)) : queue;
    }

    /** Only a task under way waits. */
    private Duration due(Job job) {
        boolean isAsked = job.state() instanceof JobState.Submitted
                || (job.state() instanceof JobState.Running running && running.result() == null);
        return isAsked ? nextPoll.apply(job) : Duration.ZERO;
    }

    /**
     * What a message brings: the job, where it is this program's to go on with; a text, where the message goes back until later; else
     * there is nothing to do.
     *
     * @throws StoppedException where the journal is away until the program stops
     */
    public Object take(@Nullable Object message, String stage) {
        if (!(message instanceof String id) || !JobId.isOne(id)) {
            LOG.warn("a message that is no job's id was taken out of the queue of {}", stage);
            return new Taken.Unknown();
        }
        if (!transport.byBroker()) {
            Job job = here.remove(new Place(stage, id));
            return job == null ? new Taken.Stray() : job;
        }
        Taken taken = received(new JobId(id));
        if (taken instanceof Taken.Here here) {
            return ours(here, stage);
        }
        boolean isAsked = taken instanceof Taken.Elsewhere && transport.carries(transport.later());
        return isAsked ? id : taken;
    }

    /** While the journal is away, messages stay where they are. */
    private Taken received(JobId id) {
        while (true) {
            try {
                return journal.receive(id);
            } catch (UnreadableRowException | RefusedWriteException notNow) {
                LOG.atWarn().addKeyValue("job", id).log("is left to its node: {}", notNow.getMessage());
                return new Taken.Unknown();
            } catch (JournalException away) {
                LOG.debug("a message waits for the journal", away);
                pause();
            }
        }
    }

    private void pause() {
        try {
            shutdown.sleep(WHILE_AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException("interrupted while the journal is away");
        }
    }

    private Object ours(Taken.Here taken, String stage) {
        Job job = taken.job();
        if (!reached.test(job)) {
            return handedOn(job, NOT_REACHED);
        }
        if (taken.keepsFailing() || stage.equals("dead-letters")) {
            return job.in(((Open) job.state()).failed(keepsFailing(job), clock.instant()));
        }
        return job;
    }

    /** Why a job ends that took down whoever had it. */
    static Problem keepsFailing(Job job) {
        return new Problem(
                "KEEPS_FAILING",
                job.source().name() + " was begun again and again, and each time the program that had it went away",
                "the nodes' logs say how they ended; the original lies beside this report and can be tried again: shuttle"
                        + " jobs retry " + job.id());
    }

    /** Whether a message goes back until later. */
    public boolean isForLater(Object taken) {
        return taken instanceof String;
    }

    /** The queue again, for a message that goes back. */
    public String backTo(String queue) {
        return transport.endpoint(queue, transport.later());
    }

    /** Whether the job is here, and the stage's. */
    public boolean isHere(Object taken, String stage) {
        return taken instanceof Job job && isOf(job, stage);
    }

    /** Whether the job is here, and another stage's. */
    public boolean isMisplaced(Object taken, String stage) {
        return taken instanceof Job job && !isOf(job, stage);
    }

    private static boolean isOf(Job job, String stage) {
        JobState state = job.state();
        return switch (stage) {
            case "cloud" -> state instanceof Admitted;
            case "convert" -> state instanceof Converting;
            case "resumed" ->
                state instanceof Submitting || state instanceof JobState.Submitted || state instanceof JobState.Running;
            default -> !job.isFinal();
        };
    }

    /** Whether that was to be sent and was not, because the broker is away. */
    public boolean isUnsent(@Nullable Object travelling) {
        return transport.byBroker() && travelling instanceof String id && JobId.isOne(id);
    }

    /** It is sent again soon. */
    public void sendAgain(String id) {
        LOG.atWarn().addKeyValue("job", id).log("could not be handed on, for the broker is away; it is sent again");
        try {
            journal.find(new JobId(id))
                    .filter(job -> !job.isFinal())
                    .ifPresent(job -> journal.handOn(job, Duration.ZERO, WHILE_AWAY));
        } catch (JournalException notOurs) {
            // Another node has it, or the journal is away too: then its patience counts.
            LOG.atDebug().addKeyValue("job", id).log("is not sent again from here: {}", notOurs.getMessage());
        }
    }

    /** Jobs whose message is to be sent now: its time has come, or it did not arrive. */
    public List<Job> unsent() {
        if (shutdown.hasBegun()) {
            return List.of();
        }
        try {
            return journal.unsent(MOST_AT_ONCE).stream()
                    .filter(id -> transport.byBroker() || isReached(id))
                    .flatMap(this::reclaimed)
                    .toList();
        } catch (JournalException away) {
            LOG.debug("it cannot be looked for messages now", away);
            return List.of();
        }
    }

    private boolean isReached(JobId id) {
        try {
            return journal.find(id).filter(reached).isPresent();
        } catch (UnreadableRowException damaged) {
            return false;
        }
    }

    private Stream<Job> reclaimed(JobId id) {
        try {
            return journal.reclaim(id) instanceof Taken.Here taken ? Stream.of(taken.job()) : Stream.empty();
        } catch (UnreadableRowException damaged) {
            return Stream.empty();
        }
    }
}
