package dev.shuttle.dashscope;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks a lost submission up in the task list.
 *
 * <p>The list is the whole account's and has no results, so a task is known by its model, its time and by being nobody else's. Times are
 * compared here, on the list's epoch milliseconds, not by the query's window, whose zone is not documented.
 */
final class Searcher {
    /** Clocks that are set by a network differ by less. */
    private static final Duration USUAL_SKEW = Duration.ofSeconds(2);
    /** A task this near could still be ours if a clock is wrong; then it cannot be told. */
    private static final Duration POSSIBLE_SKEW = Duration.ofMinutes(5);
    /** The list forgets after 24 hours. */
    private static final Duration MEMORY = Duration.ofHours(23).plusMinutes(50);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final TaskCalls tasks;
    private final Calls calls;
    private final Duration grace;

    Searcher(TaskCalls tasks, Calls calls, Duration grace) {
        this.tasks = tasks;
        this.calls = calls;
        this.grace = grace;
    }

    /** Looks at once and then each second of the grace, since a list may lag behind. */
    LookUp lookUp(SubmitIntent intent) {
        if (!Models.named(intent.model()).makesTask()) {
            return new LookUp.Ambiguous(List.of(), "A synchronous call leaves no task to look for");
        }
        LookUp seen = look(intent);
        for (long left = grace.toSeconds(); left > 0 && seen instanceof LookUp.NotAccepted; left--) {
            calls.sleep(BETWEEN_LOOKS, Stage.LIST);
            seen = look(intent);
        }
        return seen;
    }

    private LookUp look(SubmitIntent intent) {
        if (calls.clock().instant().isAfter(intent.at().plus(MEMORY))) {
            return new LookUp.Ambiguous(List.of(), "The list forgets tasks after 24 hours");
        }
        Instant back = intent.at().minus(POSSIBLE_SKEW);
        List<ListedTask> listed = tasks.recent(intent.model(), back);
        List<ListedTask> possible = listed.stream()
                .filter(task -> task.model().equals(intent.model()))
                .filter(task -> !intent.knownTaskIds().contains(task.taskId()))
                .filter(task -> !createdBefore(task, back))
                .filter(task -> hasOurKey(task, listed, intent.knownTaskIds()))
                .toList();
        return decide(possible, intent.at().minus(USUAL_SKEW));
    }

    private static LookUp decide(List<ListedTask> possible, Instant usual) {
        List<ListedTask> likely = possible.stream()
                .filter(task -> task.created() != null && !createdBefore(task, usual))
                .toList();
        if (likely.size() == 1) {
            return new LookUp.Found(likely.get(0).taskId(), likely.get(0).requestId());
        }
        return possible.isEmpty() ? new LookUp.NotAccepted() : ambiguous(likely.isEmpty() ? possible : likely);
    }

    private static LookUp ambiguous(List<ListedTask> candidates) {
        List<String> ids = candidates.stream().map(ListedTask::taskId).toList();
        return new LookUp.Ambiguous(ids, ids.size() + " unknown task(s) near that time could be the one");
    }

    private static boolean createdBefore(ListedTask task, Instant instant) {
        Instant created = task.created();
        return created != null && created.isBefore(instant);
    }

    /** Tasks of the account's other keys are not ours, once the list shows which key is. */
    private static boolean hasOurKey(ListedTask task, List<ListedTask> listed, Set<String> known) {
        Set<String> ours = listed.stream()
                .filter(other -> known.contains(other.taskId()))
                .map(ListedTask::apiKeyId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        String key = task.apiKeyId();
        return ours.isEmpty() || key == null || ours.contains(key);
    }
}
