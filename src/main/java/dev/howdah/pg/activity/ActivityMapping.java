package dev.howdah.pg.activity;

import dev.howdah.pg.ApplicationName;
import dev.howdah.pg.activity.ActivitySnapshot.Ages;
import dev.howdah.pg.activity.ActivitySnapshot.Client;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.ActivitySnapshot.Statement;
import dev.howdah.pg.activity.ActivitySnapshot.Wait;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** From columns to sessions, for all queries that select the columns of {@link ActivityQuery}. */
final class ActivityMapping {
    private ActivityMapping() {}

    static ActivitySnapshot snapshot(ResultSet rows) throws SQLException {
        List<SessionRow> sessions = new ArrayList<>();
        int matching = 0;
        int hidden = 0;
        boolean tracked = true;
        while (rows.next()) {
            matching = rows.getInt("matching");
            hidden = rows.getInt("hidden");
            tracked = rows.getString("tracked").equals("on");
            sessions.add(session(rows));
        }
        return new ActivitySnapshot(sessions, matching, hidden, tracked);
    }

    private static SessionRow session(ResultSet row) throws SQLException {
        return new SessionRow(
                new SessionKey(row.getInt("pid"), moment(row, "backend_start")),
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
                        moment(row, "query_start"),
                        moment(row, "state_change"),
                        longInteger(row, "query_id"),
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

    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    /** Clocks are set back now and then; an age below zero says nothing, so it is zero. */
    static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.max(0, Math.round(seconds * 1_000))));
    }

    static OptionalInt integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static OptionalLong longInteger(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Empty for NULL. A pid can come twice, once for each of a parallel group's locks. */
    static List<Integer> pids(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null
                ? List.of()
                : List.of((Integer[]) array.getArray()).stream().distinct().toList();
    }
}
