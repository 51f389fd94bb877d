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

/** What the owner of data says must be true of a restored copy: a SELECT that gives true. */
record Assertion(String sql) {
    private static final Texts TEXTS = Texts.of(Assertion.class);
    private static final int LIMIT_MS = 60_000;
    private static final int SHOWN = 80;

    Check run(PgPool copy) throws ProblemException {
        try (Connection connection = copy.borrow()) {
            connection.setNetworkTimeout(Runnable::run, LIMIT_MS + 5_000);
            try (Statement begin = connection.createStatement()) {
                begin.execute("BEGIN READ ONLY");
                begin.execute("SET LOCAL statement_timeout = " + LIMIT_MS);
            }
            try {
                return holds(connection)
                        ? check(Result.PASSED, TEXTS.text("assertion.holds", shown()))
                        : check(Result.FAILED, TEXTS.text("assertion.fails", shown()));
            } finally {
                try (Statement end = connection.createStatement()) {
                    end.execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            return check(
                    Result.FAILED,
                    TEXTS.text(
                            "assertion.error",
                            shown(),
                            SqlProblems.of(e, copy.target().user(), "SELECT").detail()));
        }
    }

    /** One row with one column that is true; a prepared statement holds no second one. */
    private boolean holds(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(single())) {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1) && !rows.next();
            }
        }
    }

    private String single() {
        String text = sql.strip();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        // in a subquery nothing but a query can stand
        return "SELECT (" + text + "\n) IS TRUE AS holds";
    }

    private String shown() {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static Check check(Result result, String sentence) {
        return new Check(Subject.ASSERTION, result, sentence);
    }
}
