package dev.shuttle.pipeline.job;

import java.time.Duration;
import java.util.Optional;

/**
 * What all nodes that use one account of a service agree on: how many of its pictures are with the service, how often it is called, whether
 * it may be called at all. {@link #ALONE} is a program that has its account for itself and needs nobody's agreement.
 *
 * <p>Every method throws {@link JournalException} where the database fails.
 */
public interface AccountLimits {
    /** The calls that have a rate of their own. */
    enum Call {
        SUBMIT,
        /** Polls, lists and cancels. */
        TASK
    }

    /** Nobody else uses the account. */
    AccountLimits ALONE = new Alone();

    /** Whether others may use it. */
    boolean isShared();

    /** Gives the job one of {@code most} places with the account: returns whether one was free. A job that has ended takes none. */
    boolean takePlace(JobId id, int most);

    /** Gives the job a place, beyond the most too: the service has its task. */
    void keepPlace(JobId id);

    /** The job's place is free, unless the service may have its task. */
    void leavePlace(JobId id);

    /** The service does not have the job's task any more, whatever its state. */
    void forgetPlace(JobId id);

    /** Whether a picture may be sent: no other job's is, while its task has no id. */
    boolean isLaneFree(JobId id);

    /**
     * The account's next turn for such a call.
     *
     * @param perSecond above 0
     * @param patience where the turn would be later, none is taken
     * @return how long to wait for it; empty where none was taken
     */
    Optional<Duration> turn(Call call, double perSecond, Duration patience);

    /** No node sends anything for so long, because this one found the account refused or the service broken. */
    void stop(Duration time);

    /** The service answers this node again. */
    void go();

    /** How much longer nothing is to be sent, because of any node; empty where something may be. */
    Optional<Duration> stopped();
}
