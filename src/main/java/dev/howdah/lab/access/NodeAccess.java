package dev.howdah.lab.access;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.Patience;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts access rules into force on one running node. */
record NodeAccess(LabNode node) {
    private static final Texts TEXTS = Texts.of(NodeAccess.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int ROUNDS = 5;

    private static final String CANONICAL =
            """
            SELECT network(each.range::inet)::text AS canonical
              FROM unnest(?::text[]) WITH ORDINALITY AS each (range, place)
             ORDER BY each.place
            """;

    private static final String ERRORS =
            """
            SELECT r.line_number,
                   r.error
              FROM pg_hba_file_rules r
             WHERE r.error IS NOT NULL
             ORDER BY r.line_number
             LIMIT 5
            """;

    /** Replication, the lab's own sessions and those of other kinds are never among them. */
    private static final String NOT_ADMITTED =
            """
            SELECT a.pid,
                   a.backend_start,
                   a.usename           AS user_name,
                   host(a.client_addr) AS address
              FROM pg_stat_activity a
              LEFT JOIN pg_stat_ssl s ON s.pid = a.pid
             WHERE a.backend_type = 'client backend'
               AND a.client_addr IS NOT NULL
               AND a.usename <> ?
               AND ((? AND NOT coalesce(s.ssl, false))
                    OR NOT EXISTS (SELECT
                                     FROM unnest(?::cidr[]) AS allowed (range)
                                    WHERE a.client_addr <<= allowed.range))
             ORDER BY a.pid
             LIMIT 1000
            """;

    private static final String TERMINATE =
            """
            SELECT pg_terminate_backend(a.pid)
              FROM pg_stat_activity a
             WHERE a.pid = ?
               AND a.backend_start = ?
             ORDER BY a.pid
             LIMIT 1
            """;

    Connection connect() throws SQLException, ProblemException {
        return new ControlPlane(node)
                .access(LabNode.MAINTENANCE_DATABASE)
                .connect("howdah lab access");
    }

    /** The ranges as PostgreSQL writes them. */
    List<String> canonical(List<String> ranges) throws ProblemException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(CANONICAL)) {
            statement.setArray(1, connection.createArrayOf("text", ranges.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                List<String> canonical = new ArrayList<>();
                while (rows.next()) {
                    canonical.add(rows.getString("canonical"));
                }
                return canonical;
            }
        } catch (SQLException e) {
            if ("22P02".equals(e.getSQLState())) {
                throw problem(
                        Problem.Kind.BAD_INPUT, "access.noRange", String.valueOf(e.getMessage()));
            }
            throw failed(e);
        }
    }

    String ownAddress() throws ProblemException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT host(inet_client_addr()) AS address")) {
            row.next();
            return row.getString("address");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Refuses what the server could not read in the file as it is now; it has not read it yet. */
    void requireReadable() throws ProblemException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ERRORS)) {
            if (rows.next()) {
                throw problem(
                        Problem.Kind.BAD_INPUT,
                        "access.unreadable",
                        rows.getInt("line_number") + ": " + rows.getString("error"));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Lets the server read the file, and returns when every new connection goes by it. */
    void reload() throws ProblemException, InterruptedException {
        try {
            Timestamp before;
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT clock_timestamp() AS before")) {
                row.next();
                before = row.getTimestamp("before");
            }
            new ControlPlane(node).reload();
            if (!Patience.until(LIMIT, () -> !loadedAt().before(before))) {
                throw problem(Problem.Kind.TIMED_OUT, "access.notReloaded", "");
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A session inherits this from the server's first process, which reads both files. */
    private Timestamp loadedAt() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_conf_load_time() AS loaded")) {
            row.next();
            return row.getTimestamp("loaded");
        } catch (ProblemException e) {
            throw new SQLException(e);
        }
    }

    /** Ends the sessions that the rules, which are in force, would not let in. */
    List<CutSession> cut(AccessRules rules) throws ProblemException {
        List<CutSession> cut = new ArrayList<>();
        try (Connection connection = connect()) {
            // a login that was under way at the reload may only show up now
            for (int round = 0; round < ROUNDS; round++) {
                List<CutSession> more = cutOnce(connection, rules);
                if (more.isEmpty()) {
                    break;
                }
                more.stream().filter(session -> !cut.contains(session)).forEach(cut::add);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return List.copyOf(cut);
    }

    private static List<CutSession> cutOnce(Connection connection, AccessRules rules)
            throws SQLException {
        List<CutSession> cut = new ArrayList<>();
        Array ranges = connection.createArrayOf("text", rules.ranges().toArray());
        try (PreparedStatement look = connection.prepareStatement(NOT_ADMITTED);
                PreparedStatement terminate = connection.prepareStatement(TERMINATE)) {
            look.setString(1, ControlPlane.ROLE);
            look.setBoolean(2, rules.forceTls());
            look.setArray(3, ranges);
            try (ResultSet rows = look.executeQuery()) {
                while (rows.next()) {
                    cut.add(
                            new CutSession(
                                    rows.getInt("pid"),
                                    rows.getTimestamp("backend_start").toInstant(),
                                    rows.getString("user_name"),
                                    rows.getString("address")));
                }
            }
            for (CutSession session : cut) {
                terminate.setInt(1, session.pid());
                terminate.setTimestamp(2, Timestamp.from(session.since()));
                terminate.execute();
            }
        }
        return cut;
    }

    static ProblemException failed(SQLException e) {
        return new ProblemException(
                problem(Problem.Kind.LOCAL, "access.failed", e.getSQLState() + " " + e.getMessage())
                        .problem(),
                e);
    }

    private static ProblemException problem(Problem.Kind kind, String key, String detail) {
        return new ProblemException(
                Problem.of(kind, TEXTS.text(key), TEXTS.text(key + ".remedy")).withDetail(detail));
    }
}
