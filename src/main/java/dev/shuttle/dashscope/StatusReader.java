package dev.shuttle.dashscope;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a poll's answer into a state. */
final class StatusReader {
    private StatusReader() {}

    static TaskStatus read(String taskId, String status, AnswerReader answer) {
        @Nullable String requestId = answer.requestId();
        TaskTimes times = answer.times();
        return switch (status) {
            case "PENDING" -> new TaskStatus.Pending(taskId, requestId, times);
            case "SUCCEEDED" -> ended(taskId, answer);
            case "FAILED" ->
                new TaskStatus.Failed(
                        taskId, requestId, times, answer.taskError().of(requestId, taskId));
            case "CANCELED", "CANCELLED" -> new TaskStatus.Canceled(taskId, requestId, times);
            case "UNKNOWN" -> new TaskStatus.Unknown(taskId, requestId);
            // RUNNING, and SUSPENDED, which only the vendor's SDK knows; a state nobody knows yet is not an end.
            default -> new TaskStatus.Running(taskId, requestId, times);
        };
    }

    private static TaskStatus ended(String taskId, AnswerReader answer) {
        List<TaskResult> results = answer.results();
        if (TaskResult.firstUrl(results).isEmpty()) {
            CloudError error = answer.emptiness().of(answer.requestId(), taskId);
            return new TaskStatus.Failed(taskId, answer.requestId(), answer.times(), error);
        }
        return new TaskStatus.Succeeded(taskId, answer.requestId(), answer.times(), results, answer.imagesBilled());
    }
}
