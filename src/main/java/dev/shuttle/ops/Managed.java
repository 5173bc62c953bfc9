package dev.shuttle.ops;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;

/**
 * What operators see and do by JMX, Jolokia and Hawtio. Camel's {@code @ManagedOperation} serves none of it: it cannot describe parameters,
 * and jobs in flight would be Java objects instead of open data.
 */
final class Managed {
    private Managed() {}

    /** What JMX says of an MBean, an attribute, an operation or a parameter. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
    @interface Description {
        /** In one sentence. */
        String value();
    }

    /** {@code shuttle:type=Jobs}. */
    @Description("The jobs of the journal")
    public interface Jobs {
        @Description("How many jobs are in each state, over the whole journal")
        Map<String, Long> getByState();

        @Description("Jobs that have not ended, oldest first")
        List<JobInFlight> getInFlight();

        @Description("The newest jobs that were rejected or failed, newest first: id, file, code and message of each")
        List<String> getLastErrors();

        @Description("Takes an ended job's original out of the outbox again, and gives the new job's id")
        String retry(@Description("A job that is DONE, REJECTED or FAILED, such as 261122-150226-a1k09b") String id);

        @Description("Gives a job up at its next step")
        void cancel(@Description("A job that has not ended; InFlight lists them") String id);
    }

    /** {@code shuttle:type=Intake}. */
    @Description("The routes that bring pictures in")
    public interface Intake {
        @Description("The routes that bring pictures in by themselves, with their status")
        List<String> getWays();

        @Description("Whether all of these routes are stopped")
        boolean isPaused();

        @Description("Takes no new pictures, nor jobs that other nodes left; jobs that were admitted go on")
        void pause();

        @Description("Takes pictures again")
        void resume();
    }

    /** {@code shuttle:type=Nodes}; empty where one program has the journal. */
    @Description("The nodes that share the journal")
    public interface Nodes {
        @Description("Each node that is there, or silent with jobs: name, standing, roles, version, open jobs")
        List<String> getAll();

        @Description(
                "Asks a node to take nothing more, and to finish or hand on what it has; All tells when it is drained")
        void drain(@Description("A node's name, as All has it") String node);

        @Description("Asks a node that drains to take pictures and jobs again")
        void resume(@Description("A node's name, as All has it") String node);
    }

    /** {@code shuttle:type=Cloud}; never the key. */
    @Description("The account at the cloud, its limits and its circuit breaker")
    public interface Cloud {
        @Description("Whether there is a key")
        boolean isOn();

        @Description("The service's base URL")
        String getBaseUrl();

        @Description("The models that are used, the first first")
        List<String> getModels();

        @Description("CLOSED, OPEN, HALF_OPEN, DISABLED, FORCED_OPEN or METRICS_ONLY, as resilience4j names them")
        String getBreakerState();

        @Description("Percent of the calls in the breaker's window; -1 while there are too few of them")
        float getFailureRate();

        @Description("Calls that the open breaker rejected")
        long getCallsNotPermitted();

        @Description("Jobs at the cloud at once, at most")
        int getMaxInFlight();

        @Description("Submits a second, at most")
        int getSubmitRate();

        @Description("Task calls a second, at most")
        int getPollRate();

        @Description("Closes the breaker, so that calls go through again: for who has just mended the account")
        void closeBreaker();
    }

    /** {@code shuttle:type=Alerts}; never the address that alerts are posted to. */
    @Description("The alerts that are raised, and those that wait to be posted")
    public interface Alerts {
        @Description("What is wrong now, with since when")
        List<String> getRaised();

        @Description("Alerts that wait to be posted")
        int getWaiting();

        @Description("Alerts that were given up")
        long getLost();

        @Description("Posts an alert that says it is a test")
        void test();
    }
}
