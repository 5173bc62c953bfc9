package dev.shuttle.emulator;

import dev.shuttle.emulator.TaskAnswer.Bare;
import dev.shuttle.emulator.TaskAnswer.Choice;
import dev.shuttle.emulator.TaskAnswer.Choices;
import dev.shuttle.emulator.TaskAnswer.Chosen;
import dev.shuttle.emulator.TaskAnswer.Content;
import dev.shuttle.emulator.TaskAnswer.Failed;
import dev.shuttle.emulator.TaskAnswer.Message;
import dev.shuttle.emulator.TaskAnswer.Metrics;
import dev.shuttle.emulator.TaskAnswer.Result;
import dev.shuttle.emulator.TaskAnswer.Results;
import dev.shuttle.emulator.TaskAnswer.Usage;
import dev.shuttle.emulator.TaskAnswer.Waiting;
import dev.shuttle.emulator.picture.PictureFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Writes what the service would say about a task at a time, with the fields that each state has. */
final class TaskView {
    private static final Duration URL_LIFE = Duration.ofDays(1);

    private final Tasks tasks;
    private final ResultStore results;
    private final IntSupplier port;

    TaskView(Tasks tasks, ResultStore results, IntSupplier port) {
        this.tasks = tasks;
        this.results = results;
        this.port = port;
    }

    static TaskAnswer unknown(String taskId) {
        return TaskAnswer.of(new Bare(taskId, TaskStatus.UNKNOWN));
    }

    TaskAnswer of(Task task, Instant now) {
        TaskStatus status = tasks.status(task, now);
        Timetable.Slot slot = tasks.timetable().of(task);
        return switch (status) {
            case PENDING -> waiting(task, status, null);
            case RUNNING -> waiting(task, status, ServiceTime.of(slot.scheduled()));
            case SUCCEEDED -> succeeded(task, slot);
            case FAILED -> failed(task, slot);
            case CANCELED, UNKNOWN -> TaskAnswer.of(new Bare(task.id(), status));
        };
    }

    private static TaskAnswer waiting(Task task, TaskStatus status, @Nullable String scheduled) {
        return TaskAnswer.of(
                new Waiting(task.id(), status, ServiceTime.of(task.submittedAt()), scheduled, metrics(task, 0, 0)));
    }

    private static TaskAnswer failed(Task task, Timetable.Slot slot) {
        Outcome.Fails failure = task.failure().orElseThrow();
        return TaskAnswer.of(new Failed(
                task.id(),
                TaskStatus.FAILED,
                ServiceTime.of(task.submittedAt()),
                ServiceTime.of(slot.scheduled()),
                ServiceTime.of(slot.ended()),
                failure.code(),
                failure.message(),
                metrics(task, 0, task.order().images())));
    }

    /** The chat models count nothing. */
    private static @Nullable Metrics metrics(Task task, int succeeded, int failed) {
        return task.order().shape() == Model.Shape.CHOICES
                ? null
                : new Metrics(task.order().images(), succeeded, failed);
    }

    private TaskAnswer succeeded(Task task, Timetable.Slot slot) {
        String id = task.id();
        String submitted = ServiceTime.of(task.submittedAt());
        String scheduled = ServiceTime.of(slot.scheduled());
        String ended = ServiceTime.of(slot.ended());
        List<String> urls = urls(task, slot.ended());
        int total = task.order().images();
        Metrics metrics = new Metrics(total, urls.size(), total - urls.size());
        TaskStatus done = TaskStatus.SUCCEEDED;
        TaskAnswer.Output output = switch (task.order().shape()) {
            case CHOICES -> new Chosen(id, done, submitted, scheduled, ended, true, choices(urls, "image"));
            case RESULTS, RESULTS_WITH_PROMPTS ->
                new Results(id, done, submitted, scheduled, ended, results(task, urls), metrics);
        };
        return TaskAnswer.of(output, new Usage(urls.size(), null, null));
    }

    /** A synchronous call's answer: the pictures and nothing of a task. */
    TaskAnswer synchronous(Task task) {
        List<String> urls = urls(task, task.submittedAt());
        return new TaskAnswer(task.requestId(), new Choices(choices(urls, null)), usage(task));
    }

    private Usage usage(Task task) {
        if (task.picturesMade() == 0) {
            return new Usage(0, null, null);
        }
        try {
            PictureFile.Size size = PictureFile.size(results.picture(task, 1));
            return new Usage(task.picturesMade(), size.width(), size.height());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<String> urls(Task task, Instant endedAt) {
        List<String> urls = new ArrayList<>();
        for (int index = 1; index <= task.picturesMade(); index++) {
            urls.add("http://127.0.0.1:" + port.getAsInt()
                    + new ResultAddress(task.id(), index).signed(endedAt, endedAt.plus(URL_LIFE)));
        }
        return urls;
    }

    private static List<Choice> choices(List<String> urls, @Nullable String type) {
        return urls.stream()
                .map(url -> new Choice("stop", new Message("assistant", List.of(new Content(type, url)))))
                .toList();
    }

    private static List<Result> results(Task task, List<String> urls) {
        String prompt = task.order().shape() == Model.Shape.RESULTS_WITH_PROMPTS
                ? task.order().prompt()
                : null;
        List<Result> results = new ArrayList<>();
        urls.forEach(url -> results.add(new Result(url, prompt, prompt, null, null)));
        if (task.outcome() instanceof Outcome.SucceedsInPart part) {
            while (results.size() < task.order().images()) {
                results.add(new Result(null, null, null, part.code(), part.message()));
            }
        }
        return results;
    }
}
