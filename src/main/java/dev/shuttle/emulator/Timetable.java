package dev.shuttle.emulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

/** When each task starts and ends: first come first served, each model with its own number of places. */
final class Timetable {
    /** When a task leaves PENDING, and when it ends. */
    record Slot(Instant scheduled, Instant ended) {}

    private final Map<String, Slot> slots = new HashMap<>();

    private Timetable() {}

    /**
     * The plan for these tasks.
     *
     * @param tasks in the order of their submits
     * @param running how many tasks of a model are at work at once
     */
    static Timetable of(List<Task> tasks, ToIntFunction<String> running) {
        Timetable timetable = new Timetable();
        Map<String, PriorityQueue<Instant>> places = new HashMap<>();
        for (Task task : tasks) {
            if (task.cancelledAt() == null && !task.synchronous()) {
                String model = task.order().model();
                PriorityQueue<Instant> busy = places.computeIfAbsent(model, name -> new PriorityQueue<>());
                timetable.slots.put(task.id(), slot(task, busy, running.applyAsInt(model)));
            }
        }
        return timetable;
    }

    private static Slot slot(Task task, PriorityQueue<Instant> busy, int running) {
        Instant free = busy.size() < running ? Instant.MIN : busy.remove();
        Instant start = free.isAfter(task.ready()) ? free : task.ready();
        Instant end = start.plus(task.timeAtWork());
        busy.add(end);
        return new Slot(start, end);
    }

    /** The task's slot; a cancelled or synchronous one begins and ends where it was submitted. */
    Slot of(Task task) {
        return slots.getOrDefault(task.id(), new Slot(task.submittedAt(), task.submittedAt()));
    }

    /** The task's state at this time, whatever its age. */
    TaskStatus status(Task task, Instant now) {
        if (task.cancelledAt() != null) {
            return TaskStatus.CANCELED;
        }
        Slot slot = of(task);
        if (!task.synchronous() && now.isBefore(slot.scheduled())) {
            return TaskStatus.PENDING;
        } else if (!task.synchronous() && now.isBefore(slot.ended())) {
            return TaskStatus.RUNNING;
        }
        return task.failure().isPresent() ? TaskStatus.FAILED : TaskStatus.SUCCEEDED;
    }
}
