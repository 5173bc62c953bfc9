package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.TaskResult;
import dev.shuttle.provider.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a poll's answer into a state. */
final class StatusReader {
    private StatusReader() {}

    static TaskStatus read(String taskId, AnswerReader answer) {
        String status = answer.word(answer.output(), "task_status");
        // A malformed id is answered with 404 and the same body as a forgotten one.
        if (status == null || !(answer.ok() || status.equals("UNKNOWN"))) {
            return unread(taskId, answer);
        }
        return switch (status) {
            case "SUCCEEDED" -> succeeded(taskId, answer);
            case "FAILED" -> failed(taskId, answer);
            case "CANCELED", "CANCELLED" -> new TaskStatus.Canceled(taskId, answer.requestId(), answer.times());
            case "UNKNOWN" -> new TaskStatus.Unknown(taskId, answer.requestId());
            default -> goingOn(taskId, status, answer);
        };
    }

    /** RUNNING, and SUSPENDED, which only the vendor's SDK knows; a state nobody knows yet is not an end. */
    static TaskStatus goingOn(String taskId, @Nullable String status, AnswerReader answer) {
        return "PENDING".equals(status)
                ? new TaskStatus.Pending(taskId, answer.requestId(), answer.times())
                : new TaskStatus.Running(taskId, answer.requestId(), answer.times());
    }

    static TaskStatus unread(String taskId, AnswerReader answer) {
        return new TaskStatus.Unread(taskId, answer.error().of(answer.requestId(), taskId));
    }

    static TaskStatus failed(String taskId, AnswerReader answer) {
        CloudError error = answer.taskError().of(answer.requestId(), taskId);
        return new TaskStatus.Failed(taskId, answer.requestId(), answer.times(), error);
    }

    /** A success without a picture is none. */
    static TaskStatus succeeded(String taskId, AnswerReader answer) {
        List<TaskResult> results = answer.results();
        if (TaskResult.firstUrl(results).isEmpty()) {
            CloudError error = answer.emptiness().of(answer.requestId(), taskId);
            return new TaskStatus.Failed(taskId, answer.requestId(), answer.times(), error);
        }
        return new TaskStatus.Succeeded(taskId, answer.requestId(), answer.times(), results, answer.imagesBilled());
    }
}
