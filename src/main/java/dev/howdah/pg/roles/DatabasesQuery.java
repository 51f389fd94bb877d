package dev.howdah.pg.roles;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.roles.DatabasesSnapshot.DatabaseRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which databases a new user can be let into. */
public record DatabasesQuery() implements Query<DatabasesSnapshot> {
    public static final int LIMIT = 500;

    private static final String SQL =
            """
            SELECT d.datname                                    AS name,
                   pg_get_userbyid(d.datdba)                    AS owner,
                   d.datallowconn
                       AND has_database_privilege(d.oid, 'CONNECT') AS reachable
              FROM pg_database d
             WHERE NOT d.datistemplate
             ORDER BY d.datname
             LIMIT %d
            """
                    .formatted(LIMIT);

    @Override
    public String name() {
        return "databases";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public DatabasesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<DatabaseRow> databases = new ArrayList<>();
        while (rows.next()) {
            databases.add(
                    new DatabaseRow(
                            rows.getString("name"),
                            rows.getString("owner"),
                            rows.getBoolean("reachable")));
        }
        return new DatabasesSnapshot(databases);
    }
}
