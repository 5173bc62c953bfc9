package dev.shuttle.app;

import dev.shuttle.pipeline.cloud.CloudStage;
import dev.shuttle.pipeline.delivery.Deliveries;
import dev.shuttle.pipeline.dispatch.Duties;
import dev.shuttle.pipeline.dispatch.Remainder;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.pipeline.job.Nodes;
import dev.shuttle.pipeline.job.Nodes.Asked;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFileConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what this node is asked for: to take nothing more, to hand on or finish what it has, and to stop when that is done. Where one
 * program has the journal, nothing runs.
 */
final class Drain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Nodes nodes;
    private final Duties duties;
    private final CloudStage cloud;
    private final Remainder remainder;
    private final Deliveries deliveries;
    private final CamelContext context;
    private final ScheduledExecutorService thread;
    private Runnable stop = () -> {};
    private boolean isDraining;
    private boolean tookMore = true;
    private int left = -1;
    private boolean wasDone;

    Drain(
            Nodes nodes,
            Duties duties,
            CloudStage cloud,
            Remainder remainder,
            Deliveries deliveries,
            CamelContext context) {
        this.nodes = nodes;
        this.duties = duties;
        this.cloud = cloud;
        this.remainder = remainder;
        this.deliveries = deliveries;
        this.context = context;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "drain");
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Looks once a second.
     *
     * @param end ends the program, and is called once all is done
     */
    void begin(Runnable end) {
        stop = end;
        if (nodes.isOne()) {
            var looks = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
            LOG.debug("looks for what this node is asked: {}", looks);
        }
    }

    private void look() {
        try {
            Asked asked = nodes.asked();
            if ((asked != Asked.NOTHING) != isDraining) {
                drain(asked != Asked.NOTHING);
            }
            boolean takesMore = duties.takesMore();
            if (tookMore && !takesMore) {
                nodes.givesUpReading();
            }
            tookMore = takesMore;
            if (isDraining) {
                tell(asked);
            }
        } catch (IOException | JournalException notNow) {
            LOG.debug("it cannot be looked what this node is asked for now", notNow);
        } catch (Exception broken) {
            // One that leaves ends all later looks.
            LOG.atError().setCause(broken).log("what this node is asked for could not be followed, and is tried again");
        }
    }

    private void drain(boolean off) {
        duties.drain(off);
        // Where nobody else reaches the pictures, what waits for this node goes on here.
        boolean leaves = duties.canLeave();
        cloud.sendsAway(off && leaves);
        for (Route route : context.getRoutes()) {
            if (route.isAutoStartup() && (bringsFiles(route) || (leaves && bringsJobs(route)))) {
                turn(route.getConsumer(), off);
            }
        }
        isDraining = off;
        left = -1;
        if (off) {
            LOG.info("drains: takes nothing more");
        } else {
            nodes.tell(false);
            LOG.info("drains no more: takes pictures and jobs again");
        }
    }

    private static void turn(Consumer consumer, boolean off) {
        if (off) {
            ServiceHelper.suspendService(consumer);
        } else {
            ServiceHelper.resumeService(consumer);
        }
    }

    /** The inbox asks {@link Duties} at each look. */
    private static boolean bringsFiles(Route route) {
        return route.getConsumer() instanceof GenericFileConsumer;
    }

    /** A message that is at work is finished; the next one is another node's. */
    private static boolean bringsJobs(Route route) {
        return route.getEndpoint().getEndpointUri().startsWith("amqp:");
    }

    private void tell(Asked asked) throws IOException {
        int now = remainder.count();
        boolean done = now == 0 && deliveries.isSettled();
        if (now != left || done != wasDone) {
            LOG.info(
                    done
                            ? "drained: nothing is left to do"
                            : now == 0 ? "drains: results are still to be delivered" : "drains: {} jobs are left",
                    now);
            left = now;
            wasDone = done;
        }
        nodes.tell(done);
        if (done && asked == Asked.STOP) {
            stop.run();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
