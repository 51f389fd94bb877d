package dev.howdah.pg.activity;

import dev.howdah.pg.ApplicationName;
import dev.howdah.pg.Cells;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.activity.ActivitySnapshot.Ages;
import dev.howdah.pg.activity.ActivitySnapshot.Client;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.ActivitySnapshot.Statement;
import dev.howdah.pg.activity.ActivitySnapshot.Wait;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What every query reads of a session: the columns, where {@code s} is its row of
 * pg_stat_get_activity() and {@code d} that of its database, and what becomes of them.
 */
public final class SessionColumns {
    private static final String COLUMNS =
            """
            s.pid,
                   s.backend_start,
                   s.backend_type,
                   s.leader_pid,
                   d.datname                                   AS database_name,
                   pg_get_userbyid(s.usesysid)                 AS user_name,
                   s.application_name,
                   host(s.client_addr)                         AS client_address,
                   s.pid = pg_backend_pid()                    AS asking,
                   s.state,
                   s.wait_event_type,
                   s.wait_event,
                   extract(epoch FROM clock_timestamp() - s.backend_start)::float8 AS session_s,
                   extract(epoch FROM clock_timestamp() - s.xact_start)::float8    AS transaction_s,
                   extract(epoch FROM clock_timestamp() - s.query_start)::float8   AS statement_s,
                   extract(epoch FROM clock_timestamp() - s.state_change)::float8  AS state_s,
                   s.backend_xid IS NOT NULL                   AS has_xid,
                   s.query_start,
                   s.state_change,
                   {query_id}                                  AS query_id,
                   {query}
            """;

    private SessionColumns() {}

    /** The columns, to stand in a list; from 14 on the server links a session to its statement. */
    public static String select(ServerShape shape) {
        return COLUMNS.replace("{query_id}", shape.atLeast(14) ? "s.query_id" : "NULL::bigint")
                .replace("{query}", QueryBytes.head())
                .strip();
    }

    /** A column {@code blocked_by} is expected beside those of {@link #select}. */
    public static SessionRow read(ResultSet row) throws SQLException {
        return new SessionRow(
                new SessionKey(row.getInt("pid"), Cells.instant(row, "backend_start")),
                text(row, "backend_type"),
                integer(row, "leader_pid"),
                client(row),
                SessionState.of(row.getString("state")),
                wait(row),
                pids(row, "blocked_by"),
                new Ages(
                        seconds(row, "session_s"),
                        seconds(row, "transaction_s"),
                        seconds(row, "statement_s"),
                        seconds(row, "state_s")),
                row.getBoolean("has_xid"),
                new Statement(
                        Cells.instant(row, "query_start"),
                        Cells.instant(row, "state_change"),
                        Cells.number(row, "query_id"),
                        QueryBytes.read(row, QueryBytes.HEAD_CHARACTERS)));
    }

    private static Client client(ResultSet row) throws SQLException {
        String application = text(row, "application_name");
        return new Client(
                text(row, "database_name"),
                text(row, "user_name"),
                application,
                text(row, "client_address"),
                row.getBoolean("asking") || application.startsWith(ApplicationName.PREFIX));
    }

    private static Optional<Wait> wait(ResultSet row) throws SQLException {
        String type = row.getString("wait_event_type");
        return type == null
                ? Optional.empty()
                : Optional.of(new Wait(type, text(row, "wait_event")));
    }

    public static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Clocks are set back now and then; an age below zero says nothing, so it is zero. */
    public static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.max(0, Math.round(seconds * 1_000))));
    }

    static OptionalInt integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Empty for NULL. A pid can come twice, once for each of a parallel group's locks. */
    public static List<Integer> pids(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null
                ? List.of()
                : List.of((Integer[]) array.getArray()).stream().distinct().toList();
    }
}
