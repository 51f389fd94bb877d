package dev.howdah.pg.statements.text;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds databases that we may enter and whose encoding takes texts that this one's does not: one of
 * SQL_ASCII takes all of them as they are, one of UTF8 those of every other encoding.
 *
 * @param databaseIds where the statements were run; such a database comes before others
 */
public record WiderEncodingsQuery(List<Long> databaseIds) implements Query<WiderEncodingsSnapshot> {
    private static final String SQL =
            """
            SELECT d.datname AS name
              FROM pg_database d
             WHERE d.datallowconn
               AND NOT d.datistemplate
               AND pg_encoding_to_char(d.encoding) IN ('SQL_ASCII', 'UTF8')
               AND pg_encoding_to_char(d.encoding) <> current_setting('server_encoding')
               AND has_database_privilege(d.oid, 'CONNECT')
             ORDER BY pg_encoding_to_char(d.encoding),
                      d.oid::bigint = ANY (?) DESC,
                      d.datname
             LIMIT 3
            """;

    public WiderEncodingsQuery {
        databaseIds = List.copyOf(databaseIds);
    }

    @Override
    public String name() {
        return "wider-encodings";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, (Object) databaseIds.toArray(Long[]::new));
    }

    @Override
    public WiderEncodingsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<String> databases = new ArrayList<>();
        while (rows.next()) {
            databases.add(rows.getString("name"));
        }
        return new WiderEncodingsSnapshot(databases);
    }
}
