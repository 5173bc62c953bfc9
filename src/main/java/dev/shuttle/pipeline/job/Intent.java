package dev.shuttle.pipeline.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a picture is being sent to a service which knows no idempotency key, while it is not known whether the service took it. A task
 * that comes of it was made by the last try, since one try follows another only after a certain refusal: not before {@code sent}, and
 * not long after {@code until}.
 *
 * @param model which model the picture is sent to
 * @param since when the first try began
 * @param sent when the last try began
 * @param until from when on nothing of the last try is on the wire: its deadline, or earlier where its connection is known to be gone
 * @param givenUp why it is not looked for any more, and never sent again; null while it is
 */
public record Intent(
        String model,
        Instant since,
        Instant sent,
        Instant until,
        @Nullable String givenUp) {
    /** Before the first try. */
    public static Intent first(String model, Instant now, Instant deadline) {
        return new Intent(model, now, now, deadline, null);
    }

    /** Before another try; the one before was certainly refused. */
    public Intent again(Instant now, Instant deadline) {
        return new Intent(model, since, now, deadline, null);
    }

    /** Nothing is on the wire any more. */
    public Intent ended(Instant now) {
        return now.isBefore(until) ? new Intent(model, since, sent, now, givenUp) : this;
    }

    /** What became of it is not known. */
    public Intent givenUp(String why) {
        return new Intent(model, since, sent, until, why);
    }
}
