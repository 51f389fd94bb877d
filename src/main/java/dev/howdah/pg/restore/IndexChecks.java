package dev.howdah.pg.restore;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.SqlProblems;
import dev.howdah.pg.restore.RestoreProof.Check;
import dev.howdah.pg.restore.RestoreProof.Result;
import dev.howdah.pg.restore.RestoreProof.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks every B-tree of a restored copy against its table with amcheck. Where the extension is not
 * installed it is, for the time of one transaction that is rolled back.
 */
final class IndexChecks {
    private static final Texts TEXTS = Texts.of(IndexChecks.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Source: amcheck's ereports on a broken index are ERRCODE_INDEX_CORRUPTED. */
    private static final String INDEX_CORRUPTED = "XX002";

    private static final String DATA_CORRUPTED = "XX001";

    private static final String AVAILABLE =
            """
            SELECT coalesce((SELECT quote_ident(n.nspname)
                               FROM pg_extension e
                               JOIN pg_namespace n ON n.oid = e.extnamespace
                              WHERE e.extname = 'amcheck'), '') AS schema,
                   EXISTS (SELECT FROM pg_available_extensions
                            WHERE name = 'amcheck') AS available
            """;

    private static final String INDEXES =
            """
            SELECT i.indexrelid AS oid,
                   n.nspname || '.' || c.relname AS name
              FROM pg_index i
              JOIN pg_class c ON c.oid = i.indexrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_am a ON a.oid = c.relam
             WHERE a.amname = 'btree'
               AND c.relkind = 'i'
               AND c.relpersistence = 'p'
               AND i.indisready
               AND i.indisvalid
             ORDER BY c.relpages, c.oid
             LIMIT 20000
            """;

    private final PgPool copy;

    IndexChecks(PgPool copy) {
        this.copy = copy;
    }

    private record Index(long oid, String name) {}

    Check run() throws ProblemException {
        try (Connection connection = copy.borrow()) {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LIMIT.toMillis()) + 5_000);
            try {
                execute(connection, "BEGIN");
                execute(connection, "SET LOCAL statement_timeout = " + LIMIT.toMillis());
                return checked(connection);
            } finally {
                execute(connection, "ROLLBACK");
            }
        } catch (SQLException e) {
            return notDone(SqlProblems.of(e, copy.target().user(), "").sentence());
        }
    }

    private static Check checked(Connection connection) throws SQLException {
        String schema;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(AVAILABLE)) {
            row.next();
            schema = row.getString("schema");
            if (schema.isEmpty() && !row.getBoolean("available")) {
                return notDone(TEXTS.text("indexes.noAmcheck"));
            }
        }
        if (schema.isEmpty()) {
            execute(connection, "CREATE EXTENSION amcheck WITH SCHEMA pg_catalog");
            schema = "pg_catalog";
        }
        return each(connection, schema, indexes(connection));
    }

    private static List<Index> indexes(Connection connection) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                indexes.add(new Index(rows.getLong("oid"), rows.getString("name")));
            }
        }
        return indexes;
    }

    private static Check each(Connection connection, String schema, List<Index> indexes)
            throws SQLException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        int done = 0;
        try (PreparedStatement check =
                connection.prepareStatement(
                        "SELECT " + schema + ".bt_index_check(?::oid::regclass, true)")) {
            for (Index index : indexes) {
                if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                    break;
                }
                check.setLong(1, index.oid());
                try {
                    check.execute();
                } catch (SQLException e) {
                    String state = SqlProblems.stateOf(e);
                    if (state.equals(INDEX_CORRUPTED) || state.equals(DATA_CORRUPTED)) {
                        return new Check(
                                Subject.INDEXES,
                                Result.FAILED,
                                TEXTS.text("indexes.broken", index.name()));
                    }
                    throw e;
                }
                done++;
            }
        }
        return new Check(
                Subject.INDEXES,
                done == 0 ? Result.NOT_DONE : Result.PASSED,
                TEXTS.text("indexes.good", done, indexes.size()));
    }

    private static Check notDone(String reason) {
        return new Check(Subject.INDEXES, Result.NOT_DONE, TEXTS.text("indexes.notDone", reason));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
