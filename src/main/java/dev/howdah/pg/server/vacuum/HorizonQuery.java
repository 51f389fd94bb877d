package dev.howdah.pg.server.vacuum;

import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.HolderRow;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.Kind;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.PreparedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds whoever holds the horizon behind which VACUUM may not remove rows. It looks at every
 * session, so it belongs into the slow lane. Horizons are shown to every role; when a transaction
 * of somebody else began is not.
 */
public record HorizonQuery() implements Query<HorizonSnapshot> {
    // Our own transaction holds a horizon of a few milliseconds.
    private static final String SQL =
            """
            WITH holder AS (
                 SELECT CASE WHEN w.pid IS NULL THEN 'SESSION' ELSE 'STANDBY'
                        END                                         AS kind,
                        concat_ws(' ', coalesce(nullif(a.application_name, ''),
                                                a.usename, a.backend_type),
                                  '(pid ' || a.pid || ')')          AS name,
                        greatest(age(a.backend_xmin), age(a.backend_xid)) AS xmin_age,
                        a.xact_start                                AS since
                   FROM pg_stat_activity a
                   LEFT JOIN pg_stat_get_wal_senders() w ON w.pid = a.pid
                  WHERE a.pid <> pg_backend_pid()
                    AND (a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL)
                 UNION ALL
                 SELECT 'SLOT',
                        s.slot_name,
                        greatest(age(s.xmin), age(s.catalog_xmin)),
                        NULL
                   FROM pg_replication_slots s
                  WHERE s.xmin IS NOT NULL OR s.catalog_xmin IS NOT NULL
            ), prepared AS (
                 SELECT 'PREPARED_TRANSACTION' AS kind,
                        p.gid                  AS name,
                        age(p.transaction)     AS xmin_age,
                        p.prepared             AS since,
                        p.owner,
                        p.database
                   FROM pg_prepared_xacts p
                  ORDER BY p.prepared, p.gid
                  LIMIT 50
            ), found AS (
                 (SELECT h.*, NULL::name AS owner, NULL::name AS database
                    FROM holder h
                   ORDER BY h.xmin_age DESC, h.name
                   LIMIT 50)
                 UNION ALL
                 SELECT p.* FROM prepared p
            )
            SELECT clock_timestamp() AS server_time,
                   f.*
              FROM (VALUES (1)) once(again)
              LEFT JOIN found f ON true
             ORDER BY f.xmin_age DESC NULLS LAST, f.name
            """;

    @Override
    public String name() {
        return "horizon";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public HorizonSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Instant serverTime = takenAt;
        List<HolderRow> holders = new ArrayList<>();
        List<PreparedRow> prepared = new ArrayList<>();
        while (rows.next()) {
            serverTime = rows.getTimestamp("server_time").toInstant();
            String kind = rows.getString("kind");
            if (kind != null) {
                HolderRow holder =
                        new HolderRow(
                                Kind.valueOf(kind),
                                rows.getString("name"),
                                rows.getLong("xmin_age"),
                                Cells.instant(rows, "since"));
                holders.add(holder);
                if (holder.kind() == Kind.PREPARED_TRANSACTION) {
                    prepared.add(
                            new PreparedRow(
                                    holder.name(),
                                    rows.getString("owner"),
                                    rows.getString("database"),
                                    holder.since().orElse(serverTime)));
                }
            }
        }
        prepared.sort(Comparator.comparing(PreparedRow::preparedAt));
        return new HorizonSnapshot(serverTime, holders, prepared);
    }
}
