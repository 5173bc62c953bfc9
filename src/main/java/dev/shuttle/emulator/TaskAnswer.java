package dev.shuttle.emulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service says about a task or a synchronous call; absent fields are not written. */
record TaskAnswer(String requestId, Output output, @Nullable Usage usage) {

    /** The fields of every state and every shape of answer; each state has its own few. */
    record Output(
            @Nullable String taskId,
            @Nullable String taskStatus,
            @Nullable String submitTime,
            @Nullable String scheduledTime,
            @Nullable String endTime,
            @Nullable String code,
            @Nullable String message,
            @Nullable Boolean finished,
            @Nullable List<Result> results,
            @Nullable List<Choice> choices,
            @Nullable String outputImageUrl,
            @Nullable Metrics taskMetrics) {

        static Output of(String taskId, TaskStatus status) {
            return new Output(taskId, status.name(), null, null, null, null, null, null, null, null, null, null);
        }

        Output times(@Nullable String submitted, @Nullable String scheduled, @Nullable String ended) {
            return new Output(
                    taskId,
                    taskStatus,
                    submitted,
                    scheduled,
                    ended,
                    code,
                    message,
                    finished,
                    results,
                    choices,
                    outputImageUrl,
                    taskMetrics);
        }

        Output failure(Outcome.Fails failure) {
            return new Output(
                    taskId,
                    taskStatus,
                    submitTime,
                    scheduledTime,
                    endTime,
                    failure.code(),
                    failure.message(),
                    finished,
                    results,
                    choices,
                    outputImageUrl,
                    taskMetrics);
        }

        Output metrics(Metrics metrics) {
            return new Output(
                    taskId,
                    taskStatus,
                    submitTime,
                    scheduledTime,
                    endTime,
                    code,
                    message,
                    finished,
                    results,
                    choices,
                    outputImageUrl,
                    metrics);
        }

        Output pictures(@Nullable List<Result> all, @Nullable List<Choice> chosen, @Nullable String only) {
            return new Output(
                    taskId,
                    taskStatus,
                    submitTime,
                    scheduledTime,
                    endTime,
                    code,
                    message,
                    chosen == null ? null : Boolean.TRUE,
                    all,
                    chosen,
                    only,
                    taskMetrics);
        }
    }

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

    /** A part of a message. */
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
