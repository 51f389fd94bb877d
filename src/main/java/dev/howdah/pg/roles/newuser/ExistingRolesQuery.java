package dev.howdah.pg.roles.newuser;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of these names are taken by roles. */
public record ExistingRolesQuery(List<String> names) implements Query<Set<String>> {
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
                SELECT r.rolname AS name
                  FROM pg_roles r
                 WHERE r.rolname::text = ANY (?)
                 ORDER BY r.rolname
                 LIMIT 10000
                """,
                (Object) names.toArray(String[]::new));
    }

    @Override
    public Set<String> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        Set<String> existing = new HashSet<>();
        while (rows.next()) {
            existing.add(rows.getString("name"));
        }
        return Set.copyOf(existing);
    }
}
