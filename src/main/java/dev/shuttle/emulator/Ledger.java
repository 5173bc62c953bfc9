package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Request;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What happened and what it would have cost: the account's side of the story, for tests, the demo and reports. */
public final class Ledger {
    /** Older request records are dropped; tasks and counts never are. */
    private static final int MOST_REQUESTS = 50_000;

    private record Page(
            int accepted,
            int billed,
            int duplicates,
            int paidTwice,
            int leaks,
            int polls,
            List<LedgerTask> tasks,
            List<RecordedRequest> requests) {}

    private final Tasks tasks;
    private final InstantSource clock;
    private final Journal journal;
    private final Map<String, Integer> polls = new HashMap<>();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private long numbered;

    Ledger(Tasks tasks, InstantSource clock, Journal journal) {
        this.tasks = tasks;
        this.clock = clock;
        this.journal = journal;
    }

    /** How many submits were accepted: tasks, and synchronous calls answered with pictures. */
    public int accepted() {
        return tasks.count();
    }

    /** Pictures paid for: those made by tasks that have SUCCEEDED by now. */
    public int billed() {
        return tasks.all().stream().mapToInt(this::billed).sum();
    }

    /** Accepted submits of a picture, prompt and function that an earlier one had too. */
    public int duplicates() {
        return repeated(tasks.all());
    }

    /** As {@link #duplicates()}, but only among tasks that are billed: work that was really paid for again. */
    public int paidTwice() {
        return repeated(tasks.all().stream().filter(task -> billed(task) > 0).toList());
    }

    /** Requests for result URLs or uploads that carried the key or another header meant for the service alone. */
    public synchronized int leaks() {
        return (int) requests.stream().filter(Ledger::leaked).count();
    }

    /** Polls of tasks that exist. */
    public synchronized int polls() {
        return polls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Polls of one task. */
    public synchronized int polls(String taskId) {
        return polls.getOrDefault(taskId, 0);
    }

    /** The accepted submits, oldest first. */
    public List<LedgerTask> tasks() {
        return tasks.all().stream().map(this::entry).toList();
    }

    /** The latest 50 000 requests, oldest first, without those to /emulator. */
    public synchronized List<RecordedRequest> requests() {
        return new ArrayList<>(requests);
    }

    /** The requests of this method whose path contains this text. */
    public List<RecordedRequest> requests(String method, String within) {
        return requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains(within))
                .toList();
    }

    /** The whole ledger, as {@code GET /emulator/ledger} answers it. */
    public JsonNode toJson() {
        return Json.MAPPER.valueToTree(
                new Page(accepted(), billed(), duplicates(), paidTwice(), leaks(), polls(), tasks(), requests()));
    }

    synchronized void record(Request request, Answer answer) {
        RecordedRequest recorded = Recorder.record(numbered + 1, clock.instant(), request, answer);
        restore(recorded);
        journal.write(new Event.Requested(recorded), false);
    }

    synchronized void restore(RecordedRequest recorded) {
        numbered = recorded.number();
        requests.addLast(recorded);
        if (requests.size() > MOST_REQUESTS) {
            requests.removeFirst();
        }
    }

    void polled(String taskId) {
        restorePoll(taskId);
        journal.write(new Event.Polled(taskId), false);
    }

    synchronized void restorePoll(String taskId) {
        polls.merge(taskId, 1, Integer::sum);
    }

    private int billed(Task task) {
        return tasks.status(task, clock.instant()) == TaskStatus.SUCCEEDED ? task.picturesMade() : 0;
    }

    private LedgerTask entry(Task task) {
        Order order = task.order();
        TaskStatus status = tasks.status(task, clock.instant());
        Optional<Outcome.Fails> failure = task.failure().filter(fails -> status == TaskStatus.FAILED);
        return new LedgerTask(
                task.id(),
                task.ordinal(),
                task.synchronous(),
                order.model(),
                order.function(),
                status,
                task.submittedAt(),
                order.images(),
                billed(task),
                polls(task.id()),
                order.pictureSha256(),
                order.prompt(),
                failure.map(Outcome.Fails::code).orElse(null),
                failure.map(Outcome.Fails::message).orElse(null));
    }

    private static int repeated(List<Task> tasks) {
        Map<Object, Integer> work = new HashMap<>();
        tasks.stream()
                .map(task -> task.order().work())
                .filter(Objects::nonNull)
                .forEach(each -> work.merge(each, 1, Integer::sum));
        return work.values().stream().mapToInt(count -> count - 1).sum();
    }

    private static boolean leaked(RecordedRequest request) {
        return request.path().startsWith(ResultStore.PATH)
                && request.headers().keySet().stream().anyMatch(Ledger::isMeantForTheService);
    }

    /** Headers that must never reach a storage host. */
    static boolean isMeantForTheService(String headerName) {
        String name = headerName.toLowerCase(Locale.ROOT);
        return name.equals("authorization") || name.startsWith("x-dashscope-");
    }
}
