package dev.shuttle.emulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What the journal keeps, one line each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Event.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = Event.Uploaded.class, name = "uploaded"),
    @JsonSubTypes.Type(value = Event.Polled.class, name = "polled"),
    @JsonSubTypes.Type(value = Event.Requested.class, name = "requested")
})
sealed interface Event {
    /** A submit was accepted. */
    record Accepted(Task task) implements Event {}

    /** A task was taken back. */
    record Cancelled(String taskId, Instant at) implements Event {}

    /** A file was uploaded for this model; its bytes are on the shelf. */
    record Uploaded(String key, String model, String sha256, Instant at) implements Event {}

    /** A task was polled. */
    record Polled(String taskId) implements Event {}

    /** A request came and was answered. */
    record Requested(RecordedRequest request) implements Event {}
}
