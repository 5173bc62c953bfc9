package dev.shuttle.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Every accepted submit, in order, and its timetable. */
final class Tasks {
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final ToIntFunction<String> running;
    private Timetable timetable;

    /** Tasks of a model run at most {@code running} at once. */
    Tasks(ToIntFunction<String> running) {
        this.running = running;
        this.timetable = Timetable.of(List.of(), running);
    }

    synchronized void add(Task task) {
        tasks.put(task.id(), task);
        timetable = Timetable.of(all(), running);
    }

    /** Marks a task as cancelled, whatever its state. */
    synchronized void cancel(String id, Instant at) {
        tasks.computeIfPresent(id, (same, task) -> task.cancelled(at));
        timetable = Timetable.of(all(), running);
    }

    synchronized Optional<Task> find(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    synchronized List<Task> all() {
        return new ArrayList<>(tasks.values());
    }

    synchronized int count() {
        return tasks.size();
    }

    synchronized Timetable timetable() {
        return timetable;
    }

    TaskStatus status(Task task, Instant now) {
        return timetable().status(task, now);
    }
}
