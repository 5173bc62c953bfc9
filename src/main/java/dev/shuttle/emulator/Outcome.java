package dev.shuttle.emulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a task ends; decided when it is accepted, shown when its time has come. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ends")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Succeeds.class, name = "succeeds"),
    @JsonSubTypes.Type(value = Outcome.SucceedsInPart.class, name = "succeeds_in_part"),
    @JsonSubTypes.Type(value = Outcome.SucceedsEmpty.class, name = "succeeds_empty"),
    @JsonSubTypes.Type(value = Outcome.Fails.class, name = "fails"),
    @JsonSubTypes.Type(value = Outcome.TimesOut.class, name = "times_out")
})
sealed interface Outcome {
    /** Every picture is made. */
    record Succeeds() implements Outcome {}

    /** The last {@code failed} pictures are not made, each for this reason. */
    record SucceedsInPart(int failed, String code, String message) implements Outcome {}

    /** SUCCEEDED without any result. */
    record SucceedsEmpty() implements Outcome {}

    /** FAILED for this reason. */
    record Fails(String code, String message) implements Outcome {
        static Fails of(DocumentedError error) {
            return new Fails(error.code(), error.message());
        }
    }

    /** RUNNING for three hours, then FAILED with InternalError.Timeout. */
    record TimesOut() implements Outcome {}
}
