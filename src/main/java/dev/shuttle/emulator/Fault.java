package dev.shuttle.emulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong on purpose. In JSON {@code "type"} names the fault, see {@link Faults}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fault.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = Fault.HtmlPage.class, name = "html_page"),
    @JsonSubTypes.Type(value = Fault.Reset.class, name = "reset"),
    @JsonSubTypes.Type(value = Fault.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Fault.LoseAnswer.class, name = "lose_answer"),
    @JsonSubTypes.Type(value = Fault.Truncate.class, name = "truncate"),
    @JsonSubTypes.Type(value = Fault.FailTask.class, name = "fail_task"),
    @JsonSubTypes.Type(value = Fault.FailPictures.class, name = "fail_pictures"),
    @JsonSubTypes.Type(value = Fault.EmptyResults.class, name = "empty_results"),
    @JsonSubTypes.Type(value = Fault.NeverFinish.class, name = "never_finish"),
    @JsonSubTypes.Type(value = Fault.UnknownTask.class, name = "unknown_task"),
    @JsonSubTypes.Type(value = Fault.LateList.class, name = "late_list"),
    @JsonSubTypes.Type(value = Fault.CorruptBody.class, name = "corrupt_body"),
    @JsonSubTypes.Type(value = Fault.WrongType.class, name = "wrong_type")
})
public sealed interface Fault {

    /**
     * An error instead of an answer; nothing was accepted. A download is refused in OSS's XML.
     *
     * @param status HTTP status; 0: the documented one of the code
     * @param message empty or absent: the documented one of the code
     * @param retryAfter seconds for a Retry-After header; null: none, as documented
     */
    record Refuse(
            int status,
            String code,
            @Nullable String message,
            @Nullable Integer retryAfter) implements Fault {
        /** Without a Retry-After. */
        public Refuse(int status, String code, String message) {
            this(status, code, message, null);
        }

        /** With the documented status and message. */
        public static Refuse with(DocumentedError error) {
            return new Refuse(error.status(), error.code(), error.message(), null);
        }

        /** With the documented row of this code. */
        public static Refuse with(String code) {
            return new Refuse(0, code, null, null);
        }
    }

    /** A gateway's HTML error page instead of an answer; 0 means 502. */
    record HtmlPage(int status) implements Fault {}

    /** The connection is reset before anything is done. */
    record Reset() implements Fault {}

    /** The answer is held back this long; adds to other faults. Zero or more. */
    record Delay(Duration time) implements Fault {}

    /** Everything is done, a submit is accepted (and will be billed), but the connection is cut instead of an answer. */
    record LoseAnswer() implements Fault {}

    /** Everything is done, but only half of the answer's body arrives. */
    record Truncate() implements Fault {}

    /** At a submit: it is accepted and ends FAILED for this reason; an absent message is the documented one. */
    record FailTask(String code, @Nullable String message) implements Fault {}

    /** At a submit: it ends SUCCEEDED, but its last {@code pictures} pictures carry this error instead of a URL. */
    record FailPictures(int pictures, String code, @Nullable String message) implements Fault {}

    /** At a submit: it ends SUCCEEDED without results. */
    record EmptyResults() implements Fault {}

    /** At a submit: the task is RUNNING for three hours and ends as InternalError.Timeout. */
    record NeverFinish() implements Fault {}

    /** At a poll: the task is not known (yet). */
    record UnknownTask() implements Fault {}

    /** At a list: tasks younger than this are not shown yet. */
    record LateList(Duration time) implements Fault {}

    /** At a download: the right length and type, but the picture's bytes are spoilt after the first few. */
    record CorruptBody() implements Fault {}

    /** The answer says it is of this type; its body is right. */
    record WrongType(String contentType) implements Fault {}
}
