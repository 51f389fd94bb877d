package dev.howdah.pg.roles.newuser;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of these names are taken by roles, and by which: the oid of each. */
public record ExistingRolesQuery(List<String> names) implements Query<Map<String, Long>> {
    public ExistingRolesQuery {
        names = List.copyOf(names);
    }

    @Override
    public String name() {
        return "existing roles";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                """
                SELECT r.rolname     AS name,
                       r.oid::bigint AS oid
                  FROM pg_roles r
                 WHERE r.rolname::text = ANY (?)
                 ORDER BY r.rolname
                 LIMIT 10000
                """,
                (Object) names.toArray(String[]::new));
    }

    @Override
    public Map<String, Long> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Map<String, Long> existing = new HashMap<>();
        while (rows.next()) {
            existing.put(rows.getString("name"), rows.getLong("oid"));
        }
        return Map.copyOf(existing);
    }
}
