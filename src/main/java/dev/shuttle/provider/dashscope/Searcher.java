package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.Claims;
import dev.shuttle.provider.LookUp;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.SubmitIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks lost submissions up in the task list, all of them together.
 *
 * <p>The list is the whole account's and has no results, so a task is known by its model, its time and by being nobody else's: one task that
 * only one intent can own is that intent's. Times are compared here, on the list's epoch milliseconds, not by the query's window, whose
 * zone is not documented.
 */
final class Searcher {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final TaskCalls tasks;
    private final Calls calls;
    private final Duration grace;

    Searcher(TaskCalls tasks, Calls calls, Duration grace) {
        this.tasks = tasks;
        this.calls = calls;
        this.grace = grace;
    }

    /** What is known at one look. */
    private record Look(
            Map<String, List<ListedTask>> lists,
            Set<String> known,
            List<SubmitIntent> open,
            List<SubmitIntent> others,
            Duration ahead) {
        /** A task that has its owner is no other's. */
        Look without(Set<String> found) {
            Set<String> more = new HashSet<>(known);
            more.addAll(found);
            return new Look(lists, more, open, others, ahead);
        }
    }

    /**
     * Looks at once and then each second: until nothing can be made any more of what was sent, and for the grace after that, since a list
     * may lag behind.
     *
     * @param claims read after each look at the list, so that no task in it can have found its owner unnoticed
     * @return in the order of the intents
     */
    List<LookUp> lookUp(List<SubmitIntent> open, Supplier<Claims> claims) {
        Instant start = calls.clock().instant();
        List<LookUp> seen = new ArrayList<>(open.stream().map(this::unlisted).toList());
        while (true) {
            look(open, seen, claims);
            boolean waits = false;
            for (int i = 0; i < seen.size(); i++) {
                waits |= seen.get(i) instanceof LookUp.NotAccepted && isEarly(open.get(i), start);
            }
            if (!waits) {
                return List.copyOf(seen);
            }
            calls.sleep(BETWEEN_LOOKS, Stage.LIST);
        }
    }

    private boolean isEarly(SubmitIntent intent, Instant start) {
        Instant settled = intent.settled().isAfter(start) ? intent.settled() : start;
        return calls.clock().instant().isBefore(settled.plus(grace));
    }

    private LookUp unlisted(SubmitIntent intent) {
        if (!Models.named(intent.model()).makesTask()) {
            return new LookUp.Ambiguous(List.of(), "A synchronous call leaves no task to look for");
        }
        return intent.isForgotten(calls.clock().instant())
                ? new LookUp.Ambiguous(List.of(), "The list forgets tasks after 24 hours")
                : new LookUp.NotAccepted();
    }

    /** What was not found is looked for; what is unclear stays so. */
    private void look(List<SubmitIntent> open, List<LookUp> seen, Supplier<Claims> claims) {
        List<SubmitIntent> wanted = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (seen.get(i) instanceof LookUp.NotAccepted) {
                wanted.add(open.get(i));
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, List<ListedTask>> lists = new HashMap<>();
        for (SubmitIntent intent : wanted) {
            lists.computeIfAbsent(intent.model(), model -> tasks.recent(model, back(model, wanted)));
        }
        Claims known = claims.get();
        decide(open, seen, new Look(lists, known.known(), open, known.others(), calls.serviceAhead()));
    }

    /** What is one intent's is no candidate of another's, in whichever order they are looked at. */
    private static void decide(List<SubmitIntent> open, List<LookUp> seen, Look look) {
        List<LookUp> before = List.copyOf(seen);
        Set<String> found = found(before);
        for (boolean more = true; more; ) {
            Look now = look.without(found);
            for (int i = 0; i < open.size(); i++) {
                if (before.get(i) instanceof LookUp.NotAccepted && !(seen.get(i) instanceof LookUp.Found)) {
                    seen.set(i, decide(open.get(i), now));
                }
            }
            Set<String> then = found(seen);
            more = then.size() > found.size();
            found = then;
        }
    }

    private static Set<String> found(List<LookUp> seen) {
        return seen.stream()
                .filter(LookUp.Found.class::isInstance)
                .map(found -> ((LookUp.Found) found).taskId())
                .collect(Collectors.toSet());
    }

    private Instant back(String model, List<SubmitIntent> wanted) {
        return wanted.stream()
                .filter(intent -> intent.model().equals(model))
                .map(intent -> intent.earliest(calls.serviceAhead()))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static LookUp decide(SubmitIntent intent, Look look) {
        List<ListedTask> listed = look.lists().getOrDefault(intent.model(), List.of());
        List<ListedTask> possible = listed.stream()
                .filter(task -> task.model().equals(intent.model()))
                .filter(task -> !look.known().contains(task.taskId()))
                .filter(task -> couldBe(task, intent, look))
                .filter(task -> hasOurKey(task, listed, look.known()))
                .toList();
        List<ListedTask> likely = possible.stream()
                .filter(task -> task.created() != null && intent.isUsual(task.created(), look.ahead()))
                .toList();
        if (likely.size() != 1) {
            return possible.isEmpty() ? new LookUp.NotAccepted() : ambiguous(likely.isEmpty() ? possible : likely);
        }
        ListedTask task = likely.get(0);
        return isAnothers(task, intent, look)
                ? new LookUp.Ambiguous(List.of(task.taskId()), "The one task of that time could be another picture's")
                : new LookUp.Found(task.taskId(), task.requestId(), Objects.requireNonNull(task.created()));
    }

    /** A later task is no candidate where another intent explains it. */
    private static boolean couldBe(ListedTask task, SubmitIntent intent, Look look) {
        Instant created = task.created();
        return created == null
                || (intent.isPossible(created, look.ahead())
                        && !(intent.isLate(created, look.ahead()) && isAnothers(task, intent, look)));
    }

    private static boolean isAnothers(ListedTask task, SubmitIntent intent, Look look) {
        Instant created = Objects.requireNonNull(task.created());
        return Stream.concat(look.open().stream(), look.others().stream())
                .filter(other -> !other.owner().equals(intent.owner()))
                .filter(other -> other.model().equals(task.model()))
                .anyMatch(other -> other.isUsual(created, look.ahead()));
    }

    private static LookUp ambiguous(List<ListedTask> candidates) {
        List<String> ids = candidates.stream().map(ListedTask::taskId).toList();
        return new LookUp.Ambiguous(ids, ids.size() + " unknown task(s) near that time could be the one");
    }

    /** Tasks of the account's other keys are not this program's, once the list shows which key is. */
    private static boolean hasOurKey(ListedTask task, List<ListedTask> listed, Set<String> known) {
        Set<String> own = listed.stream()
                .filter(other -> known.contains(other.taskId()))
                .map(ListedTask::apiKeyId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        String key = task.apiKeyId();
        return own.isEmpty() || key == null || own.contains(key);
    }
}
