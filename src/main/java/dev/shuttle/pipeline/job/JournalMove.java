package dev.shuttle.pipeline.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.pipeline.disk.Disk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Copies a whole journal into another database, such as SQLite's into PostgreSQL, row by row as it is, in one commit. The source is only
 * read; what arrived is read again and compared before the commit.
 */
public final class JournalMove {
    /** Every table of a journal but Flyway's. */
    static final List<String> TABLES = List.of("job", "transition");

    private static final int BATCH = 500;
    private static final String TABLE = "table";

    private JournalMove() {}

    /** How many rows of a table there are, and what stands in them, whatever their order. */
    private record Content(long rows, BigInteger sum) {
        private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

        Content with(Map<String, @Nullable Object> row) {
            String text = new TreeMap<>(row)
                    .entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("\n"));
            BigInteger hash = new BigInteger(Disk.sha256(text.getBytes(UTF_8)), 16);
            return new Content(rows + 1, sum.add(hash).mod(MODULUS));
        }
    }

    /**
     * Moves all rows.
     *
     * @param target its tables are there, and empty
     * @return how many rows of each table arrived
     * @throws JournalException where the target holds jobs, or another content arrived than was read; then the target is empty
     */
    public static Map<String, Long> move(JdbcJournal source, JdbcJournal target) {
        try {
            return source.jdbi()
                    .inTransaction(from -> target.jdbi().inTransaction(to -> {
                        refuseFull(to);
                        Map<String, Long> moved = new LinkedHashMap<>();
                        for (String table : TABLES) {
                            moved.put(table, move(from, to, table));
                        }
                        return moved;
                    }));
        } catch (JdbiException e) {
            throw JournalException.unavailable("the journal could not be moved, the target is as it was", e);
        }
    }

    private static void refuseFull(Handle to) {
        for (String table : TABLES) {
            long rows = to.createQuery("SELECT COUNT(*) FROM <table>")
                    .define(TABLE, table)
                    .mapTo(Long.class)
                    .one();
            if (rows > 0) {
                throw JournalException.notEmpty(table, rows);
            }
        }
    }

    private static long move(Handle from, Handle to, String table) {
        Content read = new Content(0, BigInteger.ZERO);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (var all =
                from
                        .createQuery("SELECT * FROM <table>")
                        .define(TABLE, table)
                        .setFetchSize(BATCH)
                        .mapToMap()
                        .stream()) {
            for (Map<String, @Nullable Object> row : (Iterable<Map<String, @Nullable Object>>) all::iterator) {
                read = read.with(row);
                rows.add(row);
                if (rows.size() == BATCH) {
                    insert(to, table, rows);
                }
            }
        }
        insert(to, table, rows);
        Content arrived = content(to, table);
        if (!arrived.equals(read)) {
            throw JournalException.notMoved(table, read.rows(), arrived.rows());
        }
        return arrived.rows();
    }

    private static Content content(Handle handle, String table) {
        Content content = new Content(0, BigInteger.ZERO);
        try (var all =
                handle
                        .createQuery("SELECT * FROM <table>")
                        .define(TABLE, table)
                        .setFetchSize(BATCH)
                        .mapToMap()
                        .stream()) {
            for (Map<String, @Nullable Object> row : (Iterable<Map<String, @Nullable Object>>) all::iterator) {
                content = content.with(row);
            }
        }
        return content;
    }

    private static void insert(Handle to, String table, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(rows.get(0).keySet());
        String names = String.join(", ", columns).toLowerCase(Locale.ROOT);
        String values = columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        PreparedBatch batch = to.prepareBatch("INSERT INTO <table> (<names>) VALUES (<values>)")
                .define(TABLE, table)
                .define("names", names)
                .define("values", values);
        rows.forEach(row -> batch.bindMap(row).add());
        batch.execute();
        rows.clear();
    }
}
