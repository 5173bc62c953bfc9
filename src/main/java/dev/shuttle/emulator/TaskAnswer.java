package dev.shuttle.emulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the service says about a task or a synchronous call; absent fields are not written. */
record TaskAnswer(String requestId, Output output, @Nullable Usage usage) {

    static TaskAnswer of(Output output) {
        return new TaskAnswer(UUID.randomUUID().toString(), output, null);
    }

    static TaskAnswer of(Output output, Usage usage) {
        return new TaskAnswer(UUID.randomUUID().toString(), output, usage);
    }

    /** One record for each set of fields that the service answers with. */
    sealed interface Output {}

    /** CANCELED and UNKNOWN: no more than this. */
    record Bare(String taskId, TaskStatus taskStatus) implements Output {}

    /** PENDING, and with its scheduled_time RUNNING. */
    record Waiting(
            String taskId,
            TaskStatus taskStatus,
            String submitTime,
            @Nullable String scheduledTime,
            @Nullable Metrics taskMetrics)
            implements Output {}

    /** FAILED. */
    record Failed(
            String taskId,
            TaskStatus taskStatus,
            String submitTime,
            String scheduledTime,
            String endTime,
            String code,
            String message,
            @Nullable Metrics taskMetrics)
            implements Output {}

    /** SUCCEEDED, as most image models answer. */
    record Results(
            String taskId,
            TaskStatus taskStatus,
            String submitTime,
            String scheduledTime,
            String endTime,
            List<Result> results,
            Metrics taskMetrics)
            implements Output {}

    /** SUCCEEDED, as wan2.6 and wan2.7 answer. */
    record Chosen(
            String taskId,
            TaskStatus taskStatus,
            String submitTime,
            String scheduledTime,
            String endTime,
            boolean finished,
            List<Choice> choices)
            implements Output {}

    /** A synchronous call's pictures. */
    record Choices(List<Choice> choices) implements Output {}

    /** A picture or why there is none. */
    record Result(
            @Nullable String url,
            @Nullable String origPrompt,
            @Nullable String actualPrompt,
            @Nullable String code,
            @Nullable String message) {}

    /** A picture as a chat answer. */
    record Choice(String finishReason, Message message) {}

    /** The assistant's message. */
    record Message(String role, List<Content> content) {}

    /** A part of a message; its type is only written where a task answers. */
    record Content(@Nullable String type, String image) {}

    /** How many pictures of a task are made. */
    record Metrics(
            @JsonProperty("TOTAL") int total,
            @JsonProperty("SUCCEEDED") int succeeded,
            @JsonProperty("FAILED") int failed) {}

    /** What is billed. */
    record Usage(
            int imageCount,
            @Nullable Integer width,
            @Nullable Integer height) {}
}
