package dev.shuttle.pipeline.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The journal in a relational database: SQLite in a file, or PostgreSQL.
 *
 * <p>A job is one row: what is searched for stands in columns, the whole record beside it as JSON. Times are milliseconds
 * since 1970, booleans are numbers: the subset that both databases share. What several nodes need besides is PostgreSQL's.
 */
public final class JdbcJournal implements Journal {
    private final JournalDatabase database;
    private final InstantSource clock;
    private final @Nullable Session session;
    private final JobRows rows;
    private final @Nullable HeldJobs held;

    private JdbcJournal(JournalDatabase database, @Nullable Session session, InstantSource clock) {
        this.database = database;
        this.session = session;
        this.clock = clock;
        this.rows = new JobRows(database.isShared(), session);
        this.held = session == null ? null : new HeldJobs(rows, session);
    }

    /**
     * Opens the journal and brings its tables up to date, to look at it or ask for something; who works on jobs signs a node on.
     *
     * @param url {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}
     */
    public static JdbcJournal open(String url, @Nullable String user, @Nullable Supplier<String> password) {
        return new JdbcJournal(JournalDatabase.open(url, user, password), null, InstantSource.system());
    }

    /** Whether a journal there is one program's alone. */
    public static boolean isInAFile(String url) {
        return SqliteFile.isNamedBy(url);
    }

