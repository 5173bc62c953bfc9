package dev.shuttle.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A service that makes pictures of pictures. Thread-safe; one for the whole program.
 *
 * <p>Submits and polls are exchanges of the provider's own routes, {@code direct:NAME-submit}, which takes a {@link Submission} and gives a
 * {@link SubmitAnswer}, and {@code direct:NAME-task}, which takes a task's id and gives a {@link TaskStatus}; their steps call the provider
 * as the bean {@code NAME}. What decides whether money is spent twice is asked here.
 *
 * <p>Methods block while they wait for a rate, for an answer and between repeats; none waits without an end.
 */
public interface Provider {
    /** As models and keys begin: {@code name:model}, {@code name.base-url}. */
    String name();

    /**
     * The model of that name.
     *
     * @param name as tickets and the journal have it, see {@link Model#name()}
     * @throws IllegalArgumentException where there is no such model, saying which there are
     */
    Model model(String name);

    /**
     * Waits for the account's rate before a submit.
     *
     * @return when the exchange that is to follow ends at the latest
     * @throws CloudException if there was no permit in time
     */
    Instant beginSubmit(Model model);

    /** Whether a submit that failed so, after so many repeats, may be repeated: it was certainly not accepted. */
    boolean mayRepeat(SubmitAnswer answer, int before);

    /**
     * Waits as long as the back-off says, or longer if the service asks for it.
     *
     * @throws CloudException if the thread was interrupted
     */
    void pause(CloudError error, int before);

    /** What its routes name beside the provider itself. */
    default Map<String, Object> beans() {
        return Map.of();
    }

    /** When tasks are polled, and until when. */
    PollPolicy polls();

    /**
     * Cancels a task.
     *
     * @return false if it was no longer waiting, or the service cannot do it
     * @throws CloudException once repeats do not help
     */
    boolean cancel(String taskId);

    /**
     * Looks up submissions whose answers were lost: all of this provider's that are open, at once, and never in two threads, or two could
     * adopt one task.
     *
     * @param claims what else is known of the account's tasks
     * @return what became of each, in their order
     * @throws CloudException if nothing can be learned now; then nothing may be sent again
     */
    List<LookUp> lookUp(List<SubmitIntent> open, Supplier<Claims> claims);

    /**
     * Fetches a result and checks that it is a picture.
     *
     * @param url exactly as the service gave it
     * @throws CloudException with a code that begins with {@code RESULT_}
     */
    ResultPicture download(String url);
}
