package dev.howdah.pg.restore;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeProgress;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.SqlScript;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.SameObject;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.SqlProblems;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings one table of a restored copy back into the original server, as a new table beside what is
 * there: nothing that exists is changed. The rows stream through this desktop and are kept nowhere.
 */
public final class TableCopy {
    private static final Texts TEXTS = Texts.of(TableCopy.class);

    /** A large table takes as long as the network needs. */
    private static final Duration LIMIT = Duration.ofHours(6);

    private final PgVisits from;
    private final String fromServer;
    private final String fromDatabase;
    private final PgVisits to;
    private final String toDatabase;

    /**
     * @param fromServer as the person knows the restored copy
     */
    public TableCopy(
            PgVisits from, String fromServer, String fromDatabase, PgVisits to, String toDatabase) {
        this.from = from;
        this.fromServer = fromServer;
        this.fromDatabase = fromDatabase;
        this.to = to;
        this.toDatabase = toDatabase;
    }

    /**
     * Describes the copy; reads how the table is made in the restored copy, and blocks for that.
     *
     * @param target the original server
     * @param as must not exist yet
     */
    public Change describe(ChangeTarget target, TableName table, TableName as)
            throws ProblemException {
        SqlNames.check(as.schema());
        SqlNames.check(as.name());
        TableShapeSnapshot shape;
        try (PgVisit visit = from.in(fromDatabase)) {
            shape = visit.reader().ask(new TableShapeQuery(table));
        }
        if (shape.columns().isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text("copy.noTable", table, fromServer),
                            TEXTS.text("copy.noTable.remedy")));
        }
        List<String> warnings = new ArrayList<>();
        warnings.add(TEXTS.text("copy.beside", as));
        if (shape.foreignKeys() + shape.furtherIndexes() > 0) {
            warnings.add(TEXTS.text("copy.without", shape.foreignKeys(), shape.furtherIndexes()));
        }
        AtomicLong made = new AtomicLong();
        ChangeProgress progress = new ChangeProgress();
        return Change.of(
                        TEXTS.text("copy.title", table, as),
                        target,
                        preview(shape, as),
                        warnings,
                        () -> run(new Work(shape, as, progress, made)))
                .withProgress(progress)
                .withWayBack(() -> drop(target, as, made.get()));
    }

    private String preview(TableShapeSnapshot shape, TableName as) {
        StringBuilder text = new StringBuilder("BEGIN;\n");
        text.append(shape.create(as)).append(";\n");
        text.append("-- ")
                .append(TEXTS.text("copy.rowsOf", shape.table(), fromServer))
                .append('\n');
        text.append(copyIn(shape, as)).append(";\n");
        shape.complete(as).forEach(each -> text.append(each).append(";\n"));
        return text.append("COMMIT;").toString();
    }

    private static String copyIn(TableShapeSnapshot shape, TableName as) {
        return "COPY " + as.quoted() + " (" + shape.storedColumns() + ") FROM STDIN";
    }

    /** By way of SELECT, because COPY itself reads no partitioned tables. */
    private static String copyOut(TableShapeSnapshot shape) {
        return "COPY (SELECT "
                + shape.storedColumns()
                + " FROM "
                + shape.table().quoted()
                + ") TO STDOUT";
    }

    /**
     * @param oid of the table that was made
     */
    private Change drop(ChangeTarget target, TableName as, long oid) {
        List<String> statements =
                List.of(
                        "LOCK TABLE " + as.quoted() + " IN ACCESS EXCLUSIVE MODE",
                        SameObject.table(as.schema(), as.name(), oid),
                        "DROP TABLE " + as.quoted());
        String done = TEXTS.text("copy.dropped", as);
        return Change.of(
                        TEXTS.text("copy.drop", as),
                        target,
                        "BEGIN;\n" + String.join(";\n", statements) + ";\nCOMMIT;",
                        List.of(TEXTS.text("copy.drop.warning", as)),
                        () -> {
                            try (PgVisit visit = to.in(toDatabase)) {
                                visit.writer().run(statements.stream().map(Sql::of).toList());
                            }
                            return ChangeOutcome.done(done);
                        })
                .askingForName()
                .noting(notes -> notes.sending(new SqlScript(toDatabase, statements, done)));
    }

    /**
     * What one run goes by.
     *
     * @param made gets the oid of the table
     */
    private record Work(
            TableShapeSnapshot shape, TableName as, ChangeProgress progress, AtomicLong made) {}

    private ChangeOutcome run(Work work) throws ProblemException {
        try (PgVisit source = from.in(fromDatabase);
                PgVisit sink = to.in(toDatabase);
                Connection out = source.pool().borrow();
                Connection in = sink.pool().borrow()) {
            long rows = copied(work, out, in, sink.pool());
            return ChangeOutcome.done(
                    TEXTS.text("copy.done", Quantities.count(rows), rows, work.as));
        } catch (SQLException e) {
            throw SqlProblems.thrown(e, "", "");
        } catch (Stopped _) {
            return new ChangeOutcome(
                    ChangeOutcome.Status.FAILED, TEXTS.text("copy.stopped", work.as), List.of());
        }
    }

    /** Somebody gave it up, and it was rolled back. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private long copied(Work work, Connection out, Connection in, PgPool target)
            throws SQLException, ProblemException, Stopped {
        TableName as = work.as;
        begin(out, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        begin(in, "BEGIN");
        try {
            execute(in, "SET LOCAL lock_timeout = '2s'");
            execute(in, work.shape.create(as));
            long rows =
                    new TableStream(work.progress)
                            .copy(copyOut(work.shape), copyIn(work.shape, as), out, in);
            work.progress.say(TEXTS.text("copy.completing", as));
            for (String statement : work.shape.complete(as)) {
                execute(in, statement);
            }
            work.made.set(oid(in, as));
            execute(out, "COMMIT");
            PgWriter.announceWhole(in, toDatabase);
            commit(in, as);
            return rows;
        } catch (SQLException e) {
            rollBack(in, e);
            rollBack(out, e);
            if (work.progress.isStopped()) {
                throw new Stopped();
            }
            throw SqlProblems.thrown(e, target.target().user(), "CREATE");
        } finally {
            // what comes later finds closed connections
            work.progress.whenStopped(() -> {});
        }
    }

    private static void begin(Connection connection, String begin) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LIMIT.toMillis()));
        execute(connection, begin);
        execute(connection, "SET LOCAL statement_timeout = " + LIMIT.toMillis());
        // rows that a policy hides would be missing without a word
        execute(connection, "SET LOCAL row_security = off");
    }

    private static void commit(Connection in, TableName as) throws SQLException, ProblemException {
        try {
            execute(in, "COMMIT");
        } catch (SQLException e) {
            if (in.isClosed()) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.UNKNOWN_OUTCOME,
                                TEXTS.text("copy.unknown", as),
                                TEXTS.text("copy.unknown.remedy")),
                        e);
            }
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long oid(Connection in, TableName as) throws SQLException {
        try (PreparedStatement statement =
                in.prepareStatement("SELECT (?::regclass)::oid::bigint AS oid")) {
            statement.setString(1, as.quoted());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong("oid");
            }
        }
    }

    private static void rollBack(Connection connection, SQLException failure) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
