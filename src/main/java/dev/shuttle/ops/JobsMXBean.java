package dev.shuttle.ops;

import java.util.List;
import java.util.Map;

/** The jobs, as JMX shows them. */
public interface JobsMXBean {
    /** How many jobs are in each state, over the whole journal. */
    Map<String, Long> getByState();

    /** Jobs that have not ended, oldest first. */
    List<JobInFlight> getInFlight();

    /** The newest jobs that were rejected or failed, newest first: id, file, code and message of each. */
    List<String> getLastErrors();

    /**
     * Takes an ended job's original out of the outbox again.
     *
     * @return the new job's id
     */
    String retry(String id);

    /** Has a job given up at its next step. */
    void cancel(String id);
}
