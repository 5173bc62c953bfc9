package dev.shuttle.emulator;

import dev.shuttle.emulator.TaskAnswer.Choice;
import dev.shuttle.emulator.TaskAnswer.Content;
import dev.shuttle.emulator.TaskAnswer.Message;
import dev.shuttle.emulator.TaskAnswer.Metrics;
import dev.shuttle.emulator.TaskAnswer.Output;
import dev.shuttle.emulator.TaskAnswer.Result;
import dev.shuttle.emulator.TaskAnswer.Usage;
import dev.shuttle.emulator.picture.PictureFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        return new TaskAnswer(UUID.randomUUID().toString(), Output.of(taskId, TaskStatus.UNKNOWN), null);
    }

    TaskAnswer of(Task task, Instant now) {
        TaskStatus status = tasks.status(task, now);
        Timetable.Slot slot = tasks.timetable().of(task);
        Output output = Output.of(task.id(), status);
        String submitted = ServiceTime.of(task.submittedAt());
        String scheduled = ServiceTime.of(slot.scheduled());
        String ended = ServiceTime.of(slot.ended());
        return switch (status) {
            case PENDING -> answer(waiting(output.times(submitted, null, null), task));
            case RUNNING -> answer(waiting(output.times(submitted, scheduled, null), task));
            case SUCCEEDED -> succeeded(output.times(submitted, scheduled, ended), task, slot.ended());
            case FAILED -> answer(failed(output.times(submitted, scheduled, ended), task));
            case CANCELED, UNKNOWN -> answer(output);
        };
    }

    private static TaskAnswer answer(Output output) {
        return new TaskAnswer(UUID.randomUUID().toString(), output, null);
    }

    private static Output waiting(Output output, Task task) {
        return hasMetrics(task) ? output.metrics(new Metrics(task.order().images(), 0, 0)) : output;
    }

    private static Output failed(Output output, Task task) {
        Output failed = output.failure(task.failure().orElseThrow());
        int total = task.order().images();
        return hasMetrics(task) ? failed.metrics(new Metrics(total, 0, total)) : failed;
    }

    private static boolean hasMetrics(Task task) {
        return task.order().shape() != Shape.CHOICES;
    }

    /** A task that has ended well, with its pictures. */
    private TaskAnswer succeeded(Output output, Task task, Instant endedAt) {
        int made = task.picturesMade();
        int total = task.order().images();
        List<String> urls = urls(task, endedAt);
        Usage usage = new Usage(made, null, null);
        return switch (task.order().shape()) {
            case CHOICES ->
                new TaskAnswer(
                        UUID.randomUUID().toString(), output.pictures(null, choices(urls, "image"), null), usage);
            case OUTPUT_IMAGE ->
                new TaskAnswer(
                        UUID.randomUUID().toString(),
                        output.pictures(null, null, urls.isEmpty() ? null : urls.get(0))
                                .metrics(new Metrics(total, made, total - made)),
                        usage);
            case RESULTS, RESULTS_WITH_PROMPTS ->
                new TaskAnswer(
                        UUID.randomUUID().toString(),
                        output.pictures(results(task, urls), null, null)
                                .metrics(new Metrics(total, made, total - made)),
                        usage);
        };
    }

    /** A synchronous call's answer: the pictures and nothing of a task. */
    TaskAnswer synchronous(Task task) {
        List<String> urls = urls(task, task.submittedAt());
        Output output =
                new Output(null, null, null, null, null, null, null, null, null, choices(urls, null), null, null);
        return new TaskAnswer(task.requestId(), output, usage(task));
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
        String prompt = task.order().shape() == Shape.RESULTS_WITH_PROMPTS
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
