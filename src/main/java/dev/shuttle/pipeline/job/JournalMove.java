package dev.shuttle.pipeline.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Copies a whole journal into another database, such as SQLite's into PostgreSQL, row by row as it is, in one commit. The source is only
 * read; what arrived is read again and compared before the commit. It may be done again: rows that are there stay, newer ones replace
 * older ones, and jobs of other journals are not touched.
 */
public final class JournalMove {
    /** Every table of a journal but Flyway's, and those of nodes, which say nothing of another database's. */
    static final List<Table> TABLES = List.of(
            new Table(
                    "job",
                    List.of("id"),
                    List.of(
                            "id",
                            "state",
                            "open",
                            "task_id",
                            "admitted_at",
                            "updated_at",
                            "cancel_requested",
                            "version",
                            "document",
                            "arrival")),
            new Table(
                    "transition",
                    List.of("job_id", "version"),
                    List.of("job_id", "version", "state", "task_id", "at")));

    private static final int BATCH = 500;
    private static final String VERSION = "version";

    private JournalMove() {}

    /**
     * One that is moved.
     *
     * @param key its primary key, a job's name first
     */
    record Table(String name, List<String> key, List<String> columns) {
        /** Whether its rows change: a newer version then replaces an older one. */
        boolean changes() {
            return !key.contains(VERSION);
        }

        String insert() {
            String values = columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
            String newer = columns.stream()
                    .filter(column -> !key.contains(column))
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));
            return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES (" + values
                    + ") ON CONFLICT (" + String.join(", ", key) + ") DO "
                    + (changes()
                            ? "UPDATE SET " + newer + " WHERE " + name + ".version < excluded.version"
                            : "NOTHING");
        }

        String select() {
            return "SELECT " + String.join(", ", columns) + " FROM " + name;
        }

        List<String> keyOf(Map<String, String> row) {
            return key.stream().map(column -> row.getOrDefault(column, "")).toList();
        }
    }

    /**
     * Moves all rows.
     *
     * @param target its tables are there
     * @return how many rows of each table were read, and are in the target now
     * @throws JournalException where another content arrived than was read, or a job has gone on in both; then the target is as it was
     */
    public static Map<String, Long> move(JdbcJournal source, JdbcJournal target) {
        try {
            return source.jdbi()
                    .inTransaction(from -> target.jdbi().inTransaction(to -> {
                        Map<String, Long> moved = new LinkedHashMap<>();
                        for (Table table : TABLES) {
                            moved.put(table.name(), move(from, to, table));
                        }
                        return moved;
                    }));
        } catch (JdbiException e) {
            throw JournalException.unavailable("the journal could not be moved, the target is as it was", e);
        }
    }

    private static long move(Handle from, Handle to, Table table) {
        long moved = 0;
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (var all = from.createQuery(table.select()).setFetchSize(BATCH).mapToMap().stream()) {
            for (Map<String, @Nullable Object> row : (Iterable<Map<String, @Nullable Object>>) all::iterator) {
                rows.add(row);
                moved++;
                if (rows.size() == BATCH) {
                    arrive(to, table, rows);
                }
            }
        }
        arrive(to, table, rows);
        return moved;
    }

    private static void arrive(Handle to, Table table, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = to.prepareBatch(table.insert());
        rows.forEach(row -> batch.bindMap(row).add());
        batch.execute();
        List<Map<String, String>> read = rows.stream().map(JournalMove::text).toList();
        Map<List<String>, Map<String, String>> there = there(to, table, read);
        for (Map<String, String> row : read) {
            if (!isThere(table, row, there.getOrDefault(table.keyOf(row), Map.of()))) {
                throw JournalException.notMoved(
                        table.name(), String.valueOf(row.get(table.key().get(0))));
            }
        }
        rows.clear();
    }

    private static Map<List<String>, Map<String, String>> there(
            Handle to, Table table, List<Map<String, String>> read) {
        String job = table.key().get(0);
        List<String> jobs =
                read.stream().map(row -> row.getOrDefault(job, "")).distinct().toList();
        Map<List<String>, Map<String, String>> there = new HashMap<>();
        try (Stream<Map<String, @Nullable Object>> rows = to
                .createQuery(table.select() + " WHERE " + job + " IN (<jobs>)")
                .bindList("jobs", jobs)
                .mapToMap()
                .stream()) {
            rows.map(JournalMove::text).forEach(row -> there.put(table.keyOf(row), row));
        }
        return there;
    }

    /** As it was read; or gone on from there: then all that led to it is there, too, as its transitions. */
    private static boolean isThere(Table table, Map<String, String> read, Map<String, String> there) {
        return there.equals(read) || (table.changes() && version(there) > version(read));
    }

    private static int version(Map<String, String> row) {
        String version = row.getOrDefault(VERSION, "");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** Databases differ in whether a number is an int or a long, and in the case of names. */
    private static Map<String, String> text(Map<String, @Nullable Object> row) {
        Map<String, String> text = new HashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                text.put(column.toLowerCase(Locale.ROOT), value.toString());
            }
        });
        return text;
    }
}
