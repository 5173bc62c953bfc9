package dev.shuttle.pipeline.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.shuttle.pipeline.job.UnreadableRowException.Remains;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job as a row of the journal has it: the whole record as JSON, and what is searched for once more in columns. */
final class JobDocument {
    /** What {@link #read} wants to see of a row. */
    static final String COLUMNS = "id, state, open, task_id, version, document";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Road.class, RoadByName.class)
            .addMixIn(Attempt.class, AttemptWithKind.class)
            .build();

    private JobDocument() {}

    /** Rows have a road by its constant's name, reports by its word. */
    interface RoadByName {
        @JsonValue(false)
        String word();
    }

    /** Rows have the key {@code kind}, reports {@code class}. */
    interface AttemptWithKind {
        @JsonProperty("kind")
        String kind();
    }

    static String write(Job job) {
        try {
            return JSON.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job is always JSON", e);
        }
    }

    /**
     * The job of a row whose columns and document are of one mind.
     *
     * @throws UnreadableRowException where they are not, or the document is no job that this program knows
     */
    static Job read(ResultSet row) throws SQLException {
        JobId id = new JobId(row.getString("id"));
        String document = row.getString("document");
        Job job = document == null ? null : parsed(document);
        boolean agree = job != null
                && job.id().equals(id)
                && job.state().name().equals(row.getString("state"))
                && String.valueOf(job.version()).equals(row.getString("version"))
                && (job.isFinal() ? "0" : "1").equals(row.getString("open"));
        if (job == null || !agree) {
            throw new UnreadableRowException(remains(id, document, row.getString("task_id")));
        }
        return job;
    }

    /** The job of a row; empty where it cannot be read, for lists of many. */
    static Optional<Job> readable(ResultSet row) throws SQLException {
        try {
            return JobId.isOne(String.valueOf(row.getString("id"))) ? Optional.of(read(row)) : Optional.empty();
        } catch (UnreadableRowException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Job parsed(String document) {
        try {
            Job job = JSON.readValue(document, Job.class);
            return job != null && isWhole(job) ? job : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** JSON may lack what the types promise. */
    @SuppressWarnings("ConstantValue")
    private static boolean isWhole(Job job) {
        return Objects.nonNull(job.id())
                && isWhole(job.source())
                && Objects.nonNull(job.order())
                && Objects.nonNull(job.order().preset())
                && Objects.nonNull(job.admittedAt())
                && isWhole(job.state())
                && Objects.nonNull(job.timings());
    }

    private static boolean isWhole(@Nullable Source source) {
        return source != null && Objects.nonNull(source.name()) && Objects.nonNull(source.from());
    }

    private static boolean isWhole(@Nullable JobState state) {
        if (state == null || Objects.isNull(state.since())) {
            return false;
        }
        if (state instanceof JobState.Submitting submitting) {
            return Objects.nonNull(submitting.model());
        }
        if (state instanceof JobState.Submitted submitted) {
            return Objects.nonNull(submitted.model()) && Objects.nonNull(submitted.taskId());
        }
        if (state instanceof JobState.Running running) {
            return Objects.nonNull(running.model()) && Objects.nonNull(running.submittedAt());
        }
        return !(state instanceof JobState.Converting converting) || Objects.nonNull(converting.road());
    }

    private static Remains remains(JobId id, @Nullable String document, @Nullable String taskId) {
        JsonNode tree = tree(document);
        Source source = part(tree, "source", new TypeReference<>() {});
        Order order = part(tree, "order", new TypeReference<>() {});
        List<Attempt> attempts = part(tree, "attempts", new TypeReference<>() {});
        return new Remains(
                id,
                isWhole(source) ? source : null,
                order == null || Objects.isNull(order.preset()) ? null : order,
                part(tree, "admittedAt", new TypeReference<Instant>() {}),
                part(tree, "cloud", new TypeReference<CloudTask>() {}),
                attempts == null ? List.of() : attempts,
                taskId);
    }

    private static JsonNode tree(@Nullable String document) {
        try {
            JsonNode tree = document == null ? null : JSON.readTree(document);
            return tree == null ? JSON.createObjectNode() : tree;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static <T> @Nullable T part(JsonNode tree, String name, TypeReference<T> type) {
        try {
            JsonNode part = tree.get(name);
            return part == null || part.isNull() ? null : JSON.convertValue(part, type);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
