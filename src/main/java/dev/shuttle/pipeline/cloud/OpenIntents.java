package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.CloudTask;
import dev.shuttle.pipeline.job.Intent;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.OpenIntent;
import dev.shuttle.pipeline.job.OpenIntent.Sender;
import dev.shuttle.pipeline.job.RefusedWriteException;
import dev.shuttle.provider.Claims;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.LookUp;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.SubmitIntent;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The submits whose answers never came: all of them are looked up together, in whichever job's turn, so that each is settled in the journal
 * before anything new is sent. One look at a time.
 */
final class OpenIntents {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIntents.class);
    /** The task list reaches back a day; ids of one more hour cover clocks that differ. */
    private static final Duration LISTED = Duration.ofHours(25);
    /** No intent lies open for longer on the wire, whatever the time-outs are set to. */
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** Journals of former versions do not say when the last try was: all their tries were over by then. */
    private static final Duration FORMERLY = Duration.ofMinutes(15);

    private final Services services;
    private final Function<Job, EditRequest> briefs;
    private final Fallbacks fallbacks;
    private final Journal journal;
    private final Path work;
    private final Shutdown shutdown;
    private final InstantSource clock;
    private final KeptAnswers answers;

    OpenIntents(
            Services services,
            Function<Job, EditRequest> briefs,
            Fallbacks fallbacks,
            Journal journal,
            Path work,
            Shutdown shutdown,
            InstantSource clock) {
        this.services = services;
        this.briefs = briefs;
        this.fallbacks = fallbacks;
        this.journal = journal;
        this.work = work;
        this.shutdown = shutdown;
        this.clock = clock;
        this.answers = new KeptAnswers(briefs, journal, work);
    }

    /**
     * Settles what is open: found, never accepted, or given up. Jobs stand in the journal by it, and go on from there when their turn comes.
     *
     * @return why some cannot be looked up now and are kept; null where none is open any more
     */
    @Nullable
    synchronized CloudError settle() {
        return settle(open()).values().stream().findFirst().orElse(null);
    }

    /** The same; says why those of this provider cannot be looked up. */
    @Nullable
    synchronized CloudError settle(String provider) {
        return settle(open()).get(provider);
    }

    /** Only those of programs that are gone, beside a submit of this one. */
    synchronized void settleOthers() {
        settle(open().stream().filter(open -> open.sender() != Sender.HERE).toList());
    }

    /** What is open with each provider is asked of that one; why it cannot be had, by the provider's name. */
    private Map<String, CloudError> settle(List<OpenIntent> open) {
        Map<String, List<OpenIntent>> byProvider = new LinkedHashMap<>();
        open.forEach(each -> byProvider
                .computeIfAbsent(Providers.nameOf(ended(each).model()), name -> new ArrayList<>())
                .add(each));
        Map<String, CloudError> away = new LinkedHashMap<>();
        byProvider.forEach((name, its) -> {
            CloudError error = settled(its);
            if (error != null) {
                away.put(name, error);
            }
        });
        return away;
    }

    private @Nullable CloudError settled(List<OpenIntent> all) {
        List<OpenIntent> open = answers.withoutThem(all, clock.instant());
        if (open.isEmpty()) {
            return null;
        }
        List<SubmitIntent> lost = open.stream().map(this::lost).toList();
        String name = Providers.nameOf(lost.get(0).model());
        if (!services.has(name)) {
            // Another node may have it; what is this one's would hold up all others.
            open.stream()
                    .filter(each -> each.sender() == Sender.HERE)
                    .forEach(each -> givenUpUnseen(each, Services.missing(name)));
            return null;
        }
        List<LookUp> seen;
        try {
            seen = services.provider(lost.get(0).model()).lookUp(lost, () -> claims(lost));
        } catch (CloudException e) {
            shutdown.check();
            Attempts.checkStopped(e.error());
            return unreachable(open, e.error());
        }
        for (int i = 0; i < open.size(); i++) {
            settle(open.get(i), seen.get(i));
        }
        return null;
    }

    /** What a submit of this job left open; null where nothing is. */
    static @Nullable Intent of(Job job) {
        if (job.intent() != null || !(job.state() instanceof Submitting state)) {
            return job.intent();
        }
        return new Intent(
                state.model(), state.since(), state.since(), state.since().plus(FORMERLY), null);
    }

    /** Whether it was given up: nobody knows what became of it. */
    static boolean isGivenUp(Job job) {
        return job.intent() != null && job.intent().givenUp() != null;
    }

    /** Those of this program, and those of nodes that are not there; of others a submit may be under way. */
    private List<OpenIntent> open() {
        return journal.openIntents().stream()
                .filter(open -> !isGivenUp(open.job()) && isToSettle(open))
                .sorted(Comparator.comparing(open -> ended(open).sent()))
                .toList();
    }

    private boolean isToSettle(OpenIntent open) {
        return switch (open.sender()) {
            // In a journal of several, what it says is this program's may lie in another's folder.
            case HERE ->
                journal.isShared() || Files.isDirectory(folder(open.job()).root());
            case OVER, SILENT -> true;
            case ELSEWHERE -> false;
        };
    }

    /** Nothing of it is on the wire any more, unless its sender may have been stopped in the middle. */
    private Intent ended(OpenIntent open) {
        Intent intent = of(open.job());
        if (intent == null) {
            throw new IllegalStateException("job " + open.job().id() + " has no intent");
        }
        return open.sender() == Sender.SILENT ? intent : intent.ended(clock.instant());
    }

    /** By this program's clock. */
    private SubmitIntent lost(OpenIntent open) {
        Intent intent = ended(open);
        Duration ahead = open.ahead();
        return new SubmitIntent(
                open.job().id().value(),
                intent.model(),
                intent.since().minus(ahead),
                intent.sent().minus(ahead),
                intent.until().minus(ahead));
    }

    private static SubmitIntent lost(Job job, Intent intent) {
        return new SubmitIntent(job.id().value(), intent.model(), intent.since(), intent.sent(), intent.until());
    }

    /** Everything else that may own a task of that time; read after the list, in which no task is newer than this. */
    private Claims claims(List<SubmitIntent> open) {
        Instant from =
                open.stream().map(SubmitIntent::since).min(Instant::compareTo).orElseThrow();
        Instant to =
                open.stream().map(SubmitIntent::until).max(Instant::compareTo).orElseThrow();
        Set<String> ours = open.stream().map(SubmitIntent::owner).collect(Collectors.toSet());
        List<SubmitIntent> others = journal.intendedBetween(from.minus(LONGEST), to.plus(LONGEST)).stream()
                .filter(job -> !ours.contains(job.id().value()) && isWithoutTask(job))
                .map(job -> lost(job, Objects.requireNonNull(of(job))))
                .toList();
        return new Claims(journal.taskIdsSince(from.minus(LISTED)), others);
    }

    /** An adopted task's job keeps its intent, for the picture to be compared by. */
    private static boolean isWithoutTask(Job job) {
        Intent intent = of(job);
        CloudTask task = job.cloud();
        boolean adopted = intent != null
                && task != null
                && task.adopted() != null
                && task.submittedAt().equals(intent.since());
        return intent != null && (!adopted || intent.givenUp() != null);
    }

    /** Nothing is known, so nothing may be sent again. */
    private @Nullable CloudError unreachable(List<OpenIntent> open, CloudError error) {
        boolean kept = false;
        for (OpenIntent each : open) {
            Job tried = fallbacks.tried(each.job(), ended(each).model(), clock.instant(), error);
            if (fallbacks.waitsForTheCloud() && isListed(each)) {
                kept = true;
            } else if (each.sender() != Sender.SILENT || senderNow(each.job()) == Sender.SILENT) {
                givenUpUnseen(new OpenIntent(tried, each.sender(), each.ahead()), "the task list cannot be had");
            }
        }
        return kept ? error : null;
    }

    private void givenUpUnseen(OpenIntent open, String why) {
        try {
            giveUp(open, why);
        } catch (RefusedWriteException e) {
            LOG.atInfo().addKeyValue("job", open.job().id()).log("went on elsewhere while its submit was looked up");
        }
    }

    private boolean isListed(OpenIntent open) {
        return services.model(ended(open).model()).isLookedUp() && !lost(open).isForgotten(clock.instant());
    }

    private void settle(OpenIntent open, LookUp seen) {
        Job job = open.job();
        try {
            if (seen instanceof LookUp.Found found) {
                adopt(open, found);
            } else if (seen instanceof LookUp.Ambiguous ambiguous) {
                giveUp(open, ambiguous.why());
            } else {
                notAccepted(open);
            }
        } catch (RefusedWriteException e) {
            LOG.atInfo().addKeyValue("job", job.id()).log("went on elsewhere while its submit was looked up");
        }
    }

    /** A node that was stopped in the middle may still send, so its picture is not sent by another, unless it is known to be over. */
    private void notAccepted(OpenIntent open) {
        Job job = open.job();
        Sender sender = open.sender() == Sender.SILENT ? senderNow(job) : open.sender();
        switch (sender) {
            case SILENT -> giveUp(open, "the node that was sending it is silent, and may still do so");
            case HERE, OVER -> {
                LOG.atInfo().addKeyValue("job", job.id()).log("the lost submit was never accepted");
                journal.settle(job.in(((Submitting) job.state()).notTaken(clock.instant()))
                        .withIntent(null));
                note(job, null);
            }
            case ELSEWHERE -> LOG.atInfo().addKeyValue("job", job.id()).log("its node is there again");
        }
    }

    /** The look-up took its time. */
    private Sender senderNow(Job job) {
        return journal.openIntents().stream()
                .filter(open -> open.job().id().equals(job.id()))
                .map(OpenIntent::sender)
                .findFirst()
                .orElse(Sender.ELSEWHERE);
    }

    private void adopt(OpenIntent open, LookUp.Found found) {
        Job job = open.job();
        Intent intent = ended(open);
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("task", found.taskId())
                .log("found in the task list");
        EditRequest brief = briefs.apply(job);
        CloudTask task = new CloudTask(
                intent.model(),
                brief.function(),
                brief.prompt(),
                found.taskId(),
                found.requestId(),
                intent.since(),
                null,
                0,
                found.created());
        Submitting state = (Submitting) job.state();
        journal.settle(job.in(state.submitted(found.taskId(), clock.instant()))
                .withCloud(task)
                .withIntent(intent));
        note(job, new IntentFile(intent, found.taskId(), found.requestId()));
    }

    /** The state stays until the job's own turn: only there can it end. */
    private void giveUp(OpenIntent open, String why) {
        Job job = open.job();
        LOG.atWarn().addKeyValue("job", job.id()).log("it is not known whether the submit was accepted: {}", why);
        Intent intent = ended(open).givenUp(why);
        journal.settle(job.withIntent(intent));
        note(job, IntentFile.open(intent));
    }

    /** Brings the file in the job's folder up to date; the journal knows already, so it is no harm where that fails. */
    void note(Job job, @Nullable IntentFile file) {
        if (Files.notExists(folder(job).root())) {
            // Another node's, that has it in a folder of its own.
            return;
        }
        try {
            if (file == null) {
                IntentFile.clear(folder(job));
            } else {
                file.write(folder(job));
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("job", job.id()).log("its intent.json is out of date: {}", FileErrors.of(e));
        }
    }

    private JobFolder folder(Job job) {
        return JobFolder.of(work, job.id().value());
    }
}
