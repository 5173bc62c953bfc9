package dev.shuttle.provider.dashscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.Exchanges;
import dev.shuttle.provider.Masking;
import dev.shuttle.provider.OwnCode;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.TaskResult;
import dev.shuttle.provider.TaskTimes;
import dev.shuttle.provider.WireAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One API answer, read with patience: unknown fields are passed over, missing ones are absent, and errors may stand at any level. */
final class AnswerReader {
    /** The service's times carry no zone and are China's. */
    private static final ZoneOffset SERVICE_ZONE = ZoneOffset.ofHours(8);

    /** Signed addresses are some hundred characters long. */
    private static final int LONGEST_URL = 8000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS]");

    private final WireAnswer answer;
    private final Stage stage;
    private final Instant received;
    private final Masking masking;
    private final JsonNode root;

    AnswerReader(WireAnswer answer, JsonNode root, Stage stage, Instant received, Masking masking) {
        this.masking = masking;
        this.answer = answer;
        this.stage = stage;
        this.received = received;
        this.root = root;
    }

    /** The object in a body; a missing node where there is none. */
    static JsonNode parse(byte[] body) {
        try {
            JsonNode tree = DashScopeJson.mapper().readTree(body);
            return tree != null && tree.isObject() ? tree : MissingNode.getInstance();
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    boolean ok() {
        return answer.isOk();
    }

    boolean isJson() {
        return root.isObject();
    }

    JsonNode root() {
        return root;
    }

    JsonNode output() {
        return root.path("output");
    }

    int imagesBilled() {
        return root.path("usage").path("image_count").asInt(0);
    }

    @Nullable
    String requestId() {
        String inBody = first(word(root, "request_id"), word(root, "requestId"));
        return first(inBody, answer.header("x-request-id").map(masking::word).orElse(null));
    }

    TaskTimes times() {
        return new TaskTimes(
                time(text(output(), "submit_time")),
                time(text(output(), "scheduled_time")),
                time(text(output(), "end_time")));
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text, TIME).toInstant(SERVICE_ZONE);
        } catch (DateTimeParseException otherForm) {
            return null;
        }
    }

    /** The pictures and failures of {@code results[]} or {@code choices[].message.content[]}. */
    List<TaskResult> results() {
        var found = new ArrayList<TaskResult>();
        output().path("results").forEach(result -> add(found, result, "url"));
        for (JsonNode choice : output().path("choices")) {
            choice.path("message").path("content").forEach(content -> add(found, content, "image"));
        }
        return List.copyOf(found);
    }

    private void add(List<TaskResult> found, JsonNode node, String field) {
        String url = raw(node, field);
        String code = first(word(node, "code"), word(node, "error_code"));
        if (url != null && (url.length() > LONGEST_URL || masking.holdsKey(url))) {
            found.add(new TaskResult.Missing(own(OwnCode.RESULT_URL_INVALID, "The result's address is not one")));
        } else if (url != null) {
            found.add(new TaskResult.Picture(url, text(node, "actual_prompt"), text(node, "orig_prompt")));
        } else if (code != null) {
            String message = first(text(node, "message"), text(node, "error_message"));
            found.add(new TaskResult.Missing(placed(ErrorTable.error(code, orEmpty(message), answer.status(), stage))));
        }
    }

    /** Why there is no picture among the results. */
    CloudError emptiness() {
        for (TaskResult result : results()) {
            if (result instanceof TaskResult.Missing missing) {
                return missing.error();
            }
        }
        return own(OwnCode.EMPTY_RESULT, "The service reported success without a picture");
    }

    /** Whether the service gave an error code. */
    boolean hasCode() {
        return code() != null;
    }

    private @Nullable String code() {
        String flat = first(word(root, "code"), word(output(), "code"));
        return first(flat, word(root.path("error"), "code"));
    }

    private String message() {
        String flat = first(text(root, "message"), text(output(), "message"));
        return orEmpty(first(flat, text(root.path("error"), "message")));
    }

    /** The error this answer is; where it has no code, one of our own, classed by the HTTP status. */
    CloudError error() {
        String code = code();
        if (code != null) {
            return placed(ErrorTable.error(code, message(), answer.status(), stage));
        }
        if (!isJson()) {
            return own(OwnCode.NOT_JSON, excerpt());
        }
        String message = message();
        return own(OwnCode.NOT_DASHSCOPE, message.isEmpty() ? "No error code in the answer" : message);
    }

    /** A failed task's error. */
    CloudError taskError() {
        return hasCode() ? error() : own(OwnCode.NO_REASON, message());
    }

    private CloudError own(OwnCode code, String message) {
        CloudError error = CloudError.own(code, message, answer.status(), stage);
        return placed(
                ok()
                        ? error
                        : error.classed(ErrorTable.classify("", message, answer.status())
                                .errorClass()));
    }

    private CloudError placed(CloudError error) {
        return error.of(requestId(), word(output(), "task_id")).after(retryAfter());
    }

    private String excerpt() {
        if (answer.body().length == 0) {
            return "The answer is empty";
        }
        String text = new String(answer.body(), 0, Math.min(2000, answer.body().length), StandardCharsets.UTF_8);
        String plain =
                text.replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ").replaceAll("\\s+", " ");
        String line = masking.line(plain);
        return "Not JSON: " + line.substring(0, Math.min(160, line.length()));
    }

    /** How long the service asks us to wait; zero where it does not say. */
    Duration retryAfter() {
        return Exchanges.retryAfter(answer, received);
    }

    /** The id of the task that was made; null where there is none, or none that can go into an address. */
    @Nullable
    String taskId() {
        String id = raw(output(), "task_id");
        return id != null && masking.isClean(id) ? id : null;
    }

    /** A text, masked and cut. */
    @Nullable
    String text(JsonNode node, String field) {
        String text = raw(node, field);
        return text == null ? null : masking.line(text);
    }

    /** A code, an id or a name, masked and cut. */
    @Nullable
    String word(JsonNode node, String field) {
        String text = raw(node, field);
        return text == null ? null : masking.word(text);
    }

    private static @Nullable String raw(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
