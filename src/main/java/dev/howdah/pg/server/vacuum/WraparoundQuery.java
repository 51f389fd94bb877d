package dev.howdah.pg.server.vacuum;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot.DatabaseAgeRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the age of every database, which pg_database keeps for all of them in one place. */
public record WraparoundQuery() implements Query<WraparoundSnapshot> {
    private static final String SQL =
            """
            SELECT d.datname                                                       AS name,
                   age(d.datfrozenxid)                                             AS xid_age,
                   mxid_age(d.datminmxid)                                          AS multixact_age,
                   current_setting('autovacuum_freeze_max_age')::bigint            AS freeze_max_age,
                   current_setting('autovacuum_multixact_freeze_max_age')::bigint
                                                                         AS multixact_freeze_max_age
              FROM pg_database d
             ORDER BY greatest(age(d.datfrozenxid), mxid_age(d.datminmxid)) DESC, name
             LIMIT 500
            """;

    @Override
    public String name() {
        return "wraparound";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public WraparoundSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        long freezeMaxAge = 0;
        long multixactFreezeMaxAge = 0;
        List<DatabaseAgeRow> databases = new ArrayList<>();
        while (rows.next()) {
            freezeMaxAge = rows.getLong("freeze_max_age");
            multixactFreezeMaxAge = rows.getLong("multixact_freeze_max_age");
            databases.add(
                    new DatabaseAgeRow(
                            rows.getString("name"),
                            rows.getLong("xid_age"),
                            rows.getLong("multixact_age")));
        }
        return new WraparoundSnapshot(freezeMaxAge, multixactFreezeMaxAge, databases);
    }
}
