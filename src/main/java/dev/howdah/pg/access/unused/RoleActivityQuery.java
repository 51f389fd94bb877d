package dev.howdah.pg.access.unused;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.access.unused.RoleActivitySnapshot.RoleRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads which roles have statements in pg_stat_statements or a session. Whose a statement is stands
 * there for every role to see, its text does not and is not read.
 */
public record RoleActivityQuery() implements Query<RoleActivitySnapshot> {
    public static final int LIMIT = 20_000;

    private static final String EXTENSION = "pg_stat_statements";
    private static final Texts TEXTS = Texts.of(RoleActivityQuery.class);

    private static final String SQL =
            """
            SELECT w.role,
                   w.statements,
                   w.calls,
                   w.sessions,
                   count(w.role) OVER () AS total,
                   i.evictions,
                   i.reset_at
              FROM ({info}) i
              LEFT JOIN (SELECT r.oid::bigint              AS role,
                                coalesce(s.statements, 0)  AS statements,
                                coalesce(s.calls, 0)       AS calls,
                                coalesce(a.sessions, 0)    AS sessions
                           FROM pg_roles r
                           LEFT JOIN (SELECT p.userid,
                                             count(*)             AS statements,
                                             sum(p.calls)::bigint AS calls
                                        FROM {statements}(false) p
                                       GROUP BY p.userid) s ON s.userid = r.oid
                           LEFT JOIN (SELECT b.usesysid,
                                             count(*) AS sessions
                                        FROM pg_stat_get_activity(NULL) b
                                       GROUP BY b.usesysid) a ON a.usesysid = r.oid
                          WHERE s.userid IS NOT NULL
                             OR a.usesysid IS NOT NULL) w ON true
             ORDER BY w.calls DESC NULLS LAST, w.role
             LIMIT {limit}
            """;

    @Override
    public String name() {
        return "role-activity";
    }

    /** Without pg_stat_statements nobody can tell which role is unused. */
    @Override
    public Sql sql(ServerShape shape) throws ProblemException {
        ServerShape.Extension extension =
                shape.extension(EXTENSION)
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.of(
                                                Problem.Kind.NOT_SUPPORTED,
                                                TEXTS.text("activity.noStatements"),
                                                TEXTS.text("activity.noStatements.remedy"))));
        return Sql.of(
                SQL.replace("{info}", info(extension))
                        .replace("{statements}", SqlNames.quoted(extension.schema(), EXTENSION))
                        .replace("{limit}", Integer.toString(LIMIT)));
    }

    /** The view pg_stat_statements_info came with version 1.9. */
    private static String info(ServerShape.Extension extension) {
        return extension.version().matches("1\\.[0-8]")
                ? "SELECT NULL::bigint AS evictions, NULL::timestamptz AS reset_at"
                : "SELECT v.dealloc AS evictions, v.stats_reset AS reset_at FROM "
                        + SqlNames.quoted(extension.schema(), EXTENSION + "_info")
                        + " v";
    }

    @Override
    public RoleActivitySnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<RoleRow> roles = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        Optional<Long> evictions = Optional.empty();
        long total = 0;
        while (rows.next()) {
            total = rows.getLong("total");
            since = Optional.ofNullable(rows.getTimestamp("reset_at")).map(Timestamp::toInstant);
            evictions = Optional.ofNullable((Long) rows.getObject("evictions"));
            long role = rows.getLong("role");
            if (!rows.wasNull()) {
                roles.add(
                        new RoleRow(
                                role,
                                rows.getLong("statements"),
                                rows.getLong("calls"),
                                rows.getInt("sessions")));
            }
        }
        return new RoleActivitySnapshot(since, evictions, roles, total - roles.size());
    }
}
