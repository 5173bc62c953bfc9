package dev.shuttle.ops;

import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.JournalException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether the journal answers. Without it no picture is taken, and those under way wait. */
final class JournalCheck extends AbstractHealthCheck {
    private final Journal journal;

    JournalCheck(Journal journal) {
        super("shuttle", "journal");
        this.journal = journal;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            journal.counts().forEach(builder::detail);
            builder.up();
        } catch (JournalException e) {
            builder.message(e.getMessage()).down();
        }
    }

    /** A restart does not bring a database back. */
    @Override
    public boolean isLiveness() {
        return false;
    }
}
