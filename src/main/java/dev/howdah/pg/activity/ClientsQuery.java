package dev.howdah.pg.activity;

import dev.howdah.pg.ApplicationName;
import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.activity.ClientsSnapshot.ClientRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts the sessions by client address, application and user, replicas among them. Sessions over a
 * Unix socket are on the server itself and no allowlist is about them, so they are left out.
 */
public record ClientsQuery() implements Query<ClientsSnapshot> {
    public static final int MAX_GROUPS = 300;

    // One row comes even when no session has an address. A row without backend_type is somebody
    // else's session of which our role may see nothing.
    private static final String SQL =
            """
            SELECT host(inet_client_addr())                    AS own_address,
                   (SELECT count(*)
                      FROM pg_stat_get_activity(NULL) a
                     WHERE a.backend_type IS NULL
                       AND a.usesysid IS NOT NULL)             AS hidden,
                   s.*,
                   count(s.address) OVER ()                    AS groups
              FROM (SELECT true) here
              LEFT JOIN
                   (SELECT host(a.client_addr)                 AS address,
                           coalesce(a.application_name, '')    AS application,
                           coalesce(pg_get_userbyid(a.usesysid), '') AS user_name,
                           a.backend_type = 'walsender'        AS replica,
                           count(*)                            AS sessions,
                           count(*) FILTER (WHERE NOT a.ssl)   AS without_tls,
                           count(*) FILTER (WHERE starts_with(a.application_name, '{ours}')) AS ours,
                           min(a.backend_start)                AS since
                      FROM pg_stat_get_activity(NULL) a
                     WHERE a.backend_type IN ('client backend', 'walsender')
                       AND a.client_addr IS NOT NULL
                     GROUP BY a.client_addr, 2, 3, 4) s ON true
             ORDER BY s.sessions DESC NULLS LAST,
                      s.address,
                      s.application,
                      s.user_name
             LIMIT {groups}
            """;

    @Override
    public String name() {
        return "clients";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                SQL.replace("{ours}", ApplicationName.PREFIX)
                        .replace("{groups}", Integer.toString(MAX_GROUPS)));
    }

    @Override
    public ClientsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<ClientRow> clients = new ArrayList<>();
        Optional<String> ownAddress = Optional.empty();
        int hidden = 0;
        int groups = 0;
        while (rows.next()) {
            ownAddress = Cells.text(rows, "own_address");
            hidden = rows.getInt("hidden");
            groups = rows.getInt("groups");
            if (rows.getString("address") != null) {
                clients.add(
                        new ClientRow(
                                rows.getString("address"),
                                rows.getString("application"),
                                rows.getString("user_name"),
                                rows.getBoolean("replica"),
                                rows.getInt("sessions"),
                                rows.getInt("without_tls"),
                                rows.getInt("ours"),
                                Cells.instant(rows, "since")));
            }
        }
        return new ClientsSnapshot(clients, groups, hidden, ownAddress);
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_stats";
    }
}
