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
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands jobs from stage to stage. Only a job's id travels: within one program its record waits here until the stage takes it, between
 * programs it waits in the journal, where nobody has it until somebody takes it. A stage goes by the name of its route.
 */
public final class Stages {
    private static final Logger LOG = LoggerFactory.getLogger(Stages.class);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);
    private static final String DEAD = "dead-letters";

    private record Place(String stage, String id) {}

    private final Journal journal;
    private final Transport transport;
    private final Function<Job, Reach> reach;
    private final Function<Job, Duration> nextPoll;
    private final InstantSource clock;
    private final Shutdown shutdown;
    private final InHand inHand;
    private final Resends resends;
    private final Map<Place, Job> here = new ConcurrentHashMap<>();

    /**
     * Hands on by this transport.
     *
     * @param reach whether a job's picture can be had by this program
     * @param nextPoll how long a job's task is not to be asked for
     * @param takesUp whether this program takes up jobs whose message is missing
     */
    public Stages(
            Journal journal,
            Transport transport,
            Function<Job, Reach> reach,
            Function<Job, Duration> nextPoll,
            InHand inHand,
            BooleanSupplier takesUp,
            InstantSource clock,
            Shutdown shutdown) {
        this.journal = journal;
        this.transport = transport;
        this.reach = reach;
        this.nextPoll = nextPoll;
        this.clock = clock;
        this.shutdown = shutdown;
        this.inHand = inHand;
        this.resends = new Resends(journal, transport, this::isReached, this::failed, inHand, takesUp, shutdown);
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
        try {
            journal.handOn(job, due, carried ? due.plus(transport.patience()) : due);
        } catch (RefusedWriteException late) {
            throw late;
        } catch (JournalException away) {
            resends.doubt(job.id());
            throw away;
        }
        resends.handedOn(job.id());
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

    /** Only a task under way waits, and only once for each time. */
    private Duration due(Job job) {
        if (resends.isOverdue(job.id())) {
            return Duration.ZERO;
        }
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
        Taken taken = received(new JobId(id), stage);
        if (taken instanceof Taken.Here here) {
            inHand.taken(here.job().id());
            return ours(here, stage);
        }
        boolean isAsked = taken instanceof Taken.Elsewhere && transport.carries(transport.later());
        return isAsked ? id : taken;
    }

    /** While the journal is away, messages stay where they are. */
    private Taken received(JobId id, String stage) {
        boolean isInDoubt = false;
        while (true) {
            try {
                Taken taken = stage.equals(DEAD) ? journal.lostMessages().receiveDead(id) : journal.receive(id);
                // Whoever seems to be at it here may be this very message, whose receipt was committed and not
                // confirmed.
                boolean isOwn = isInDoubt && taken instanceof Taken.Stray && !inHand.has(id);
                return isOwn ? journal.take(id) : taken;
            } catch (UnreadableRowException | RefusedWriteException notNow) {
                LOG.atWarn().addKeyValue("job", id).log("is left to its node: {}", notNow.getMessage());
                return new Taken.Unknown();
            } catch (JournalException away) {
                LOG.debug("a message waits for the journal", away);
                isInDoubt = true;
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
        boolean ends = taken.keepsFailing() || stage.equals(DEAD);
        return switch (reach.apply(job)) {
            case HERE -> ends ? failed(job) : job;
            case NOT_NOW -> handedOn(job, transport.later());
            case GONE -> ended(job, job.sourceLost());
        };
    }

    private Job failed(Job job) {
        return ended(job, keepsFailing(job));
    }

    private Job ended(Job job, Problem problem) {
        return job.in(((Open) job.state()).failed(problem, clock.instant()));
    }

    /** Why a job ends that took down whoever had it. */
    static Problem keepsFailing(Job job) {
        return new Problem(
                Taken.KEEPS_FAILING,
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
            resends.handedOn(new JobId(id));
        } catch (UnreadableRowException | RefusedWriteException notOurs) {
            LOG.atDebug().addKeyValue("job", id).log("is not sent again from here: {}", notOurs.getMessage());
        } catch (JournalException away) {
            resends.dropped(new JobId(id));
        }
    }

    /** The broker is there again: what it lost is found soon. */
    public void brokerIsBack() {
        resends.brokerWasAway();
    }

    /** Jobs whose message is to be sent now: its time has come, or it did not arrive. */
    public List<Job> unsent() {
        return shutdown.hasBegun() ? List.of() : resends.due();
    }

    private boolean isReached(JobId id) {
        try {
            return journal.find(id)
                    .filter(job -> reach.apply(job) == Reach.HERE)
                    .isPresent();
        } catch (UnreadableRowException damaged) {
            return false;
        }
    }
}
