package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** GET /tasks: the tasks of a window of at most 24 hours, newest first, filtered and by pages; never a result URL. */
final class TaskList {
    private record Page(int total, int totalPage, int pageNo, int pageSize, String requestId, List<Row> data) {}

    private record Row(
            String taskId,
            String status,
            String modelName,
            String region,
            String apiKeyId,
            String callerUid,
            String callerParentId,
            String requestId,
            long gmtCreate,
            @Nullable Long startTime,
            @Nullable Long endTime,
            String userApiUniqueKey) {}

    private final Map<String, String> query;
    private final Tasks tasks;
    private final Instant now;
    private final Duration lag;

    private TaskList(Map<String, String> query, Tasks tasks, Instant now, Duration lag) {
        this.query = query;
        this.tasks = tasks;
        this.now = now;
        this.lag = lag;
    }

    /** @param lag how old a task must be to be shown */
    static Answer answer(Request request, Tasks tasks, Instant now, Duration lag) {
        return new TaskList(request.parameters(), tasks, now, lag).answer();
    }

    private Answer answer() {
        Optional<Instant> start = time("start_time");
        Optional<Instant> end = time("end_time");
        int page = number("page_no", 1);
        int size = number("page_size", 10);
        Instant to = end.orElse(start.map(from -> from.plus(TaskEndpoint.LIFE)).orElse(now));
        Instant from = start.orElse(to.minus(TaskEndpoint.LIFE));
        boolean bad = (query.containsKey("start_time") && start.isEmpty())
                || (query.containsKey("end_time") && end.isEmpty())
                || from.isAfter(to)
                || from.plus(TaskEndpoint.LIFE).isBefore(to);
        if (bad || page < 1 || size < 1) {
            return Refusal.invalid("[emulator] start_time, end_time: yyyyMMddHHmmss, at most 24 hours apart;"
                            + " page_no, page_size: 1 or more")
                    .answer();
        }
        return page(matching(from, to), page, size);
    }

    private List<Task> matching(Instant from, Instant to) {
        return tasks.all().stream()
                .filter(task -> !task.synchronous())
                .filter(task -> !task.submittedAt().isBefore(from)
                        && !task.submittedAt().isAfter(to))
                .filter(task -> !task.submittedAt().plus(lag).isAfter(now))
                .filter(task -> now.isBefore(task.submittedAt().plus(TaskEndpoint.LIFE)))
                .filter(task -> matches("task_id", task.id())
                        && matches("model_name", task.order().model()))
                .filter(task -> matches("status", tasks.status(task, now).name()))
                .sorted(Comparator.comparing(Task::ordinal).reversed())
                .toList();
    }

    private Answer page(List<Task> matching, int page, int size) {
        int pages = (matching.size() + size - 1) / size;
        List<Row> rows = matching.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(this::row)
                .toList();
        return Json.answer(
                200,
                new Page(matching.size(), pages, page, size, UUID.randomUUID().toString(), rows));
    }

    private Row row(Task task) {
        TaskStatus status = tasks.status(task, now);
        Timetable.Slot slot = tasks.timetable().of(task);
        boolean begun = status != TaskStatus.PENDING && status != TaskStatus.CANCELED;
        boolean ended = begun && status != TaskStatus.RUNNING;
        return new Row(
                task.id(),
                status.name(),
                task.order().model(),
                "cn-beijing",
                "0",
                "0",
                "0",
                task.requestId(),
                task.submittedAt().toEpochMilli(),
                begun ? slot.scheduled().toEpochMilli() : null,
                ended ? slot.ended().toEpochMilli() : null,
                "apikey:v1:aigc:image2image:image-synthesis:" + task.order().model());
    }

    private boolean matches(String parameter, String value) {
        String wanted = query.getOrDefault(parameter, "");
        return wanted.isEmpty() || wanted.equals(value);
    }

    private Optional<Instant> time(String parameter) {
        return Optional.ofNullable(query.get(parameter)).flatMap(ServiceTime::queried);
    }

    private int number(String parameter, int otherwise) {
        try {
            return Integer.parseInt(query.getOrDefault(parameter, String.valueOf(otherwise)));
        } catch (NumberFormatException notOne) {
            return 0;
        }
    }
}