    /**
     * Opens it for a node. In a file there is one, so nothing is noted of it.
     *
     * @param clock the node's own
     * @throws JournalException also where another node of that name is there
     */
    public static JdbcJournal open(
            String url, @Nullable String user, @Nullable Supplier<String> password, Node node, InstantSource clock) {
        JournalDatabase database = JournalDatabase.open(url, user, password);
        try {
            Session session = database.isShared()
                    ? database.transaction(
                            "sign on node " + node.name(), handle -> Sessions.begin(handle, node, clock.instant()))
                    : null;
            return new JdbcJournal(database, session, clock);
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    @Override
    public Job admit(Job job) {
        return database.transaction("enter job " + job.id(), handle -> rows.entered(handle, job));
    }

    @Override
    public List<Job> admitAll(List<Job> jobs) {
        return jobs.isEmpty()
                ? List.of()
                : database.transaction(
                        "enter " + jobs.size() + " jobs",
                        handle -> jobs.stream()
                                .map(job -> rows.entered(handle, job))
                                .toList());
    }

    @Override
    public Job record(Job job) {
        return database.transaction("record job " + job.id(), handle -> rows.recorded(handle, job));
    }

    @Override
    public Job intend(Job job) {
        Session own = session;
        return own == null
                ? record(job)
                : database.transaction(
                        "record the intent to send job " + job.id(),
                        handle -> rows.intended(handle, job, own.node().account()));
    }

    @Override
    public Job settle(Job job) {
        return database.transaction("record job " + job.id(), handle -> rows.settled(handle, job));
    }

    @Override
    public List<Job> overwrite(List<Job> jobs) {
        return database.transaction(
                "record jobs as their folders have them",
                handle ->
                        jobs.stream().map(job -> rows.overwritten(handle, job)).toList());
    }

    @Override
    public Optional<Job> find(JobId id) {
        return database.reading("find job " + id, handle -> JobRows.selected(handle, id));
    }

    @Override
    public Map<JobId, Optional<Job>> find(Collection<JobId> ids) {
        return database.reading("find jobs", handle -> JobLists.named(handle, ids));
    }

    @Override
    public List<Job> unfinished() {
        return database.reading("list unfinished jobs", JobLists::unfinished);
    }

    @Override
    public List<JobId> unfinishedIds() {
        return database.reading(
                "list unfinished jobs",
                handle -> held == null ? JobLists.unfinishedIds(handle) : held.takeable(handle));
    }

    @Override
    public boolean isShared() {
        return database.isShared();
    }

    @Override
    public Taken take(JobId id) {
        return taken(id, "take over", (holding, handle) -> holding.take(handle, id));
    }

    private Taken taken(JobId id, String what, BiFunction<HeldJobs, Handle, Taken> by) {
        HeldJobs holding = held;
        return holding == null
                ? Journal.super.take(id)
                : database.transaction(what + " job " + id, handle -> by.apply(holding, handle));
    }

    @Override
    public void release(JobId id) {
        HeldJobs holding = held;
        if (holding != null) {
            database.transaction("leave job " + id + " to others", handle -> {
                holding.release(handle, id);
                return id;
            });
        }
    }

    @Override
    public Job handOn(Job job, Duration due, Duration again) {
        return held == null
                ? job
                : database.transaction("hand on job " + job.id(), handle -> rows.handedOn(handle, job, due, again));
    }

    @Override
    public Taken receive(JobId id) {
        return taken(id, "receive", (holding, handle) -> holding.receive(handle, id));
    }

    @Override
    public List<JobId> unsent(int limit) {
        return held == null
                ? List.of()
                : database.reading("list jobs to be sent", handle -> held.unsent(handle, limit));
    }

    @Override
    public LostMessages lostMessages() {
        return session == null || held == null ? LostMessages.NONE : new JdbcLostMessages(database, held, session);
    }

    @Override
    public Taken reclaim(JobId id) {
        return taken(id, "send", (holding, handle) -> holding.reclaim(handle, id));
    }

    @Override
    public List<JobId> abandoned(int limit) {
        HeldJobs holding = held;
        return holding == null
                ? List.of()
                : database.reading("list jobs of silent nodes", handle -> holding.abandoned(handle, limit));
    }

    @Override
    public List<OpenIntent> openIntents() {
        HeldJobs holding = held;
        return holding == null
                ? Journal.super.openIntents()
                : database.reading("list open intents", holding::openIntents);
    }

    @Override
    public Map<JobId, String> nodes(Collection<JobId> ids) {
        return database.isShared()
                ? database.reading("look for the nodes of jobs", handle -> HeldJobs.nodes(handle, ids))
                : Map.of();
    }

    @Override
    public List<KnownNode> knownNodes() {
        return nodes().known();
    }

    /** What nodes are asked for, and how far they are with it. */
    public Nodes nodes() {
        return new Nodes(database, session);
    }

    @Override
    public Set<JobId> others(Collection<JobId> ids) {
        HeldJobs holding = held;
        return holding == null
                ? Set.of()
                : database.reading("look for the jobs of other nodes", handle -> holding.others(handle, ids));
    }

    /** The name of this program's node; empty where it has the journal for itself. */
    public Optional<String> node() {
        return Optional.ofNullable(session).map(own -> own.node().name());
    }

    /** The limits of the account that this node's pictures are sent to. */
    public AccountLimits limits() {
        return session == null ? AccountLimits.ALONE : new JdbcAccountLimits(database, session);
    }

    /**
     * Renews this node's lease.
     *
     * @return false where a later node has its name, so that it takes no part any more
     */
    public boolean beat() {
        Session own = session;
        return own == null
                || database.transaction("renew the lease", handle -> Sessions.beat(handle, own, clock.instant()));
    }

    /** Whether this node is the one of all that reads what only one may read at a time; it stays so until it stops or falls silent. */
    public boolean reads(String name) {
        Session own = session;
        return own == null
                || database.transaction("ask who reads " + name, handle -> Sessions.reads(handle, own, name));
    }

    /** How often {@link #beat} is to be called; empty where nobody minds. */
    public Optional<Duration> beatEvery() {
        return Optional.ofNullable(session).map(own -> own.node().lease().dividedBy(3));
    }

    @Override
    public List<Job> newest(int limit) {
        return database.reading("list jobs", handle -> JobLists.newest(handle, limit));
    }

    @Override
    public List<Job> page(Set<String> states, @Nullable JobId before, int limit) {
        return database.reading("list jobs", handle -> JobLists.page(handle, states, before, limit));
    }

    @Override
    public Map<String, Long> counts() {
        return database.reading("count jobs", JobLists::counts);
    }

    @Override
    public List<Transition> history(JobId id) {
        return database.reading(
                "read the history of job " + id, handle -> JobLists.history(handle, id, database.isShared()));
    }

    @Override
    public Set<String> taskIdsSince(Instant from) {
        return database.reading("list task ids", handle -> JobLists.taskIdsSince(handle, from));
    }

    @Override
    public List<Job> intendedBetween(Instant from, Instant to) {
        return database.reading("list intents", handle -> JobLists.intendedBetween(handle, from, to));
    }

    @Override
    public Optional<JobId> arrived(String identity) {
        return database.reading("look for an arrival", handle -> JobLists.arrived(handle, identity));
    }

    @Override
    public void requestCancel(JobId id) {
        database.transaction(
                "cancel job " + id,
                handle -> handle.createUpdate("UPDATE job SET cancel_requested = 1 WHERE id = :id AND open = 1")
                        .bind("id", id.value())
                        .execute());
    }

    @Override
    public boolean isCancelRequested(JobId id) {
        return database.reading(
                "look at job " + id,
                handle -> handle.createQuery("SELECT cancel_requested FROM job WHERE id = :id")
                                .bind("id", id.value())
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0)
                        == 1);
    }

    @Override
    public Set<JobId> cancelRequested() {
        return database.reading("list canceled jobs", JobLists::cancelRequested);
    }

    /** Signs the node off: its jobs are anyone's at once. */
    @Override
    public void close() {
        try {
            Session own = session;
            if (own != null) {
                database.lastly("sign off node " + own.node().name(), handle -> {
                    Sessions.end(handle, own.id());
                    return own;
                });
            }
        } catch (JournalException away) {
            // The lease ends it.
        } finally {
            database.close();
        }
    }

    /** The way to the database, as every call of this journal goes. */
    Jdbi jdbi() {
        return database.jdbi();
    }
}
