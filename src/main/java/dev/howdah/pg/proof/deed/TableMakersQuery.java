package dev.howdah.pg.proof.deed;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.proof.catalog.RoleAccessSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks who makes tables where, and whether our own login may act as that owner.
 *
 * @param role the role under proof, whose own tables don't matter
 */
public record TableMakersQuery(String role) implements Query<TableMakersSnapshot> {
    static final int LIMIT = 200;

    @Override
    public String name() {
        return "table makers";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                "WITH %s,\n%s,\n%s\n"
                                .formatted(
                                        RoleAccessSql.RELATIONS,
                                        RoleAccessSql.SHAPES,
                                        RoleAccessSql.MAKERS)
                        + """
                        SELECT m.nspname                                    AS schema_name,
                               o.rolname                                    AS owner_name,
                               pg_has_role(current_user, o.oid, '%s')
                                   AND has_schema_privilege(o.oid, m.schema_oid, 'CREATE') AS we_may_act,
                               count(*) OVER ()                             AS total
                          FROM makers m
                          JOIN pg_roles o ON o.oid = m.owner_oid
                         WHERE o.rolname <> ?
                         ORDER BY m.nspname, o.rolname
                         LIMIT %d
                        """
                                .formatted(shape.atLeast(16) ? "SET" : "MEMBER", LIMIT),
                role);
    }

    @Override
    public TableMakersSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<TableMakersSnapshot.Maker> makers = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
            total = rows.getLong("total");
            makers.add(
                    new TableMakersSnapshot.Maker(
                            rows.getString("schema_name"),
                            rows.getString("owner_name"),
                            rows.getBoolean("we_may_act")));
        }
        return new TableMakersSnapshot(makers, total);
    }
}
