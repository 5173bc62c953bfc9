package dev.shuttle.ops;

import java.util.List;

/** The cloud's account and breaker, as JMX shows them; never the key. */
public interface CloudMXBean {
    /** Whether there is a key. */
    boolean isOn();

    String getBaseUrl();

    List<String> getModels();

    /** In resilience4j's words. */
    String getBreakerState();

    /** Percent of the breaker's window; -1 while there are too few calls in it. */
    float getFailureRate();

    /** Calls that the open breaker turned away. */
    long getCallsNotPermitted();

    /** Jobs in the cloud at once, at most. */
    int getMaxInFlight();

    /** Submits a second, at most. */
    int getSubmitRate();

    /** Task calls a second, at most. */
    int getPollRate();

    /** Lets calls through again: for who has just mended the account. */
    void closeBreaker();
}
