package dev.howdah.pg.roles;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The schemas of this database that a user can be let into, by name; at most {@link #LIMIT}. */
public record SchemaNamesQuery() implements Query<List<String>> {
    public static final int LIMIT = 5_000;

    private static final String SQL =
            """
            SELECT n.nspname AS name
              FROM pg_namespace n
             WHERE n.nspname !~ '^pg_'
               AND n.nspname <> 'information_schema'
             ORDER BY n.nspname
             LIMIT %d
            """
                    .formatted(LIMIT);

    @Override
    public String name() {
        return "schema names";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public List<String> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString("name"));
        }
        return List.copyOf(names);
    }
}
