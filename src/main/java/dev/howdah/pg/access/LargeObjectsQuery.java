package dev.howdah.pg.access;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.access.LargeObjectsSnapshot.OwnerRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts large objects by owner, and stops counting where it would become expensive. */
public record LargeObjectsQuery() implements Query<LargeObjectsSnapshot> {
    /** As many are counted. */
    public static final int LIMIT = 200_000;

    public static final int OWNER_LIMIT = 200;

    private static final String SQL =
            """
            SELECT c.lomowner::bigint          AS owner_oid,
                   pg_get_userbyid(c.lomowner) AS owner_name,
                   count(*)                    AS objects,
                   sum(count(*)) OVER ()       AS counted
              FROM (SELECT m.lomowner
                      FROM pg_largeobject_metadata m
                     LIMIT %d) c
             GROUP BY c.lomowner
             ORDER BY objects DESC, owner_name
             LIMIT %d
            """
                    .formatted(LIMIT + 1, OWNER_LIMIT);

    @Override
    public String name() {
        return "large-objects";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public LargeObjectsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<OwnerRow> owners = new ArrayList<>();
        long counted = 0;
        while (rows.next()) {
            counted = rows.getLong("counted");
            owners.add(
                    new OwnerRow(
                            rows.getLong("owner_oid"),
                            rows.getString("owner_name"),
                            rows.getLong("objects")));
        }
        return new LargeObjectsSnapshot(owners, counted > LIMIT);
    }
}
