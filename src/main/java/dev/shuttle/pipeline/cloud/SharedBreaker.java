package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.job.AccountLimits;
import dev.shuttle.pipeline.job.JournalException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node's breaker among those of all nodes that use the account: where one opens, all do. */
public final class SharedBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(SharedBreaker.class);

    private final CircuitBreaker breaker;
    private final AccountLimits limits;
    private final Duration open;
    private boolean following;

    /** @param open how long this node's breaker stays open */
    public SharedBreaker(CircuitBreaker breaker, AccountLimits limits, Duration open) {
        this.breaker = breaker;
        this.limits = limits;
        this.open = open;
        if (limits.isShared()) {
            breaker.getEventPublisher()
                    .onStateTransition(event -> moved(event.getStateTransition().getToState()));
        }
    }

    private void moved(State to) {
        try {
            if (to == State.OPEN && !following) {
                limits.stop(open);
            } else if (to == State.CLOSED) {
                limits.go();
            }
        } catch (JournalException away) {
            LOG.warn("the other nodes do not know that the breaker is {}: {}", to, away.getMessage());
        }
    }

    /** Opens this node's breaker for as long as another node's is. */
    public synchronized void follow() {
        Optional<Duration> stopped = limits.stopped();
        State state = breaker.getState();
        if (stopped.isEmpty() || (state != State.CLOSED && state != State.HALF_OPEN)) {
            return;
        }
        following = true;
        try {
            breaker.transitionToOpenStateFor(stopped.get());
        } finally {
            following = false;
        }
    }
}
