package dev.howdah.pg.statements;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the counters of the heavy statements, never a text: texts lie in a file that the server
 * reads whole for every question that wants one. The entries are scanned once; what is below the
 * cut counts only in the sums, so that shares and "all others" stay exact.
 */
public record StatementsQuery(StatementsCut cut) implements Query<StatementsSnapshot> {
    /** The extension, its view and its function have the same name. */
    public static final String EXTENSION = "pg_stat_statements";

    /** More rows are not taken; the cut then lies at the last one's total time. */
    public static final int MAX_ROWS = 10_000;

    private static final Texts TEXTS = Texts.of(StatementsQuery.class);

    // One array of the heavy rows: to group all entries by their keys costs twice as much.
    // NULL stands for 0: it costs half the bytes, and most counters of most statements are 0.
    private static final String SQL =
            """
            WITH told AS (
                 SELECT count(*)                AS statements,
                        count(*) FILTER (WHERE s.queryid IS NULL) AS hidden,
                        sum(s.calls)::float8    AS all_calls,
                        sum(s.{total})          AS all_total_ms,
                        array_agg(ROW(
                            s.userid,
                            s.dbid,
                            {toplevel},
                            s.queryid,
                            extract(epoch FROM {since})::float8,
                            {counters}
                        )) FILTER (WHERE s.queryid IS NOT NULL AND ({heavy})) AS heavy
                   FROM {statements}(false) s
            )
            SELECT h.*,
                   pg_get_userbyid(h.user_id) AS user_name,
                   d.datname                  AS database_name,
                   CASE WHEN row_number() OVER heaviest = 1 THEN now() END          AS server_time,
                   CASE WHEN row_number() OVER heaviest = 1 THEN i.evictions END    AS evictions,
                   CASE WHEN row_number() OVER heaviest = 1 THEN i.reset_at END     AS reset_at,
                   CASE WHEN row_number() OVER heaviest = 1 THEN t.statements END   AS statements,
                   CASE WHEN row_number() OVER heaviest = 1 THEN t.hidden END       AS hidden,
                   CASE WHEN row_number() OVER heaviest = 1 THEN t.all_calls END    AS all_calls,
                   CASE WHEN row_number() OVER heaviest = 1 THEN t.all_total_ms END AS all_total_ms
              FROM ({info}) i
             CROSS JOIN told t
              LEFT JOIN LATERAL unnest(t.heavy) AS h (
                            user_id oid,
                            database_id oid,
                            top_level bool,
                            query_id bigint,
                            since_epoch_s float8,
                            {columns}
                        ) ON true
              LEFT JOIN pg_database d ON d.oid = h.database_id
            WINDOW heaviest AS (ORDER BY h.total_ms DESC NULLS LAST, h.query_id)
             ORDER BY h.total_ms DESC NULLS LAST, h.query_id
             LIMIT {limit}
            """;

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_stats";
    }

    @Override
    public Sql sql(ServerShape shape) throws ProblemException {
        ServerShape.Extension extension = extensionOf(shape);
        Set<String> columns = shape.statementsColumns();
        List<StatementCounter> cutBy =
                cut.counters().stream().filter(counted(columns)::contains).toList();
        String counters =
                listed(columns, counter -> "nullif(s." + column(counter, columns) + ", 0)::float8");
        String aliases = listed(columns, counter -> alias(counter) + " float8");
        String heavy =
                cutBy.isEmpty()
                        ? "true"
                        : cutBy.stream()
                                .map(counter -> "s." + column(counter, columns) + " >= ?")
                                .collect(Collectors.joining(" OR "));
        String text =
                SQL.replace("{heavy}", heavy)
                        .replace("{statements}", SqlNames.quoted(extension.schema(), EXTENSION))
                        .replace("{toplevel}", columns.contains("toplevel") ? "s.toplevel" : "true")
                        .replace("{total}", column(StatementCounter.TOTAL_MS, columns))
                        .replace(
                                "{since}",
                                columns.contains("stats_since")
                                        ? "s.stats_since"
                                        : "NULL::timestamptz")
                        .replace("{counters}", counters)
                        .replace("{columns}", aliases)
                        .replace("{info}", info(extension.schema(), columns))
                        .replace("{limit}", Integer.toString(MAX_ROWS + 1));
        return new Sql(text, cutBy.stream().map(counter -> (Object) cut.limit(counter)).toList());
    }

    private static String listed(
            Set<String> columns, Function<StatementCounter, String> expression) {
        return counted(columns).stream()
                .map(expression)
                .collect(Collectors.joining(",\n                "));
    }

    /** The view pg_stat_statements_info came with the column toplevel, in 1.9. */
    private static String info(String schema, Set<String> columns) {
        return columns.contains("toplevel")
                ? "SELECT dealloc AS evictions, stats_reset AS reset_at FROM "
                        + SqlNames.quoted(schema, EXTENSION + "_info")
                : "SELECT NULL::bigint AS evictions, NULL::timestamptz AS reset_at";
    }

    /** The extension as it is installed, or the problem that it is not. */
    public static ServerShape.Extension extensionOf(ServerShape shape) throws ProblemException {
        Optional<ServerShape.Extension> extension = shape.extension(EXTENSION);
        if (extension.isEmpty() || shape.statementsColumns().isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_SUPPORTED,
                            TEXTS.text("statements.absent", shape.database()),
                            TEXTS.text("statements.absent.remedy")));
        }
        return extension.get();
    }

    private static String column(StatementCounter counter, Set<String> columns) {
        return counter.columnAmong(columns).orElseThrow();
    }

    private static String alias(StatementCounter counter) {
        return counter.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<StatementCounter> counted(Set<String> columns) {
        Set<StatementCounter> counted = EnumSet.noneOf(StatementCounter.class);
        for (StatementCounter counter : StatementCounter.values()) {
            if (counter.columnAmong(columns).isPresent()) {
                counted.add(counter);
            }
        }
        return counted;
    }

    @Override
    public StatementsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Set<StatementCounter> counted = counted(shape.statementsColumns());
        Reader reader = new Reader(rows, List.copyOf(counted));
        while (rows.next()) {
            reader.row();
        }
        boolean all = reader.read.size() <= MAX_ROWS;
        List<StatementsSnapshot.Row> kept = all ? reader.read : reader.read.subList(0, MAX_ROWS);
        return new StatementsSnapshot(
                takenAt,
                new StatementsSnapshot.Origin(
                        reader.serverTime, shape.startedAt(), reader.resetAt, reader.evictions),
                new StatementsSnapshot.All(
                        reader.statements, reader.hidden, reader.totalMs, reader.calls, all),
                all ? cut : lastOf(kept),
                counted,
                kept);
    }

    /** Rows come by total time, so the last one taken is where a cut would have been. */
    private static StatementsCut lastOf(List<StatementsSnapshot.Row> rows) {
        return new StatementsCut(
                Map.of(
                        StatementCounter.TOTAL_MS,
                        rows.getLast().counters().get(StatementCounter.TOTAL_MS)));
    }

    /** Goes through the rows once. */
    private static final class Reader {
        private final ResultSet rows;
        private final List<StatementCounter> counted;
        private final List<Integer> columns = new ArrayList<>();
        private final Map<String, String> names = new HashMap<>();
        private final List<StatementsSnapshot.Row> read = new ArrayList<>();
        private Instant serverTime = Instant.EPOCH;
        private Optional<Instant> resetAt = Optional.empty();
        private OptionalLong evictions = OptionalLong.empty();
        private int statements;
        private int hidden;
        private double totalMs;
        private double calls;

        Reader(ResultSet rows, List<StatementCounter> counted) throws SQLException {
            this.rows = rows;
            this.counted = counted;
            for (StatementCounter counter : counted) {
                columns.add(rows.findColumn(alias(counter)));
            }
        }

        void row() throws SQLException {
            Timestamp now = rows.getTimestamp("server_time");
            if (now != null) {
                serverTime = now.toInstant();
                long times = rows.getLong("evictions");
                evictions = rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(times);
                resetAt =
                        Optional.ofNullable(rows.getTimestamp("reset_at"))
                                .map(Timestamp::toInstant);
                statements = rows.getInt("statements");
                hidden = rows.getInt("hidden");
                totalMs = rows.getDouble("all_total_ms");
                calls = rows.getDouble("all_calls");
            }
            long queryId = rows.getLong("query_id");
            if (!rows.wasNull()) {
                read.add(statement(queryId));
            }
        }

        private StatementsSnapshot.Row statement(long queryId) throws SQLException {
            double[] values = new double[counted.size()];
            for (int i = 0; i < counted.size(); i++) {
                values[i] = rows.getDouble(columns.get(i));
            }
            double epochSeconds = rows.getDouble("since_epoch_s");
            Optional<Instant> since =
                    rows.wasNull() ? Optional.empty() : Optional.of(moment(epochSeconds));
            return new StatementsSnapshot.Row(
                    new StatementKey(
                            rows.getLong("user_id"),
                            rows.getLong("database_id"),
                            rows.getBoolean("top_level"),
                            queryId),
                    name("user_name"),
                    name("database_name"),
                    since,
                    Counters.of(counted, values));
        }

        /** The same few names stand in thousands of rows. */
        private String name(String column) throws SQLException {
            String name = rows.getString(column);
            return name == null ? "" : names.computeIfAbsent(name, same -> same);
        }

        private static Instant moment(double epochSeconds) {
            return Instant.ofEpochSecond(0, Math.round(epochSeconds * 1e6) * 1_000);
        }
    }
}
