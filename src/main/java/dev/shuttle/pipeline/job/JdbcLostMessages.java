package dev.shuttle.pipeline.job;

import java.time.Duration;
import java.util.List;

/** The rows that tell of messages which did not arrive; PostgreSQL's. */
final class JdbcLostMessages implements LostMessages {
    private static final String WAITING =
            " WHERE open = 1 AND holder IS NULL AND send_at IS NOT NULL AND (home IS NULL OR home = :home)";

    private final JournalDatabase database;
    private final HeldJobs held;
    private final String home;

    JdbcLostMessages(JournalDatabase database, HeldJobs held, Session session) {
        this.database = database;
        this.held = held;
        this.home = session.node().home();
    }

    @Override
    public void sendAgain(Duration after) {
        database.transaction(
                "look for lost messages",
                handle -> handle.createUpdate("UPDATE job SET send_at = LEAST(send_at, GREATEST(due, " + Sessions.NOW
                                + ") + :after)" + WAITING)
                        .bind("after", after.toMillis())
                        .bind("home", home)
                        .execute());
    }

    @Override
    public boolean sendAgain(JobId id) {
        return database.transaction(
                        "send job " + id,
                        handle -> handle.createUpdate(
                                        "UPDATE job SET send_at = " + Sessions.NOW + WAITING + " AND id = :id")
                                .bind("home", home)
                                .bind("id", id.value())
                                .execute())
                == 1;
    }

    @Override
    public Taken receiveDead(JobId id) {
        return database.transaction("receive job " + id, handle -> held.receiveDead(handle, id));
    }

    @Override
    public List<JobId> unheard(Duration waited, int limit) {
        return database.reading(
                "list jobs that wait for the cloud",
                handle -> JobLists.ids(handle.createQuery("SELECT id FROM job" + WAITING
                                + " AND state = 'ADMITTED' AND updated_at <= " + Sessions.NOW
                                + " - :waited ORDER BY updated_at, id LIMIT :limit")
                        .bind("home", home)
                        .bind("waited", waited.toMillis())
                        .bind("limit", limit)));
    }

    @Override
    public Taken recall(JobId id) {
        return database.transaction("take back job " + id, handle -> held.recall(handle, id));
    }
}
