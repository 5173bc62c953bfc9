package dev.shuttle.pipeline.job;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What is asked of many rows at once. Rows that cannot be read are left out of every list of jobs. */
final class JobLists {
    private static final String SELECT = "SELECT " + JobDocument.COLUMNS + " FROM job";
    private static final String NEWEST_FIRST = " ORDER BY admitted_at DESC, id DESC LIMIT :limit";
    private static final String OLDEST_FIRST = " ORDER BY admitted_at, id";
    /** Names in one question; PostgreSQL and SQLite bear thousands. */
    private static final int NAMES = 500;

    private JobLists() {}

    static List<Job> unfinished(Handle handle) {
        return readable(handle.createQuery(SELECT + " WHERE open = 1" + OLDEST_FIRST));
    }

    /** A damaged row may have anything there; only a clear 0 is final. */
    static List<JobId> unfinishedIds(Handle handle) {
        return ids(handle.createQuery("SELECT id FROM job WHERE open = 1 UNION"
                + " SELECT id FROM job WHERE open IS NULL OR open NOT IN (0, 1)"));
    }

    static List<JobId> ids(Query query) {
        return query.mapTo(String.class).filter(JobId::isOne).map(JobId::new).list();
    }

    /** Each name's parts, at most {@link #NAMES} together. */
    static List<List<String>> parts(Collection<JobId> ids) {
        List<String> names = ids.stream().map(JobId::value).toList();
        return IntStream.iterate(0, from -> from < names.size(), from -> from + NAMES)
                .mapToObj(from -> names.subList(from, Math.min(from + NAMES, names.size())))
                .toList();
    }

    static Map<JobId, Optional<Job>> named(Handle handle, Collection<JobId> ids) {
        Map<JobId, Optional<Job>> found = new HashMap<>();
        for (List<String> some : parts(ids)) {
            handle.createQuery(SELECT + " WHERE id IN (<ids>)")
                    .bindList("ids", some)
                    .map((row, context) -> Map.entry(new JobId(row.getString("id")), JobDocument.readable(row)))
                    .forEach(each -> found.put(each.getKey(), each.getValue()));
        }
        return found;
    }

    static List<Job> newest(Handle handle, int limit) {
        return readable(handle.createQuery(SELECT + NEWEST_FIRST).bind("limit", limit));
    }

    static List<Job> page(Handle handle, Set<String> states, @Nullable JobId before, int limit) {
        String ofStates = states.isEmpty() ? "" : " AND state IN (<states>)";
        String older = before == null
                ? ""
                : " AND (admitted_at, id) < (SELECT b.admitted_at, b.id FROM job b WHERE b.id = :before)";
        Query query = handle.createQuery(SELECT + " WHERE 1 = 1" + ofStates + older + NEWEST_FIRST);
        query.bind("limit", limit);
        if (!states.isEmpty()) {
            query.bindList("states", List.copyOf(states));
        }
        if (before != null) {
            query.bind("before", before.value());
        }
        return readable(query);
    }

    static Map<String, Long> counts(Handle handle) {
        return handle.createQuery("SELECT state, COUNT(*) AS jobs FROM job GROUP BY state")
                .setMapKeyColumn("state")
                .setMapValueColumn("jobs")
                .collectInto(new GenericType<Map<String, Long>>() {});
    }

    /** @param hasNodes whether nodes are noted */
    static List<Journal.Transition> history(Handle handle, JobId id, boolean hasNodes) {
        return handle.createQuery("SELECT state, at, " + (hasNodes ? "node" : "NULL AS node")
                        + " FROM transition WHERE job_id = :id ORDER BY version")
                .bind("id", id.value())
                .map((row, context) -> new Journal.Transition(
                        row.getString("state"), Instant.ofEpochMilli(row.getLong("at")), row.getString("node")))
                .list();
    }

    static Optional<JobId> arrived(Handle handle, String identity) {
        return ids(handle.createQuery("SELECT id FROM job WHERE arrival = :arrival")
                        .bind("arrival", identity))
                .stream()
                .findFirst();
    }

    static Set<String> taskIdsSince(Handle handle, Instant from) {
        return new HashSet<>(
                handle.createQuery("SELECT task_id FROM transition WHERE task_id IS NOT NULL AND at >= :from")
                        .bind("from", from.toEpochMilli())
                        .mapTo(String.class)
                        .list());
    }

    static List<Job> intendedBetween(Handle handle, Instant from, Instant to) {
        return readable(handle.createQuery(SELECT + " WHERE id IN (SELECT job_id FROM transition"
                        + " WHERE at >= :from AND at <= :to AND state = 'SUBMITTING')" + OLDEST_FIRST)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli()));
    }

    static Set<JobId> cancelRequested(Handle handle) {
        return Set.copyOf(ids(handle.createQuery("SELECT id FROM job WHERE open = 1 AND cancel_requested = 1")));
    }

    private static List<Job> readable(Query query) {
        return query.map((row, context) -> JobDocument.readable(row)).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
