package dev.shuttle.campaign;

import dev.shuttle.emulator.Ledger;
import dev.shuttle.emulator.LedgerTask;
import dev.shuttle.emulator.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The account's limits by the times of the emulator's ledger.
 *
 * @param inFlight tasks that the service had at once, at most
 * @param submits in any ten seconds, at most
 * @param polls the same, with lists and cancels
 */
record ClusterLimits(int inFlight, int submits, int polls) {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** @param task how long the service takes for one */
    static ClusterLimits of(Ledger ledger, Duration task) {
        List<Instant> began =
                ledger.tasks().stream().map(LedgerTask::submittedAt).sorted().toList();
        return new ClusterLimits(
                most(began, task),
                most(
                        times(
                                ledger,
                                request -> request.method().equals("POST")
                                        && isOfTheService(request)
                                        && !request.path().endsWith("/cancel")),
                        WINDOW),
                most(
                        times(
                                ledger,
                                request -> isOfTheService(request)
                                        && (request.method().equals("GET")
                                                || request.path().endsWith("/cancel"))),
                        WINDOW));
    }

    private static boolean isOfTheService(RecordedRequest request) {
        return request.path().startsWith("/api/v1/");
    }

    private static List<Instant> times(Ledger ledger, Predicate<RecordedRequest> which) {
        return ledger.requests().stream()
                .filter(which)
                .map(RecordedRequest::at)
                .sorted()
                .toList();
    }

    /** How many begin within so long of each other, at most. */
    private static int most(List<Instant> sorted, Duration within) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (!sorted.get(first).plus(within).isAfter(sorted.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** What was exceeded. A request that was held up on its way arrives together with the next. */
    List<String> exceeded(int places, int submitRate, int pollRate) {
        List<String> exceeded = new ArrayList<>();
        check(exceeded, "tasks in flight", inFlight, places);
        check(exceeded, "submits in 10 s", submits, 10 * submitRate + 1);
        check(exceeded, "polls in 10 s", polls, 10 * pollRate + 1);
        return exceeded;
    }

    private static void check(List<String> exceeded, String what, int most, int allowed) {
        if (most > allowed) {
            exceeded.add("exceeded: " + most + " " + what + ", " + allowed + " are allowed");
        }
    }
}
